package vn.lantoa.units.unit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.problems.FieldError;
import vn.lantoa.problems.Invalid;
import vn.lantoa.sql.Query;

/** What the codes of each scheme look like. Schemes come with migrations only, so that each is read once. */
@ApplicationScoped
public class IdentifierSchemes {
    private static final Shape ANY = new Shape(Pattern.compile(".*"), null);

    private final DataSource database;
    private final Map<String, Shape> shapes = new ConcurrentHashMap<>();

    IdentifierSchemes(DataSource database) {
        this.database = database;
    }

    private record Shape(Pattern pattern, @Nullable String example) {}

    /** Adds an error where the scheme knows no such code. A scheme that is not listed is refused elsewhere. */
    public void check(String scheme, String value, String pointer, List<FieldError> errors) {
        var shape = shapes.computeIfAbsent(scheme, this::read);
        if (!shape.pattern().matcher(value).matches()) {
            errors.add(FieldError.at(
                    pointer, "code-not-of-scheme", value, scheme, shape.example() == null ? "–" : shape.example()));
        }
    }

    /** @throws Invalid 422 {@code code-not-of-scheme} */
    void require(String scheme, String value, String pointer) {
        var errors = new ArrayList<FieldError>();
        check(scheme, value, pointer, errors);
        if (!errors.isEmpty()) {
            throw new Invalid("code-not-of-scheme", errors);
        }
    }

    private Shape read(String scheme) {
        return Query.of("SELECT pattern, example FROM identifier_scheme WHERE code = ?", scheme)
                .first(
                        database,
                        row -> new Shape(
                                Pattern.compile(
                                        row.textOrNull("pattern") == null ? ".*" : row.text("pattern"), Pattern.DOTALL),
                                row.textOrNull("example")))
                .orElse(ANY);
    }
}
