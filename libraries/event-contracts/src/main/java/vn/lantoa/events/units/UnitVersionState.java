package vn.lantoa.events.units;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.Meaning;

/** Name, kind and sector of a unit in one period; {@code validTo} is exclusive, null bounds are open. */
@Meaning(
        value = "Tên, loại, khối trong một giai đoạn",
        en = "Name, kind and sector of a unit in one period; `validTo` is exclusive, null bounds are open.")
public record UnitVersionState(
        @Meaning(value = "Tên", en = "Name") String name,

        @Meaning(value = "Tên ngắn", en = "Short name") @Nullable
        String shortName,

        @Meaning(value = "Loại (danh mục unit-kinds)", en = "Kind (code list unit-kinds)")
        String kind,

        @Meaning(value = "Khối (danh mục sectors)", en = "Sector (code list sectors)")
        String sector,

        @Meaning(value = "Từ ngày; trống: từ trước đến nay", en = "First day; absent: always") @Nullable
        LocalDate validFrom,

        @Meaning(value = "Đến trước ngày này; trống: chưa kết thúc", en = "First day it no longer holds; absent: open")
        @Nullable
        LocalDate validTo) {}
