package vn.lantoa.recognition.impact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.audit.Audit;
import vn.lantoa.events.units.ReorganisationState;
import vn.lantoa.sql.Query;

/**
 * Writes down what units that ended had open here on the day a reorganisation took effect, and to whom it passed. The work
 * itself is not moved: rights over an heir reach what it inherited.
 */
@ApplicationScoped
class WorkPassesOn {
    static final String TOOK_EFFECT = "vn.lantoa.units.reorganisation.took-effect.v1";

    private static final String OPEN = """
            SELECT e.unit, h.heir, f.open_nominations, f.draft_decisions
            FROM unnest(?::uuid[]) AS e (unit)
            CROSS JOIN LATERAL (
                SELECT (SELECT count(*) FROM nomination n WHERE n.proposing_unit = e.unit
                            AND n.status NOT IN ('REJECTED', 'VOTED_FAIL', 'DECIDED', 'WITHDRAWN')) AS open_nominations,
                       (SELECT count(*) FROM decision d WHERE d.issuer = e.unit AND d.status = 'DRAFT') AS draft_decisions) f
            LEFT JOIN known_unit_heir h ON h.unit = e.unit AND h.valid_from = ?
            WHERE f.open_nominations + f.draft_decisions > 0
            ORDER BY e.unit
            """;

    private final DataSource database;
    private final Audit audit;

    WorkPassesOn(DataSource database, Audit audit) {
        this.database = database;
        this.audit = audit;
    }

    /** What the audit trail says. */
    record PassedOn(String documentNumber, LocalDate effectiveOn, List<Left> units) {}

    /** What one unit left open; nobody has all of it where the work was shared out. */
    record Left(UUID unit, @Nullable UUID heir, long openNominations, long draftDecisions) {}

    @Transactional(Transactional.TxType.MANDATORY)
    void tookEffect(ReorganisationState state) {
        var left = Query.of(OPEN, state.ending().toArray(UUID[]::new), state.effectiveOn())
                .list(
                        database,
                        row -> new Left(
                                row.id("unit"),
                                row.idOrNull("heir"),
                                row.number("open_nominations"),
                                row.number("draft_decisions")));
        if (!left.isEmpty()) {
            audit.record(
                    "work.pass-on",
                    "reorganisation",
                    state.id(),
                    null,
                    new PassedOn(state.documentNumber(), state.effectiveOn(), left));
        }
    }
}
