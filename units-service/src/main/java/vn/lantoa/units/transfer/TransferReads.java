package vn.lantoa.units.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.access.Caller;
import vn.lantoa.rest.Cursor;
import vn.lantoa.rest.IdCursor;
import vn.lantoa.rest.Page;
import vn.lantoa.rest.PageRequest;
import vn.lantoa.sql.Query;
import vn.lantoa.sql.Row;
import vn.lantoa.units.unit.LineReach;

/** Transfers in lists: those with a side that the reader reaches; one statement. */
@ApplicationScoped
class TransferReads {
    private final Caller caller;
    private final DataSource database;
    private final Clock clock;

    TransferReads(Caller caller, DataSource database, Clock clock) {
        this.caller = caller;
        this.database = database;
        this.clock = clock;
    }

    Page<TransferView> page(TransferFilter filter, PageRequest page) {
        var today = LocalDate.now(clock);
        var matching = Query.of("FROM transfer t JOIN line l ON l.code = t.line WHERE true")
                .addIf(filter.person, "AND t.person = ANY (person_records(?))")
                .addIf(filter.status, "AND t.status = ?");
        matching.add("AND EXISTS (SELECT FROM transfer_side s WHERE s.transfer = t.id")
                .addIf(filter.direction, "AND s.side = ?")
                .addIf(filter.unit, "AND s.unit = ?");
        if (filter.awaiting) {
            matching.add("AND t.status = 'PROPOSED' AND s.side <> t.proposed_by AND s.valid @> ?::date", today);
        }
        matching.add("AND");
        var reach = caller.reach(filter.awaiting ? "transfer.decide" : "transfer.read");
        LineReach.condition(matching, reach, "s.unit", "t.line", "l.confidential", today)
                .add(")");
        return page(matching, page, today);
    }

    /** Those that concern a person, for that person's own eyes. */
    Page<TransferView> own(UUID person, @Nullable TransferStatus status, PageRequest page) {
        var matching = Query.of("FROM transfer t WHERE t.person = ANY (person_records(?))", person)
                .addIf(status, "AND t.status = ?");
        return page(matching, page, LocalDate.now(clock));
    }

    private Page<TransferView> page(Query matching, PageRequest page, LocalDate today) {
        var query = Query.of("""
                        SELECT t.*, p.name AS person_name,
                               (SELECT unit FROM transfer_side n
                                WHERE n.transfer = t.id AND n.side = 'FROM' AND n.valid @> ?::date) AS from_now,
                               (SELECT unit FROM transfer_side n
                                WHERE n.transfer = t.id AND n.side = 'TO' AND n.valid @> ?::date) AS to_now
                        FROM (SELECT t.*
                        """, today, today).add(matching);
        var after = IdCursor.after(page);
        if (after != null) {
            query.add("AND t.id > ?", after);
        }
        var rows = query.add(
                        "ORDER BY t.id LIMIT ?) AS t JOIN person p ON p.id = t.person ORDER BY t.id", page.limit + 1)
                .list(database, TransferReads::view);
        var total = page.total ? Query.of("SELECT count(*)").add(matching).count(database) : null;
        return Page.of(rows, page.limit, row -> Cursor.of(row.id()), total);
    }

    private static TransferView view(Row row) throws SQLException {
        return new TransferView(
                row.id("id"),
                row.id("person"),
                row.text("person_name"),
                row.text("line"),
                row.id("from_unit"),
                row.id("to_unit"),
                row.idOrNull("from_now"),
                row.idOrNull("to_now"),
                row.day("effective_on"),
                TransferSide.valueOf(row.text("proposed_by")),
                TransferStatus.valueOf(row.text("status")),
                row.textOrNull("document"),
                row.textOrNull("remark"),
                row.textOrNull("reason"),
                row.instantOrNull("decided_at"),
                row.idOrNull("decided_by"),
                row.number("version"),
                row.instant("created_at"),
                row.instant("updated_at"));
    }
}
