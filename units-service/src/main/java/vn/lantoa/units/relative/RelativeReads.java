package vn.lantoa.units.relative;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.privacy.PersonKeys;
import vn.lantoa.problems.NotFound;
import vn.lantoa.rest.Cursor;
import vn.lantoa.rest.IdCursor;
import vn.lantoa.rest.Page;
import vn.lantoa.rest.PageRequest;
import vn.lantoa.sql.Query;
import vn.lantoa.sql.Row;

/** What was declared by a person and of them, ended ones too, under whichever of their records; the latest first. */
@ApplicationScoped
public class RelativeReads {
    private static final String COLUMNS = """
            SELECT d.id, d.person AS record, p.id AS person, p.name AS person_name, r.id AS relative, r.name AS relative_name,
                   d.kind, d.valid_from, d.valid_to, d.by_person, d.declared_by, d.end_reason, d.version, d.created_at,
                   d.updated_at, d.person = ANY (person_records(?)) AS theirs
            """;
    private static final String OF = """
            FROM declared_relative d JOIN person p ON p.id = person_current(d.person)
            JOIN person r ON r.id = person_current(d.relative)
            WHERE (d.person = ANY (person_records(?)) OR d.relative = ANY (person_records(?)))
            """;

    private static final int MOST = 1_000;

    private final PersonKeys keys;
    private final DataSource database;

    RelativeReads(PersonKeys keys, DataSource database) {
        this.keys = keys;
        this.database = database;
    }

    /** Who reads: why something ended is not told to the other of both. */
    enum Reader {
        PERSON,
        OFFICE
    }

    private record Found(RelativeView view, UUID key, byte @Nullable [] reason) {}

    @Transactional(Transactional.TxType.MANDATORY)
    Page<RelativeView> page(UUID person, Reader reader, PageRequest page) {
        var rows = Query.of(COLUMNS, person)
                .add(OF, person, person)
                .addIf(IdCursor.after(page), "AND d.id < ?")
                .add("ORDER BY d.id DESC LIMIT ?", page.limit + 1)
                .list(database, row -> found(row, reader));
        var total =
                page.total ? Query.of("SELECT count(*)").add(OF, person, person).count(database) : null;
        return Page.of(rows.stream().map(this::opened).toList(), page.limit, row -> Cursor.of(row.id()), total);
    }

    /** All of them, for the person's own record. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<RelativeView> mine(UUID person) {
        return Query.of(COLUMNS, person)
                .add(OF, person, person)
                .add("ORDER BY d.id DESC LIMIT ?", MOST)
                .list(database, row -> found(row, Reader.PERSON))
                .stream()
                .map(this::opened)
                .toList();
    }

    /** @throws NotFound 404 {@code relative-not-found} where it does not concern the person */
    @Transactional(Transactional.TxType.MANDATORY)
    RelativeView one(UUID person, Reader reader, UUID id) {
        return Query.of(COLUMNS, person)
                .add(OF, person, person)
                .add("AND d.id = ?", id)
                .first(database, row -> found(row, reader))
                .map(this::opened)
                .orElseThrow(() -> new NotFound("relative-not-found", id));
    }

    private static Found found(Row row, Reader reader) throws SQLException {
        var view = new RelativeView(
                row.id("id"),
                row.id("person"),
                row.text("person_name"),
                row.id("relative"),
                row.text("relative_name"),
                row.text("kind"),
                row.day("valid_from"),
                row.dayOrNull("valid_to"),
                row.flag("by_person"),
                row.idOrNull("declared_by"),
                null,
                row.number("version"),
                row.instant("created_at"),
                row.instant("updated_at"));
        boolean told = reader == Reader.OFFICE || row.flag("theirs");
        return new Found(view, row.id("record"), told ? row.bytesOrNull("end_reason") : null);
    }

    private RelativeView opened(Found found) {
        var reason = found.reason();
        return reason == null
                ? found.view()
                : found.view().with(keys.decrypt(found.key(), reason).orElse(null));
    }
}
