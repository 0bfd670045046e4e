package vn.lantoa.recognition.decision;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
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
        var awards = Query.of("""
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
        return Query.of("SELECT nomination FROM decision_nomination WHERE decision = ? ORDER BY position", decision)
                .list(database, row -> row.id("nomination"));
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
        return restricted("SELECT count(*) FROM decision d", filter).count(database);
    }

    private Query restricted(String sql, DecisionFilter filter) {
        var select = Query.of(sql)
                .add("WHERE true")
                .addIf(filter.issuer, "AND d.issuer = ?")
                .addIf(filter.awardType, "AND d.award_type = ?")
                .addIf(filter.status, "AND d.status = ?")
                .addIf(filter.number, "AND d.number = ?");
        return Reachable.restrict(select, caller.reach("decision.read"), "d.issuer", today.day());
    }

    private static DecisionRow row(Row row) throws SQLException {
        return new DecisionRow(
                row.id("id"),
                row.number("version"),
                row.id("issuer"),
                row.text("issuer_name"),
                row.text("award_type"),
                DecisionStatus.valueOf(row.text("status")),
                row.textOrNull("number"),
                row.dayOrNull("signed_on"),
                row.textOrNull("legal_ref"),
                row.integer("nominations"),
                row.flag("sample") ? "SAMPLE" : null,
                row.instant("updated_at"));
    }

    /** A nomination of a decision and, once signed, what was granted for it. */
    private record Line(UUID nomination, java.util.Optional<GrantedAward> award) {
        static Line of(Row row) throws SQLException {
            var award = row.idOrNull("id");
            var nomination = row.id("nomination");
            return new Line(
                    nomination,
                    award == null
                            ? java.util.Optional.empty()
                            : java.util.Optional.of(new GrantedAward(
                                    award,
                                    nomination,
                                    row.text("recipient_name"),
                                    row.text("serial"),
                                    row.text("check_code"))));
        }
    }
}
