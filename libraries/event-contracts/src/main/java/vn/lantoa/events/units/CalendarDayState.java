package vn.lantoa.events.units;

import java.time.LocalDate;
import vn.lantoa.events.Meaning;

/** A day that differs from the week. */
@Meaning(value = "Ngày nghỉ hoặc ngày làm bù", en = "A day off, or a rest day worked in exchange.")
public record CalendarDayState(
        @Meaning(value = "Ngày", en = "Day") LocalDate day,

        @Meaning(
                value = "Nghỉ lễ, nghỉ bù, nghỉ hoán đổi, làm bù",
                en =
                        "Holiday, given off for a holiday on a rest day, given off in exchange, or rest day worked in exchange",
                codes = {"HOLIDAY", "COMPENSATED", "SWAPPED_OFF", "SWAPPED_WORK"})
        String kind,

        @Meaning(value = "Có làm việc", en = "Whether work is done")
        boolean working,

        @Meaning(value = "Tên tiếng Việt", en = "Name in Vietnamese")
        String nameVi,

        @Meaning(value = "Tên tiếng Anh", en = "Name in English")
        String nameEn,

        @Meaning(value = "Văn bản làm căn cứ", en = "Decision behind it")
        String decision,

        @Meaning(
                value = "Mức xác nhận",
                en = "How far it is confirmed",
                codes = {"CONFIRMED", "PARTLY", "UNCONFIRMED"})
        String confidence) {}
