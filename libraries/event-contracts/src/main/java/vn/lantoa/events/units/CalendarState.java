package vn.lantoa.events.units;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.Meaning;

/** The calendar of one year: what differs from Monday to Friday. */
@Meaning(
        value = "Lịch ngày làm việc của một năm",
        en = "The working-day calendar of one year: what differs from Monday to Friday.")
public record CalendarState(
        @Meaning(value = "Mã định danh", en = "Id") UUID id,
        @Meaning(value = "Năm", en = "Year") int year,

        @Meaning(
                value = "Đã quyết định, hoặc tạm tính khi chưa có quyết định",
                en = "Decided, or provisional while decisions are to come",
                codes = {"DECIDED", "PROVISIONAL"})
        String status,

        @Meaning(value = "Ghi chú", en = "Remark") @Nullable String remark,

        @Meaning(value = "Ngày nghỉ và ngày làm bù", en = "Days off and days worked in exchange")
        List<CalendarDayState> days) {}
