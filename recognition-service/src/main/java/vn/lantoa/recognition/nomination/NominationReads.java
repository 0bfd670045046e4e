package vn.lantoa.recognition.nomination;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import vn.lantoa.access.Caller;
import vn.lantoa.knownunits.Reachable;
import vn.lantoa.recognition.rules.Verdict;
import vn.lantoa.rest.Cursor;
import vn.lantoa.rest.IdCursor;
import vn.lantoa.rest.Page;
import vn.lantoa.rest.PageRequest;
import vn.lantoa.rest.Today;
import vn.lantoa.sql.Query;
import vn.lantoa.sql.Row;

/** Lists of nominations and their timelines: one statement each. */
@ApplicationScoped
class NominationReads {
    private final DataSource database;
    private final Caller caller;
    private final Today today;

    NominationReads(DataSource database, Caller caller, Today today) {
        this.database = database;
        this.caller = caller;
        this.today = today;
    }

    Page<NominationRow> list(NominationFilter filter, PageRequest page) {
        var rows = restricted("SELECT n.* FROM nomination n", filter)
                .addIf(IdCursor.after(page), "AND n.id < ?")
                .add("ORDER BY n.id DESC LIMIT ?", page.limit + 1)
                .list(database, NominationReads::row);
        return Page.of(rows, page.limit, row -> Cursor.of(row.id()), page.total ? total(filter) : null);
    }

    List<TimelineEntry> steps(UUID nomination) {
        return Query.of("SELECT * FROM nomination_step WHERE nomination = ? ORDER BY number", nomination)
                .list(
                        database,
                        row -> new TimelineEntry(
                                row.integer("number"),
                                row.text("act"),
                                NominationStatus.valueOf(row.text("status")),
                                row.id("by_person"),
                                row.instant("at"),
                                row.textOrNull("legal_ref"),
                                row.textOrNull("reason")));
    }

    private long total(NominationFilter filter) {
        return restricted("SELECT count(*) FROM nomination n", filter).count(database);
    }

    private Query restricted(String sql, NominationFilter filter) {
        var select = Query.of(sql)
                .add("WHERE true")
                .addIf(filter.awardType, "AND n.award_type = ?")
                .addIf(filter.unit, "AND n.unit = ?")
                .addIf(filter.person, "AND n.person = ANY (known_person_records(?))")
                .addIf(filter.proposingUnit, "AND n.proposing_unit = ?")
                .addIf(filter.year, "AND n.year = ?")
                .addIf(filter.status, "AND n.status = ?")
                .addIf(filter.updatedSince, "AND n.updated_at >= ?");
        return Reachable.restrict(select, caller.reach("nomination.read"), "n.proposing_unit", today.day());
    }

    private static NominationRow row(Row row) throws SQLException {
        return new NominationRow(
                row.id("id"),
                row.number("version"),
                row.text("award_type"),
                row.textOrNull("category"),
                row.textOrNull("occasion"),
                row.id("unit"),
                row.text("unit_name"),
                row.idOrNull("person"),
                row.text("subject_name"),
                row.id("proposing_unit"),
                row.integer("year"),
                NominationStatus.valueOf(row.text("status")),
                Optional.ofNullable(row.textOrNull("verdict"))
                        .map(Verdict::valueOf)
                        .orElse(null),
                row.instant("updated_at"));
    }
}
