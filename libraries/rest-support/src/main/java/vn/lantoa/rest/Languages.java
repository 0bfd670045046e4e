package vn.lantoa.rest;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Languages of texts. */
public final class Languages {
    public static final Locale VI = Locale.forLanguageTag("vi");
    public static final Locale EN = Locale.ENGLISH;
    private static final List<Locale> KNOWN = List.of(VI, EN);
    private static final int LONGEST_HEADER = 500;

    private Languages() {}

    /** The best known language of an {@code Accept-Language}; Vietnamese where it names none, or is no such header. */
    static Locale of(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank() || acceptLanguage.length() > LONGEST_HEADER) {
            return VI;
        }
        try {
            var best = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), KNOWN);
            return best == null ? VI : best;
        } catch (IllegalArgumentException malformed) {
            return VI;
        }
    }
}
