package vn.lantoa.recognition.impact;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import vn.lantoa.knownunits.OpenWork;
import vn.lantoa.sql.Query;

/** Nominations that are not decided, of the units that proposed them, and draft decisions of their issuers. */
@ApplicationScoped
class OpenRecognitionWork implements OpenWork {
    private static final String OPEN = """
            SELECT e.unit, f.open_nominations, f.draft_decisions
            FROM unnest(?::uuid[]) AS e (unit)
            CROSS JOIN LATERAL (
                SELECT (SELECT count(*) FROM nomination n WHERE n.proposing_unit = e.unit
                            AND n.status NOT IN ('REJECTED', 'VOTED_FAIL', 'DECIDED', 'WITHDRAWN')) AS open_nominations,
                       (SELECT count(*) FROM decision d WHERE d.issuer = e.unit AND d.status = 'DRAFT') AS draft_decisions) f
            WHERE f.open_nominations + f.draft_decisions > 0
            ORDER BY e.unit
            """;

    private final DataSource database;

    OpenRecognitionWork(DataSource database) {
        this.database = database;
    }

    @Override
    public List<Open> of(Collection<UUID> units) {
        return Query.of(OPEN, (Object) units.toArray(UUID[]::new))
                .list(
                        database,
                        row -> new Open(
                                row.id("unit"),
                                Map.of(
                                        "openNominations", row.number("open_nominations"),
                                        "draftDecisions", row.number("draft_decisions"))));
    }
}
