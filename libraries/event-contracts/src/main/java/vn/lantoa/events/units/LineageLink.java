package vn.lantoa.events.units;

import java.time.LocalDate;
import java.util.UUID;
import vn.lantoa.events.Meaning;

/** A unit that another became or came from: kind MERGE or DISSOLVE, portion WHOLE or PART. */
@Meaning(
        value = "Đơn vị trước hoặc sau",
        en = "A unit that another became or came from: kind MERGE or DISSOLVE, portion WHOLE or PART.")
public record LineageLink(
        @Meaning(value = "Đơn vị trước hoặc sau", en = "The predecessor or successor")
        UUID unit,

        @Meaning(
                value = "Hợp nhất hoặc giải thể",
                en = "How it came about",
                codes = {"MERGE", "DISSOLVE"})
        String kind,

        @Meaning(
                value = "Toàn bộ hoặc một phần",
                en = "How much of the unit",
                codes = {"WHOLE", "PART"})
        String portion,

        @Meaning(value = "Ngày có hiệu lực", en = "Day it takes effect")
        LocalDate effectiveOn,

        @Meaning(value = "Đợt sắp xếp", en = "The reorganisation")
        UUID reorganisation) {}
