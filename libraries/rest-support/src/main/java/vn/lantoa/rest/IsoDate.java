package vn.lantoa.rest;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** The only way to write a date: {@code 2025-07-01}, year 1 to 9999. */
final class IsoDate {
    private static final Pattern SHAPE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private IsoDate() {}

    static Optional<LocalDate> parse(String text) {
        if (!SHAPE.matcher(text).matches() || text.startsWith("0000")) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
