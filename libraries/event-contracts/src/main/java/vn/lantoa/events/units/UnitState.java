package vn.lantoa.events.units;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.Meaning;

/** A unit through its whole life. */
@Meaning(value = "Đơn vị qua các giai đoạn", en = "A unit through its whole life.")
public record UnitState(
        @Meaning(value = "Mã định danh", en = "Id") UUID id,

        @Meaning(value = "Từ ngày; trống: từ trước đến nay", en = "First day; absent: always") @Nullable
        LocalDate validFrom,

        @Meaning(value = "Đến trước ngày này; trống: chưa kết thúc", en = "First day it no longer holds; absent: open")
        @Nullable
        LocalDate validTo,

        @Meaning(value = "Tên, loại, khối theo thời gian", en = "Name, kind and sector by period")
        List<UnitVersionState> versions,

        @Meaning(value = "Vị trí trên các tuyến", en = "Where it stands on the lines")
        List<PlacementState> placements,

        @Meaning(value = "Các mã", en = "Its codes") List<IdentifierState> identifiers,

        @Meaning(value = "Đơn vị trước", en = "What it came from")
        List<LineageLink> predecessors,

        @Meaning(value = "Đơn vị sau", en = "What became of it")
        List<LineageLink> successors) {}
