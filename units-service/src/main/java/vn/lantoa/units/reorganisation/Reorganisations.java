package vn.lantoa.units.reorganisation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.problems.FieldError;
import vn.lantoa.problems.Invalid;
import vn.lantoa.problems.NotFound;
import vn.lantoa.rest.Cursor;
import vn.lantoa.rest.Page;
import vn.lantoa.rest.PageRequest;
import vn.lantoa.sql.Query;

/** Every reorganisation, drafted or enacted. */
@ApplicationScoped
class Reorganisations implements PanacheRepositoryBase<Reorganisation, UUID> {
    private final DataSource database;

    Reorganisations(DataSource database) {
        this.database = database;
    }

    /** @throws NotFound 404 {@code reorganisation-not-found} */
    Reorganisation get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new NotFound("reorganisation-not-found", id));
    }

    /** The latest effective day first. */
    Page<ReorganisationSummary> page(@Nullable ReorganisationStatus status, boolean withoutDrafts, PageRequest page) {
        var matching = Query.of("FROM reorganisation r WHERE (r.status <> 'DRAFT' OR NOT ?)", withoutDrafts)
                .addIf(status == null ? null : status.name(), "AND r.status = ?");
        var query = Query.of("SELECT r.*, json_array_length(r.operations::json) AS length")
                .add(matching);
        var after = Cursor.decode(page.cursor, 2);
        if (after != null) {
            query.add(
                    "AND (r.effective_on, r.id) < (?::date, ?::uuid)",
                    checkedDay(after.key(0)),
                    checkedId(after.key(1)));
        }
        var rows = query.add("ORDER BY r.effective_on DESC, r.id DESC LIMIT ?", page.limit + 1)
                .list(
                        database,
                        row -> new ReorganisationSummary(
                                row.id("id"),
                                ReorganisationStatus.valueOf(row.text("status")),
                                new LegalDocument(
                                        row.text("document_number"),
                                        row.text("document_issued_by"),
                                        row.day("document_signed_on")),
                                row.day("effective_on"),
                                row.integer("length"),
                                row.instantOrNull("enacted_at"),
                                row.number("version"),
                                row.instant("updated_at")));
        var total = page.total ? Query.of("SELECT count(*)").add(matching).count(database) : null;
        return Page.of(rows, page.limit, row -> Cursor.of(row.effectiveOn(), row.id()), total);
    }

    private static java.time.LocalDate checkedDay(String key) {
        try {
            return java.time.LocalDate.parse(key);
        } catch (java.time.format.DateTimeParseException foreign) {
            throw new Invalid("invalid-cursor", FieldError.at("?cursor", "invalid-cursor"));
        }
    }

    private static UUID checkedId(String key) {
        try {
            return UUID.fromString(key);
        } catch (IllegalArgumentException foreign) {
            throw new Invalid("invalid-cursor", FieldError.at("?cursor", "invalid-cursor"));
        }
    }
}
