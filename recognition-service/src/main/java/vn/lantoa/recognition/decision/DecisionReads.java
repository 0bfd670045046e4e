package vn.lantoa.recognition.decision;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
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

/** Decisions in lists, and what belongs to one. */
@ApplicationScoped
class DecisionReads {
    private final DataSource database;
    private final Caller caller;
    private final Today today;

    DecisionReads(DataSource database, Caller caller, Today today) {
        this.database = database;
        this.caller = caller;
        this.today = today;
    }

    DecisionView show(Decision decision) {
        var awards = Select.of("""
                        SELECT a.id, dn.nomination, a.recipient_name, c.serial, c.check_code
                        FROM decision_nomination dn
                        LEFT JOIN award a ON a.nomination = dn.nomination
                        LEFT JOIN certificate c ON c.award = a.id
                        WHERE dn.decision = ? ORDER BY dn.position""", decision.id()).list(database, Line::of);
        return decision.view(
                awards.stream().map(Line::nomination).toList(),
                awards.stream().flatMap(line -> line.award().stream()).toList());
    }

    List<UUID> nominations(UUID decision) {
        return Select.of("SELECT nomination FROM decision_nomination WHERE decision = ? ORDER BY position", decision)
                .list(database, row -> Select.id(row, "nomination"));
    }

    Page<DecisionRow> list(DecisionFilter filter, PageRequest page) {
        var rows = restricted("""
                        SELECT d.*, (SELECT count(*) FROM decision_nomination dn WHERE dn.decision = d.id) AS nominations
                        FROM decision d""", filter)
                .addIf(IdCursor.after(page), "AND d.id < ?")
                .add("ORDER BY d.id DESC LIMIT ?", page.limit + 1)
                .list(database, DecisionReads::row);
        return Page.of(rows, page.limit, row -> Cursor.of(row.id()), page.total ? total(filter) : null);
    }

    private long total(DecisionFilter filter) {
        return restricted("SELECT count(*) FROM decision d", filter)
                .first(database, row -> row.getLong(1))
                .orElse(0L);
    }

    private Select restricted(String sql, DecisionFilter filter) {
        var select = Select.of(sql)
                .add("WHERE true")
                .addIf(filter.issuer, "AND d.issuer = ?")
                .addIf(filter.awardType, "AND d.award_type = ?")
                .addIf(filter.status, "AND d.status = ?")
                .addIf(filter.number, "AND d.number = ?");
        return Reachable.restrict(select, caller.reach("decision.read"), "d.issuer", today.day());
    }

    private static DecisionRow row(ResultSet row) throws SQLException {
        return new DecisionRow(
                Select.id(row, "id"),
                row.getLong("version"),
                Select.id(row, "issuer"),
                row.getString("issuer_name"),
                row.getString("award_type"),
                DecisionStatus.valueOf(row.getString("status")),
                row.getString("number"),
                Select.day(row, "signed_on"),
                row.getString("legal_ref"),
                row.getInt("nominations"),
                row.getBoolean("sample") ? "SAMPLE" : null,
                Select.instant(row, "updated_at"));
    }

    /** A nomination of a decision and, once signed, what was granted for it. */
    private record Line(UUID nomination, java.util.Optional<GrantedAward> award) {
        static Line of(ResultSet row) throws SQLException {
            var award = row.getObject("id", UUID.class);
            var nomination = Select.id(row, "nomination");
            return new Line(
                    nomination,
                    award == null
                            ? java.util.Optional.empty()
                            : java.util.Optional.of(new GrantedAward(
                                    award,
                                    nomination,
                                    row.getString("recipient_name"),
                                    row.getString("serial"),
                                    row.getString("check_code"))));
        }
    }
}
