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
import vn.lantoa.access.Caller;
import vn.lantoa.knownunits.Reachable;
import vn.lantoa.problems.Unavailable;
import vn.lantoa.recognition.impact.ReorganisationImpacts.TouchedUnit;
import vn.lantoa.recognition.scope.Scope;
import vn.lantoa.rest.Covers;
import vn.lantoa.rest.Outside;
import vn.lantoa.rest.Scoped;
import vn.lantoa.rest.Today;
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
                       AND n.status NOT IN ('REJECTED', 'VOTED_FAIL', 'DECIDED', 'WITHDRAWN')""";
    private static final String DECISIONS = """
            ) AS open_nominations,
                   (SELECT count(*) FROM decision d WHERE d.issuer = ending.unit AND d.status = 'DRAFT'""";
    private static final String AWARDS = """
            ) AS draft_decisions,
                   (SELECT count(*) FROM award a WHERE a.unit = ending.unit""";
    private static final String TOUCHED = """
            ) AS awards
            FROM (
                SELECT told.unit, bool_or(told.ends) AS ends
                FROM known_reorganisation k
                CROSS JOIN LATERAL (SELECT unnest(k.ending) AS unit, true AS ends
                                    UNION ALL SELECT unnest(k.changing), false) AS told
                WHERE k.id = ? GROUP BY told.unit) AS ending
            ORDER BY unit_name, ending.unit""";

    private final DataSource database;
    private final Scope scope;
    private final Caller caller;
    private final Today today;

    ReorganisationImpactResource(DataSource database, Scope scope, Caller caller, Today today) {
        this.database = database;
        this.scope = scope;
        this.caller = caller;
        this.today = today;
    }

    @GET
    @PermissionsAllowed("award.read")
    @Scoped(value = Covers.UNIT, outside = Outside.LEFT_OUT)
    @Operation(
            operationId = "getReorganisationImpacts",
            summary = "Open nominations, draft decisions and awards of units that end or change",
            description =
                    "Counted as far as the caller may read each of them. What is only drafted is known to those who"
                            + " may draft reorganisations; to others it is as if nothing had been heard of it.")
    public ReorganisationImpacts getReorganisationImpacts(@QueryParam("reorganisation") @NotNull UUID reorganisation) {
        var touched = counted(reorganisation)
                .list(
                        database,
                        row -> new TouchedUnit(
                                row.id("unit"),
                                row.text("unit_name"),
                                row.flag("ends"),
                                row.number("open_nominations"),
                                row.number("draft_decisions"),
                                row.number("awards")));
        var known = Query.of("SELECT * FROM known_reorganisation WHERE id = ? AND part = 0", reorganisation);
        if (!caller.reach("reorganisation.draft").everywhere()) {
            known.add("AND status IN ('ENACTED', 'ANNULLED')");
        }
        return known.first(
                        database,
                        row -> new ReorganisationImpacts(
                                reorganisation,
                                row.text("document_number"),
                                row.day("effective_on"),
                                row.text("status"),
                                concerned(touched)))
                .orElseThrow(() -> Unavailable.notYetKnown(reorganisation));
    }

    /** Each is counted where the caller may read it one by one. */
    private Query counted(UUID reorganisation) {
        var query = Query.of(UNITS);
        restrict(query, "nomination.read", "n.proposing_unit").add(DECISIONS);
        restrict(query, "decision.read", "d.issuer").add(AWARDS);
        return scope.restrictAwards(query).add(TOUCHED, reorganisation);
    }

    private Query restrict(Query query, String permission, String column) {
        return Reachable.restrict(query, caller.reach(permission), column, today.day());
    }

    private static List<TouchedUnit> concerned(List<TouchedUnit> units) {
        return units.stream()
                .filter(unit -> unit.openNominations() + unit.draftDecisions() + unit.awards() > 0)
                .toList();
    }
}
