package vn.lantoa.events.units;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.Meaning;

/** Two persons of whom one declared the other a relative, in a period; how they are related is not told. */
@Meaning(
        value = "Việc khai báo người thân; quan hệ gì thì không nêu",
        en = "Two persons of whom one declared the other a relative, in a period; how they are related is not told.")
public record RelativeState(
        @Meaning(value = "Mã định danh", en = "Id") UUID id,

        @Meaning(value = "Người khai; trống khi đã xóa", en = "Whose declaration it is; absent once erased") @Nullable
        UUID person,

        @Meaning(value = "Người thân; trống khi đã xóa", en = "The relative; absent once erased") @Nullable
        UUID relative,

        @Meaning(value = "Từ ngày; trống khi đã xóa", en = "First day; absent once erased") @Nullable
        LocalDate validFrom,

        @Meaning(value = "Đến trước ngày này; trống: chưa kết thúc", en = "First day it no longer holds; absent: open")
        @Nullable
        LocalDate validTo) {
    /** What is left of a declaration when one of both is erased: that there was one. */
    public static RelativeState erased(UUID id) {
        return new RelativeState(id, null, null, null, null);
    }
}
