package vn.lantoa.events.units;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.Meaning;

/** What other services may know of a person: a name to show, what kind of recipient, and whom the record was merged into. */
@Meaning(
        value = "Cá nhân, hộ gia đình, nhóm người hoặc doanh nghiệp có thể được khen thưởng",
        en =
                "What other services may know of a person: a name to show, what kind of recipient it is, and whom the record"
                        + " was merged into.")
public record PersonState(
        @Meaning(value = "Mã định danh", en = "Id") UUID id,

        @Meaning(value = "Họ tên hiển thị", en = "Name to show")
        String displayName,

        @Meaning(value = "Hồ sơ đã gộp vào", en = "The record this one was merged into") @Nullable
        UUID mergedInto,

        @Meaning(
                value = "Loại: cá nhân, người nước ngoài, hộ gia đình, nhóm người cùng một việc, doanh nghiệp",
                en = "Kind of recipient; absent: an individual",
                codes = {"INDIVIDUAL", "FOREIGNER", "HOUSEHOLD", "GROUP", "ENTERPRISE"})
        @Nullable
        String kind) {
    /** An individual. */
    public PersonState(UUID id, String displayName, @Nullable UUID mergedInto) {
        this(id, displayName, mergedInto, null);
    }
}
