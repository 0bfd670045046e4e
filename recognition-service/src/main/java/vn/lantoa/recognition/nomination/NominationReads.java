package vn.lantoa.recognition.nomination;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import vn.lantoa.access.Caller;
import vn.lantoa.recognition.rules.Verdict;
import vn.lantoa.recognition.sql.IdCursor;
import vn.lantoa.recognition.sql.Reachable;
import vn.lantoa.recognition.sql.Select;
import vn.lantoa.recognition.time.Today;
import vn.lantoa.rest.Cursor;
import vn.lantoa.rest.Page;
import vn.lantoa.rest.PageRequest;

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
        return Select.of("SELECT * FROM nomination_step WHERE nomination = ? ORDER BY number", nomination)
                .list(
                        database,
                        row -> new TimelineEntry(
                                row.getInt("number"),
                                row.getString("act"),
                                NominationStatus.valueOf(row.getString("status")),
                                Select.id(row, "by_person"),
                                Select.instant(row, "at"),
                                row.getString("legal_ref"),
                                row.getString("reason")));
    }

    private long total(NominationFilter filter) {
        return restricted("SELECT count(*) FROM nomination n", filter)
                .first(database, row -> row.getLong(1))
                .orElse(0L);
    }

    private Select restricted(String sql, NominationFilter filter) {
        var select = Select.of(sql)
                .add("WHERE true")
                .addIf(filter.awardType, "AND n.award_type = ?")
                .addIf(filter.unit, "AND n.unit = ?")
                .addIf(filter.person, "AND n.person = ?")
                .addIf(filter.proposingUnit, "AND n.proposing_unit = ?")
                .addIf(filter.year, "AND n.year = ?")
                .addIf(filter.status, "AND n.status = ?")
                .addIf(filter.updatedSince, "AND n.updated_at >= ?");
        return Reachable.restrict(select, caller.reach("nomination.read"), "n.proposing_unit", today.day());
    }

    private static NominationRow row(ResultSet row) throws SQLException {
        return new NominationRow(
                Select.id(row, "id"),
                row.getLong("version"),
                row.getString("award_type"),
                row.getString("category"),
                row.getString("occasion"),
                Select.id(row, "unit"),
                row.getString("unit_name"),
                row.getObject("person", UUID.class),
                row.getString("subject_name"),
                Select.id(row, "proposing_unit"),
                row.getInt("year"),
                NominationStatus.valueOf(row.getString("status")),
                Optional.ofNullable(row.getString("verdict"))
                        .map(Verdict::valueOf)
                        .orElse(null),
                Select.instant(row, "updated_at"));
    }
}
