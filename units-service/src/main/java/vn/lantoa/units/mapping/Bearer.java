package vn.lantoa.units.mapping;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who bore a code on the last day of the old order.
 *
 * @param key the code with its scheme
 */
record Bearer(
        UUID unit,
        String key,
        String name,
        String kind,
        String sector,
        @Nullable UUID parent,
        @Nullable LocalDate end) {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /** Whether it has no end yet on the first day of the new order. */
    boolean reaches() {
        return end == null;
    }

    boolean isCalled(@Nullable String text) {
        return text != null && folded(name).equals(folded(text));
    }

    static String folded(String text) {
        var bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return BLANKS.matcher(bare.replace('đ', 'd').replace('Đ', 'D').strip())
                .replaceAll(" ")
                .toLowerCase(Locale.ROOT);
    }
}
