package vn.lantoa.recognition.impact;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.lantoa.problems.Unavailable;
import vn.lantoa.recognition.impact.ReorganisationImpacts.TouchedUnit;
import vn.lantoa.rest.Covers;
import vn.lantoa.rest.Outside;
import vn.lantoa.rest.Scoped;
import vn.lantoa.sql.Query;

/** What a drafted reorganisation would touch here. */
@Path("/reorganisation-impacts")
@RunOnVirtualThread
@Tag(name = "Reorganisation impacts")
public class ReorganisationImpactResource {
    private static final String UNITS = """
            SELECT ending.unit, ending.ends,
                   coalesce((SELECT v.name FROM known_unit_version v WHERE v.unit = ending.unit
                             ORDER BY v.valid_from DESC NULLS LAST LIMIT 1), '') AS unit_name,
                   (SELECT count(*) FROM nomination n WHERE n.unit = ending.unit
                       AND n.status NOT IN ('REJECTED', 'VOTED_FAIL', 'DECIDED', 'WITHDRAWN')) AS open_nominations,
                   (SELECT count(*) FROM decision d WHERE d.issuer = ending.unit AND d.status = 'DRAFT') AS draft_decisions,
                   (SELECT count(*) FROM award a WHERE a.unit = ending.unit) AS awards
            FROM (
                SELECT told.unit, bool_or(told.ends) AS ends
                FROM known_reorganisation k
                CROSS JOIN LATERAL (SELECT unnest(k.ending) AS unit, true AS ends
                                    UNION ALL SELECT unnest(k.changing), false) AS told
                WHERE k.id = ? GROUP BY told.unit) AS ending
            ORDER BY unit_name, ending.unit""";

    private final DataSource database;

    ReorganisationImpactResource(DataSource database) {
        this.database = database;
    }

    @GET
    @PermissionsAllowed("award.read")
    @Scoped(value = Covers.UNIT, outside = Outside.LEFT_OUT)
    @Operation(
            operationId = "getReorganisationImpacts",
            summary = "Open nominations, draft decisions and awards of units that end or change")
    public ReorganisationImpacts getReorganisationImpacts(@QueryParam("reorganisation") @NotNull UUID reorganisation) {
        var touched = Query.of(UNITS, reorganisation)
                .list(
                        database,
                        row -> new TouchedUnit(
                                row.id("unit"),
                                row.text("unit_name"),
                                row.flag("ends"),
                                row.number("open_nominations"),
                                row.number("draft_decisions"),
                                row.number("awards")));
        return Query.of("SELECT * FROM known_reorganisation WHERE id = ? AND part = 0", reorganisation)
                .first(
                        database,
                        row -> new ReorganisationImpacts(
                                reorganisation,
                                row.text("document_number"),
                                row.day("effective_on"),
                                row.text("status"),
                                concerned(touched)))
                .orElseThrow(() -> Unavailable.notYetKnown(reorganisation));
    }

    private static List<TouchedUnit> concerned(List<TouchedUnit> units) {
        return units.stream()
                .filter(unit -> unit.openNominations() + unit.draftDecisions() + unit.awards() > 0)
                .toList();
    }
}
