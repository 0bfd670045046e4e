package vn.lantoa.events.units;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.Meaning;

/** A unit that another became or came from: kind MERGE, SPLIT, ESTABLISH or DISSOLVE, portion WHOLE or PART. */
@Meaning(
        value = "Đơn vị trước hoặc sau",
        en =
                "A unit that another became or came from: kind MERGE, SPLIT, ESTABLISH or DISSOLVE, portion WHOLE or PART.")
public record LineageLink(
        @Meaning(value = "Đơn vị trước hoặc sau", en = "The predecessor or successor")
        UUID unit,

        @Meaning(
                value = "Hợp nhất, chia tách, thành lập hoặc giải thể",
                en = "How it came about",
                codes = {"MERGE", "SPLIT", "ESTABLISH", "DISSOLVE"})
        String kind,

        @Meaning(
                value = "Toàn bộ hoặc một phần",
                en = "How much of the unit",
                codes = {"WHOLE", "PART"})
        String portion,

        @Meaning(value = "Ngày có hiệu lực", en = "Day it takes effect")
        LocalDate effectiveOn,

        @Meaning(value = "Đợt sắp xếp", en = "The reorganisation")
        UUID reorganisation,

        @Meaning(
                value = "Phần của đơn vị trước, dạng phân số; trống: không rõ",
                en = "Share of the predecessor as a fraction; absent: unknown")
        @Nullable
        String share,

        @Meaning(
                value = "Đơn vị sau kế thừa mọi công việc của đơn vị đã kết thúc",
                en = "Whether the successor goes on with all the work of the unit that ends")
        @Nullable
        Boolean heir) {
    /** Of a work that is not said to go on anywhere. */
    public LineageLink(
            UUID unit,
            String kind,
            String portion,
            LocalDate effectiveOn,
            UUID reorganisation,
            @Nullable String share) {
        this(unit, kind, portion, effectiveOn, reorganisation, share, null);
    }

    /** Without a known share. */
    public LineageLink(UUID unit, String kind, String portion, LocalDate effectiveOn, UUID reorganisation) {
        this(unit, kind, portion, effectiveOn, reorganisation, null, null);
    }

    /** The same link, to the one that goes on with all the work. */
    public LineageLink withHeir() {
        return new LineageLink(unit, kind, portion, effectiveOn, reorganisation, share, true);
    }
}
