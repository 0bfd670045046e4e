package vn.lantoa.units.person;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import vn.lantoa.sql.Query;
import vn.lantoa.units.unit.Codes;

/** What the list of persons can be narrowed by. */
public class PersonFilter {
    @QueryParam("q")
    @Size(min = 1, max = 200)
    @Parameter(
            description =
                    "Beginnings of words of the name, present, former or other, in any order, with or without diacritics;"
                            + " where no name has them, letters within a word",
            example = "hoa nong")
    public @Nullable String q;

    @QueryParam("kind")
    @Parameter(description = "Only recipients of this kind", example = "HOUSEHOLD")
    public @Nullable PersonKind kind;

    @QueryParam("staffCode")
    @Pattern(regexp = Codes.IDENTIFIER)
    @Parameter(description = "The whole code", example = "CB-04-01234")
    public @Nullable String staffCode;

    @QueryParam("updatedSince")
    @Parameter(
            description = "Everybody recorded or changed since, merged records too, in the order of change",
            example = "2025-07-01T00:00:00Z")
    public @Nullable Instant updatedSince;

    /** Whether nothing but the name narrows the list. */
    boolean isOfNamesOnly() {
        return q != null && kind == null && staffCode == null && updatedSince == null;
    }

    Query narrow(Query query) {
        return query.addIf(kind, "AND p.kind = ?")
                .addIf(staffCode == null ? null : staffCode.toUpperCase(Locale.ROOT), "AND p.staff_code = ?")
                .addIf(updatedSince, "AND p.updated_at >= ?");
    }
}
