package vn.lantoa.recognition.fact;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import vn.lantoa.access.Caller;
import vn.lantoa.recognition.sql.IdCursor;
import vn.lantoa.recognition.sql.Reachable;
import vn.lantoa.recognition.sql.Select;
import vn.lantoa.recognition.time.Today;
import vn.lantoa.rest.Cursor;
import vn.lantoa.rest.Page;
import vn.lantoa.rest.PageRequest;

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
        return Select.of("SELECT * FROM fact WHERE id = ?", id).first(database, this::view);
    }

    Page<FactView> list(FactFilter filter, PageRequest page) {
        var select = restricted("SELECT * FROM fact f", filter);
        var rows = select.addIf(IdCursor.after(page), "AND f.id < ?")
                .add("ORDER BY f.id DESC LIMIT ?", page.limit + 1)
                .list(database, this::view);
        return Page.of(rows, page.limit, row -> Cursor.of(row.id()), page.total ? total(filter) : null);
    }

    private long total(FactFilter filter) {
        return restricted("SELECT count(*) FROM fact f", filter)
                .first(database, row -> row.getLong(1))
                .orElse(0L);
    }

    private Select restricted(String sql, FactFilter filter) {
        var select = Select.of(sql)
                .add("WHERE true")
                .addIf(filter.unit, "AND f.unit = ?")
                .addIf(filter.person, "AND f.person = ?")
                .addIf(filter.year, "AND f.year = ?")
                .addIf(filter.kind, "AND f.kind = ?");
        if (!filter.history) {
            select.add("AND f.superseded_by IS NULL AND f.kind <> 'WITHDRAWAL'");
        }
        return Reachable.restrict(select, caller.reach("fact.record"), "f.unit", today.day());
    }

    private FactView view(ResultSet row) throws SQLException {
        try {
            return new FactView(
                    Select.id(row, "id"),
                    row.getString("kind"),
                    Select.id(row, "unit"),
                    row.getObject("person", UUID.class),
                    row.getObject("year", Integer.class),
                    Select.day(row, "valid_from"),
                    Select.day(row, "valid_to"),
                    mapper.readTree(row.getString("content")),
                    row.getString("source_document"),
                    Select.day(row, "source_date"),
                    row.getObject("supersedes", UUID.class),
                    row.getObject("superseded_by", UUID.class),
                    Select.id(row, "recorded_by"),
                    Select.instant(row, "recorded_at"));
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException(damaged);
        }
    }
}
