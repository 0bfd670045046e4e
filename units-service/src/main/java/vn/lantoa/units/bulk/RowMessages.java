package vn.lantoa.units.bulk;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import vn.lantoa.rest.ProblemTexts;

/** The words of row errors: those of the API. */
@Singleton
class RowMessages {
    private final ProblemTexts texts;
    private final Set<String> problems;

    RowMessages(ProblemTexts texts) {
        this.texts = texts;
        this.problems = texts.codes();
    }

    String of(RowError error, Locale language) {
        // a text for a field may name values that only the single act knows
        boolean general = error.args().isEmpty() && problems.contains(error.code());
        return texts.knowsField(error.code()) && !general
                ? texts.field(error.code(), List.copyOf(error.args()), language)
                : texts.detail(error.code(), List.copyOf(error.args()), language);
    }

    /** All errors of a row in one cell. */
    String of(List<RowError> errors, List<Column> columns, Locale language) {
        return errors.stream()
                .map(error -> heading(error, columns) + of(error, language))
                .collect(Collectors.joining(" "));
    }

    private static String heading(RowError error, List<Column> columns) {
        return columns.stream()
                .filter(column -> column.name().equals(error.column()))
                .map(column -> column.heading() + ": ")
                .findFirst()
                .orElse("");
    }
}
