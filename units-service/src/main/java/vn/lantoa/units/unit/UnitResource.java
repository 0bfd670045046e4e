package vn.lantoa.units.unit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import vn.lantoa.access.Caller;
import vn.lantoa.events.units.UnitChange;
import vn.lantoa.events.units.UnitCorrected;
import vn.lantoa.events.units.UnitReplaced;
import vn.lantoa.events.units.UnitState;
import vn.lantoa.rest.AllowedActions;
import vn.lantoa.rest.Covers;
import vn.lantoa.rest.Created;
import vn.lantoa.rest.Idempotent;
import vn.lantoa.rest.IfMatch;
import vn.lantoa.rest.MergePatch;
import vn.lantoa.rest.Scoped;

/** A single unit: what it is, was and becomes. */
@Path("/units")
@Tag(name = "units", description = "Units over time")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class UnitResource {
    private final Units units;
    private final UnitReads reads;
    private final Lineages lineages;
    private final LineageWalks walks;
    private final Lines lines;
    private final UnitJournal journal;
    private final RegisterUnits registration;
    private final UnitActions actions;
    private final MergePatch patches;
    private final Caller caller;
    private final Clock clock;

    UnitResource(
            Units units,
            UnitReads reads,
            Lineages lineages,
            LineageWalks walks,
            Lines lines,
            UnitJournal journal,
            RegisterUnits registration,
            UnitActions actions,
            MergePatch patches,
            Caller caller,
            Clock clock) {
        this.units = units;
        this.reads = reads;
        this.lineages = lineages;
        this.walks = walks;
        this.lines = lines;
        this.journal = journal;
        this.registration = registration;
        this.actions = actions;
        this.patches = patches;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @PermissionsAllowed("unit.register")
    @Scoped(Covers.UNIT)
    @Idempotent
    @Transactional
    @Operation(
            operationId = "registerUnit",
            summary = "Register a unit that exists or existed",
            description = "What a merger makes is not registered but comes from its reorganisation.")
    @APIResponse(
            responseCode = "201",
            description = "Registered",
            content = @Content(schema = @Schema(implementation = UnitView.class)))
    public RestResponse<UnitView> register(@NotNull @Valid RegisterUnit command) {
        var unit = registration.register(command);
        return Created.at("/units/" + unit.id(), view(unit));
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed("unit.read")
    @Scoped(Covers.HELD)
    @Operation(operationId = "getUnit", summary = "A unit as of a day")
    public UnitView get(
            @PathParam("id") UUID id,
            @QueryParam("asOf") @Parameter(description = "Today unless given", example = "2025-06-30") @Nullable
                    LocalDate asOf) {
        return reads.asOf(id, dayOr(asOf));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MergePatch.TYPE, MediaType.APPLICATION_JSON})
    @PermissionsAllowed("unit.correct")
    @Scoped(Covers.UNIT)
    @Transactional
    @Operation(
            operationId = "correctUnit",
            summary = "Correct a recording error in the current version",
            description = "A renaming by law is a reorganisation; this mends what was written down wrongly.")
    public UnitView correct(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = CorrectUnit.class))) JsonNode patch) {
        caller.require("unit.correct", id);
        var kindChanges = patch instanceof ObjectNode changes && changes.has("kind");
        if (kindChanges) {
            lines.lock(lines.all());
        }
        var unit = units.get(id);
        IfMatch.require(ifMatch, unit.version());
        var neighbours = lineages.of(id);
        var before = state(unit, neighbours);
        var today = LocalDate.now(clock);
        var current = unit.versionNear(today);
        var correction = patches.apply(
                new CorrectUnit(
                        current.name(),
                        current.shortName(),
                        current.kind(),
                        current.sector(),
                        unit.remark(),
                        unit.beginGrounds(),
                        unit.endGrounds()),
                patch,
                CorrectUnit.class);
        var grounds = unit.grounds();
        unit.correct(correction, today, clock.instant());
        units.flush();
        if (kindChanges) {
            lines.requireRules(List.of(id));
        }
        var change = new UnitChange("unit.correct", null, null, null);
        journal.write("unit.correct", before, new UnitCorrected(id, change, state(unit, neighbours)));
        journal.grounds("unit.correct", id, grounds, unit.grounds());
        return view(unit);
    }

    @POST
    @Path("/{id}/placements")
    @PermissionsAllowed("unit.place")
    @Scoped(Covers.UNIT)
    @Idempotent
    @Transactional
    @Operation(
            operationId = "placeUnit",
            summary = "Place a unit under a parent (or as root) from a day on",
            description = "Where it stood before on that line, it stands until that day.")
    @APIResponse(
            responseCode = "201",
            description = "Placed",
            content = @Content(schema = @Schema(implementation = UnitView.class)))
    public RestResponse<UnitView> place(@PathParam("id") UUID id, @NotNull @Valid GivenPlacement command) {
        caller.require("unit.place", id);
        if (command.parent() == null) {
            caller.requireEverywhere("unit.place");
        } else {
            caller.require("unit.place", command.parent());
        }
        lines.lock(List.of(command.line()));
        var unit = units.get(id);
        var neighbours = lineages.of(id);
        var before = state(unit, neighbours);
        var period = unit.within(command.validFrom(), command.validTo());
        var now = clock.instant();
        if (period.from() != null) {
            unit.leave(command.line(), period.from(), now);
            units.flush();
        }
        unit.place(command.line(), command.parent(), period, now);
        lines.settle(Map.of(command.line(), List.of(id)));
        var change = new UnitChange("unit.place", period.from(), null, null);
        journal.write("unit.place", before, new UnitReplaced(id, change, state(unit, neighbours)));
        return Created.at("/units/" + id, view(unit));
    }

    @GET
    @Path("/{id}/history")
    @PermissionsAllowed("unit.read")
    @Scoped(Covers.HELD)
    @Operation(operationId = "getUnitHistory", summary = "Everything a unit was: names, places, codes")
    public UnitHistory history(@PathParam("id") UUID id) {
        return reads.history(id);
    }

    @GET
    @Path("/{id}/lineage")
    @PermissionsAllowed("unit.read")
    @Scoped(Covers.HELD)
    @Operation(operationId = "getUnitLineage", summary = "What a unit became or came from, over all generations")
    public LineageView lineage(
            @PathParam("id") UUID id,
            @QueryParam("direction")
                    @Parameter(description = "successors unless given", example = "predecessors")
                    @Nullable
                    LineageDirection direction,
            @QueryParam("asOf")
                    @Parameter(
                            description =
                                    "The day on which those in `standing` stand for the unit; also bounds the steps",
                            example = "2025-07-01")
                    @Nullable
                    LocalDate asOf) {
        reads.requireKnown(id);
        return walks.walk(id, direction == null ? LineageDirection.SUCCESSORS : direction, asOf);
    }

    @GET
    @Path("/{id}/allowed-actions")
    @PermissionsAllowed("unit.read")
    @Scoped(Covers.HELD)
    @Operation(operationId = "getUnitAllowedActions", summary = "What the caller may do with a unit, and why not")
    public AllowedActions allowedActions(@PathParam("id") UUID id) {
        return actions.on(reads.asOf(id, LocalDate.now(clock)));
    }

    private LocalDate dayOr(@Nullable LocalDate asOf) {
        return asOf == null ? LocalDate.now(clock) : asOf;
    }

    private static UnitState state(Unit unit, Lineages.Neighbours neighbours) {
        return unit.state(neighbours.predecessors(), neighbours.successors());
    }

    private UnitView view(Unit unit) {
        return UnitView.of(unit, LocalDate.now(clock));
    }
}
