package vn.lantoa.recognition.fact;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import vn.lantoa.access.Caller;
import vn.lantoa.knownunits.Reachable;
import vn.lantoa.rest.Cursor;
import vn.lantoa.rest.IdCursor;
import vn.lantoa.rest.Page;
import vn.lantoa.rest.PageRequest;
import vn.lantoa.rest.Today;
import vn.lantoa.sql.Query;
import vn.lantoa.sql.Row;

/** Facts as views, newest first: one statement each. */
@ApplicationScoped
class FactReads {
    private final DataSource database;
    private final ObjectMapper mapper;
    private final Caller caller;
    private final Today today;

    FactReads(DataSource database, ObjectMapper mapper, Caller caller, Today today) {
        this.database = database;
        this.mapper = mapper;
        this.caller = caller;
        this.today = today;
    }

    Optional<FactView> find(UUID id) {
        return Query.of("SELECT * FROM fact WHERE id = ?", id).first(database, this::view);
    }

    Page<FactView> list(FactFilter filter, PageRequest page) {
        var select = restricted("SELECT * FROM fact f", filter);
        var rows = select.addIf(IdCursor.after(page), "AND f.id < ?")
                .add("ORDER BY f.id DESC LIMIT ?", page.limit + 1)
                .list(database, this::view);
        return Page.of(rows, page.limit, row -> Cursor.of(row.id()), page.total ? total(filter) : null);
    }

    private long total(FactFilter filter) {
        return restricted("SELECT count(*) FROM fact f", filter).count(database);
    }

    private Query restricted(String sql, FactFilter filter) {
        var select = Query.of(sql)
                .add("WHERE true")
                .addIf(filter.unit, "AND f.unit = ?")
                .addIf(filter.person, "AND f.person = ANY (known_person_records(?))")
                .addIf(filter.year, "AND f.year = ?")
                .addIf(filter.kind, "AND f.kind = ?");
        if (!filter.history) {
            select.add("AND f.superseded_by IS NULL AND f.kind <> 'WITHDRAWAL'");
        }
        return Reachable.restrict(select, caller.reach("fact.record"), "f.unit", today.day());
    }

    private FactView view(Row row) throws SQLException {
        try {
            return new FactView(
                    row.id("id"),
                    row.text("kind"),
                    row.id("unit"),
                    row.idOrNull("person"),
                    row.integerOrNull("year"),
                    row.dayOrNull("valid_from"),
                    row.dayOrNull("valid_to"),
                    mapper.readTree(row.text("content")),
                    row.text("source_document"),
                    row.dayOrNull("source_date"),
                    row.idOrNull("supersedes"),
                    row.idOrNull("superseded_by"),
                    row.id("recorded_by"),
                    row.instant("recorded_at"));
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException(damaged);
        }
    }
}
