package vn.lantoa.events.units;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.Meaning;

/** An official code borne by a unit in one period. Codes are reused over time. */
@Meaning(
        value = "Mã của đơn vị trong một giai đoạn",
        en = "An official code borne by a unit in one period. Codes are reused over time.")
public record IdentifierState(
        @Meaning(value = "Loại mã (danh mục identifier-schemes)", en = "Scheme (code list identifier-schemes)")
        String scheme,

        @Meaning(value = "Mã", en = "The code; it may be borne by another unit at another time")
        String value,

        @Meaning(value = "Từ ngày; trống: từ trước đến nay", en = "First day; absent: always") @Nullable
        LocalDate validFrom,

        @Meaning(value = "Đến trước ngày này; trống: chưa kết thúc", en = "First day it no longer holds; absent: open")
        @Nullable
        LocalDate validTo) {}
