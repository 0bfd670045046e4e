package vn.lantoa.campaigns.duty;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Two duties that one person may not have.
 *
 * @param held {@code SUBJECT}, {@code RELATIVE} (of the subject, by declaration), {@code act:submit} (an act done on the
 *     registration) or {@code permission:…} (held anywhere)
 * @param refused the permissions that are of no use then
 * @param confidence how certain it is that the article says so
 * @param validTo exclusive
 */
public record DutyExclusion(
        String code,
        String held,
        List<String> refused,
        String legalRef,
        String confidence,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        String nameVi,
        String nameEn) {
    private static final String FILE = "catalogue/duties.yaml";
    private static final Set<String> CERTAINTIES = Set.of("CONFIRMED", "PARTLY", "UNCONFIRMED", "INFERRED");

    /** All of the catalogue. @throws IllegalStateException when one says too little */
    static List<DutyExclusion> all() {
        try (var stream = Thread.currentThread().getContextClassLoader().getResourceAsStream(FILE)) {
            if (stream == null) {
                throw new IllegalStateException(FILE + " is missing");
            }
            var found = new ArrayList<DutyExclusion>();
            new YAMLMapper().readTree(stream).path("exclusions").forEach(row -> found.add(of(row)));
            return List.copyOf(found);
        } catch (IOException unreadable) {
            throw new IllegalStateException(FILE + " cannot be read", unreadable);
        }
    }

    private static DutyExclusion of(JsonNode row) {
        var refused = new ArrayList<String>();
        row.path("refused").forEach(permission -> refused.add(permission.asText()));
        var confidence = text(row, "confidence");
        if (refused.isEmpty() || !CERTAINTIES.contains(confidence)) {
            throw new IllegalStateException(FILE + ": refused or confidence is wrong in " + row);
        }
        return new DutyExclusion(
                text(row, "code"),
                text(row, "held"),
                List.copyOf(refused),
                text(row, "legalRef"),
                confidence,
                day(row, "validFrom"),
                day(row, "validTo"),
                text(row, "vi"),
                text(row, "en"));
    }

    private static String text(JsonNode row, String field) {
        var text = row.path(field).asText("");
        if (text.isBlank()) {
            throw new IllegalStateException(FILE + ": " + field + " is missing in " + row);
        }
        return text;
    }

    private static @Nullable LocalDate day(JsonNode row, String field) {
        return row.hasNonNull(field) ? LocalDate.parse(row.path(field).asText()) : null;
    }

    boolean concerns(String permission, LocalDate day) {
        return refused.contains(permission)
                && (validFrom == null || !validFrom.isAfter(day))
                && (validTo == null || validTo.isAfter(day));
    }
}
