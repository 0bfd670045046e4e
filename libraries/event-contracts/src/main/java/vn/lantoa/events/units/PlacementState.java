package vn.lantoa.events.units;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.Meaning;

/** Where a unit stands on a line in one period; no parent means that it is the root of the line. */
@Meaning(
        value = "Vị trí của đơn vị trên một tuyến",
        en = "Where a unit stands on a line in one period; no parent means that it is the root of the line.")
public record PlacementState(
        @Meaning(value = "Tuyến tổ chức (danh mục lines)", en = "Line of the hierarchy (code list lines)")
        String line,

        @Meaning(value = "Đơn vị cấp trên; trống: gốc của tuyến", en = "Superior unit; absent: root of the line")
        @Nullable
        UUID parent,

        @Meaning(value = "Từ ngày; trống: từ trước đến nay", en = "First day; absent: always") @Nullable
        LocalDate validFrom,

        @Meaning(value = "Đến trước ngày này; trống: chưa kết thúc", en = "First day it no longer holds; absent: open")
        @Nullable
        LocalDate validTo) {}
