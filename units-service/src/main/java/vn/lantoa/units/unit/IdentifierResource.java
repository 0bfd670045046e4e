package vn.lantoa.units.unit;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import vn.lantoa.access.Caller;
import vn.lantoa.events.units.UnitChange;
import vn.lantoa.events.units.UnitCorrected;
import vn.lantoa.events.units.UnitState;
import vn.lantoa.rest.Covers;
import vn.lantoa.rest.Created;
import vn.lantoa.rest.Idempotent;
import vn.lantoa.rest.IfMatch;
import vn.lantoa.rest.Page;
import vn.lantoa.rest.Scoped;
import vn.lantoa.units.period.EndOn;

/** The codes of a unit: one of each scheme a day; a code that is given up may be borne by another. */
@Path("/units/{id}/identifiers")
@Tag(name = "units")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class IdentifierResource {
    private final Units units;
    private final UnitReads reads;
    private final Lineages lineages;
    private final Lines lines;
    private final IdentifierSchemes schemes;
    private final UnitJournal journal;
    private final Caller caller;
    private final Clock clock;

    IdentifierResource(
            Units units,
            UnitReads reads,
            Lineages lineages,
            Lines lines,
            IdentifierSchemes schemes,
            UnitJournal journal,
            Caller caller,
            Clock clock) {
        this.units = units;
        this.reads = reads;
        this.lineages = lineages;
        this.lines = lines;
        this.schemes = schemes;
        this.journal = journal;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @PermissionsAllowed("unit.correct")
    @Scoped(Covers.UNIT)
    @Idempotent
    @Transactional
    @Operation(
            operationId = "identifyUnit",
            summary = "Record a code that a unit bears from a day on",
            description = "The code of the same scheme that it bore before ends that day.")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = UnitView.class)))
    public RestResponse<UnitView> identify(@PathParam("id") UUID id, @NotNull @Valid GivenIdentifier command) {
        caller.require("unit.correct", id);
        schemes.require(command.schemeOrDefault(), command.value(), "/value");
        var unit = units.get(id);
        var before = state(unit);
        var period = unit.within(command.validFrom(), command.validTo());
        var now = clock.instant();
        if (period.from() != null) {
            unit.giveUp(command.schemeOrDefault(), period.from(), now);
            units.flush();
        }
        unit.bear(command.schemeOrDefault(), command.value(), period, now);
        lines.settle(Map.of());
        write("unit.identify", before, unit, period.from());
        return Created.at("/units/" + id, UnitView.of(unit, LocalDate.now(clock)));
    }

    @POST
    @Path("/{identifier}/end")
    @PermissionsAllowed("unit.correct")
    @Scoped(Covers.UNIT)
    @Idempotent
    @Transactional
    @Operation(
            operationId = "endUnitIdentifier",
            summary = "Record that a unit bears a code no longer from a day on",
            description = "From that day on another unit may bear it. If-Match takes the version of the unit.")
    public UnitView end(
            @PathParam("id") UUID id,
            @PathParam("identifier") UUID identifier,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid EndOn command) {
        caller.require("unit.correct", id);
        var unit = units.get(id);
        IfMatch.require(ifMatch, unit.version());
        var before = state(unit);
        unit.endIdentifier(identifier, command.validTo(), clock.instant());
        units.flush();
        write("unit.identify", before, unit, command.validTo());
        return UnitView.of(unit, LocalDate.now(clock));
    }

    @GET
    @PermissionsAllowed("unit.read")
    @Scoped(Covers.HELD)
    @Operation(operationId = "listUnitIdentifiers", summary = "Every code a unit ever bore")
    public Page<IdentifierView> list(
            @PathParam("id") UUID id,
            @QueryParam("scheme")
                    @Pattern(regexp = Codes.CODE)
                    @Parameter(description = "Only codes of this scheme", example = "QD20")
                    @Nullable
                    String scheme,
            @QueryParam("asOf")
                    @Parameter(description = "Only codes borne on this day", example = "2025-06-30")
                    @Nullable
                    LocalDate asOf) {
        return new Page<>(reads.identifiers(id, scheme, asOf), null, null);
    }

    private void write(String act, UnitState before, Unit unit, @Nullable LocalDate day) {
        journal.write(act, before, new UnitCorrected(unit.id(), new UnitChange(act, day, null, null), state(unit)));
    }

    private UnitState state(Unit unit) {
        var neighbours = lineages.of(unit.id());
        return unit.state(neighbours.predecessors(), neighbours.successors());
    }
}
