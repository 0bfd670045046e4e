package vn.lantoa.campaigns.reorganisation;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.lantoa.access.Caller;
import vn.lantoa.campaigns.names.SqlNames;
import vn.lantoa.campaigns.reorganisation.ReorganisationImpacts.TouchedCampaign;
import vn.lantoa.campaigns.reorganisation.ReorganisationImpacts.TouchedUnit;
import vn.lantoa.problems.Unavailable;
import vn.lantoa.rest.Covers;
import vn.lantoa.rest.Outside;
import vn.lantoa.rest.Scoped;
import vn.lantoa.rest.Today;
import vn.lantoa.sql.Query;

/** What a drafted reorganisation would touch here. */
@Path("/reorganisation-impacts")
@RunOnVirtualThread
@Tag(name = "Reorganisation impacts", description = "Việc sắp xếp đơn vị ảnh hưởng gì ở đây")
public class ReorganisationImpactResource {
    private static final String UNITS = """
            SELECT e.unit, e.ends, unit_names.*, f.open_campaigns, f.open_registrations
            FROM (
                SELECT told.unit, bool_or(told.ends) AS ends
                FROM known_reorganisation k
                CROSS JOIN LATERAL (SELECT unnest(k.ending) AS unit, true AS ends
                                    UNION ALL SELECT unnest(k.changing), false) AS told
                WHERE k.id = ? GROUP BY told.unit) AS e
            CROSS JOIN LATERAL (
                SELECT (SELECT count(*) FROM campaign c WHERE c.organiser = e.unit AND c.status <> 'CLOSED'
            """;
    private static final int MOST_CAMPAIGNS = 200;

    private final DataSource database;
    private final Caller caller;
    private final Today today;

    ReorganisationImpactResource(DataSource database, Caller caller, Today today) {
        this.database = database;
        this.caller = caller;
        this.today = today;
    }

    @GET
    @PermissionsAllowed("campaign.read")
    @Scoped(value = Covers.UNIT, outside = Outside.LEFT_OUT)
    @Operation(
            operationId = "getReorganisationImpacts",
            summary = "Campaigns whose organisers end, and open registrations of units that end or change",
            description = "What is only drafted is known to those who may draft reorganisations; to others it is as if"
                    + " nothing had been heard of it.")
    public ReorganisationImpacts getReorganisationImpacts(@QueryParam("reorganisation") @NotNull UUID reorganisation) {
        record Known(String documentNumber, LocalDate effectiveOn, String status) {}
        var asked = Query.of(
                "SELECT document_number, effective_on, status FROM known_reorganisation WHERE id = ? AND part = 0",
                reorganisation);
        if (!caller.reach("reorganisation.draft").everywhere()) {
            asked.add("AND status IN ('ENACTED', 'ANNULLED')");
        }
        var known = asked.first(
                        database,
                        row -> new Known(
                                row.text("document_number"),
                                Objects.requireNonNull(row.dayOrNull("effective_on")),
                                row.text("status")))
                .orElseThrow(() -> Unavailable.notYetKnown(reorganisation));
        return new ReorganisationImpacts(
                reorganisation,
                known.documentNumber(),
                known.effectiveOn(),
                known.status(),
                units(reorganisation, known.effectiveOn().minusDays(1)),
                campaigns(reorganisation));
    }

    /** Each is counted where the caller may read it one by one. */
    private List<TouchedUnit> units(UUID reorganisation, LocalDate lastDay) {
        var query = Query.of(UNITS, reorganisation);
        var campaigns = caller.reach("campaign.read");
        if (!campaigns.everywhere()) {
            SqlNames.within(query.add("AND (c.status = 'LAUNCHED' OR"), "c.organiser", campaigns, today.day())
                    .add(")");
        }
        query.add(") AS open_campaigns, (SELECT count(*) FROM registration r")
                .add("WHERE r.unit = e.unit AND r.status <> 'REVIEWED'");
        var registrations = caller.reach("registration.read");
        if (!registrations.everywhere()) {
            SqlNames.within(query.add("AND"), "r.unit", registrations, today.day());
        }
        return query.add(") AS open_registrations) f")
                .add(SqlNames.UNIT_NAME.formatted("e.unit"), lastDay)
                .add("WHERE f.open_campaigns > 0 OR f.open_registrations > 0 ORDER BY unit_name, e.unit")
                .list(
                        database,
                        row -> new TouchedUnit(
                                SqlNames.unit(row, "unit"),
                                row.flag("ends"),
                                row.number("open_campaigns"),
                                row.number("open_registrations")));
    }

    /** As in the list of campaigns: what is not launched is shown only where it may be read. */
    private List<TouchedCampaign> campaigns(UUID reorganisation) {
        var touched = Query.of(
                "SELECT c.id, c.code, c.title, c.status, c.organiser FROM known_reorganisation k"
                        + " JOIN campaign c ON c.organiser = ANY (k.ending) AND c.status <> 'CLOSED'"
                        + " WHERE k.id = ?",
                reorganisation);
        var reach = caller.reach("campaign.read");
        if (!reach.everywhere()) {
            SqlNames.within(touched.add("AND (c.status = 'LAUNCHED' OR"), "c.organiser", reach, today.day())
                    .add(")");
        }
        return touched.add("ORDER BY c.id DESC LIMIT ?", MOST_CAMPAIGNS)
                .list(
                        database,
                        row -> new TouchedCampaign(
                                row.id("id"),
                                row.text("code"),
                                row.text("title"),
                                row.text("status"),
                                row.id("organiser")));
    }
}
