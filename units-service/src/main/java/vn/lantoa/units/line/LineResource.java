package vn.lantoa.units.line;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.Authenticated;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
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
import java.time.LocalDate;
import java.util.List;
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
import vn.lantoa.audit.Audit;
import vn.lantoa.events.Act;
import vn.lantoa.outbox.Outbox;
import vn.lantoa.problems.Conflict;
import vn.lantoa.problems.Stale;
import vn.lantoa.rest.Covers;
import vn.lantoa.rest.Created;
import vn.lantoa.rest.Idempotent;
import vn.lantoa.rest.IfMatch;
import vn.lantoa.rest.MergePatch;
import vn.lantoa.rest.Page;
import vn.lantoa.rest.PageRequest;
import vn.lantoa.rest.Scoped;
import vn.lantoa.rest.Today;
import vn.lantoa.units.period.Period;
import vn.lantoa.units.unit.Codes;
import vn.lantoa.units.unit.LineOffence;
import vn.lantoa.units.unit.Lines;
import vn.lantoa.units.unit.PlacementRules;

/** The hierarchies and their rules. */
@Path("/lines")
@Tag(name = "lines", description = "Hierarchies and which kinds of units may stand under which on them")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class LineResource {
    private static final String PERMISSION = "line.define";
    private static final int OFFENCES_NAMED = 20;

    private final LineTable table;
    private final Lines lines;
    private final PlacementRules rules;
    private final MergePatch patches;
    private final Audit audit;
    private final Outbox outbox;
    private final Caller caller;
    private final Today today;

    LineResource(
            LineTable table,
            Lines lines,
            PlacementRules rules,
            MergePatch patches,
            Audit audit,
            Outbox outbox,
            Caller caller,
            Today today) {
        this.table = table;
        this.lines = lines;
        this.rules = rules;
        this.patches = patches;
        this.audit = audit;
        this.outbox = outbox;
        this.caller = caller;
        this.today = today;
    }

    @GET
    @Authenticated
    @Scoped(Covers.ACCOUNT)
    @Operation(operationId = "listLines", summary = "Every hierarchy with its rules")
    public Page<LineView> list(
            @QueryParam("asOf") @Parameter(description = "Only rules of this day", example = "2025-06-30") @Nullable
                    LocalDate asOf) {
        return new Page<>(table.all(asOf), null, null);
    }

    @GET
    @Path("/{code}")
    @Authenticated
    @Scoped(Covers.ACCOUNT)
    @Operation(operationId = "getLine", summary = "A hierarchy and all of its rules")
    public LineView get(
            @PathParam("code") @Pattern(regexp = Codes.CODE) @Parameter(example = "ADMINISTRATIVE") String code) {
        return table.get(code, null).view();
    }

    @GET
    @Path("/{code}/offences")
    @PermissionsAllowed("unit.read")
    @Scoped(Covers.HELD)
    @Operation(
            operationId = "listLineOffences",
            summary = "What stands on a line as no rule of that day allows",
            description =
                    "A rule that ends refuses what begins later. What stood before stays until a reorganisation mends it; it is"
                            + " listed here.")
    public Page<LineOffence> offences(
            @PathParam("code") @Pattern(regexp = Codes.CODE) @Parameter(example = "ADMINISTRATIVE") String code,
            @QueryParam("asOf") @Parameter(description = "Today unless given", example = "2025-07-01") @Nullable
                    LocalDate asOf,
            @BeanParam @Valid PageRequest page) {
        var found = rules.standingAgainst(code, today.or(asOf), page);
        if (found.items().isEmpty()) {
            table.get(code, null);
        }
        return found;
    }

    @POST
    @PermissionsAllowed(PERMISSION)
    @Scoped(Covers.EVERYWHERE)
    @Idempotent
    @Transactional
    @Operation(operationId = "defineLine", summary = "Define a further hierarchy")
    @APIResponse(
            responseCode = "201",
            description = "Defined",
            content = @Content(schema = @Schema(implementation = LineView.class)))
    public RestResponse<LineView> define(@NotNull @Valid DefineLine command) {
        caller.requireEverywhere(PERMISSION);
        checkPeriods(command.rules() == null ? List.of() : command.rules());
        table.insert(command);
        var defined = table.get(command.code(), null);
        audit.record(PERMISSION, "line", defined.id(), null, defined.view());
        outbox.publish(defined.told(act()));
        return Created.at("/lines/" + command.code(), defined.view());
    }

    @PATCH
    @Path("/{code}")
    @Consumes({MergePatch.TYPE, MediaType.APPLICATION_JSON})
    @PermissionsAllowed(PERMISSION)
    @Scoped(Covers.EVERYWHERE)
    @Transactional
    @Operation(
            operationId = "changeLine",
            summary = "Change the words or the rules of a hierarchy",
            description =
                    "A rule that has been in use is ended, not taken away: what was placed while it held must stay explained."
                            + " Refused with the units that the new rules would not have allowed.")
    public LineView change(
            @PathParam("code") @Pattern(regexp = Codes.CODE) @Parameter(example = "ADMINISTRATIVE") String code,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = ChangeLine.class))) JsonNode patch) {
        caller.requireEverywhere(PERMISSION);
        lines.lock(List.of(code));
        var before = table.get(code, null);
        IfMatch.require(ifMatch, before.view().version());
        var view = before.view();
        var change = patches.apply(new ChangeLine(view.label(), view.ruled(), view.rules()), patch, ChangeLine.class);
        checkPeriods(change.rules());
        if (!table.update(code, view.version(), change)) {
            throw new Stale(view.version());
        }
        var offences = rules.offences(code, OFFENCES_NAMED);
        if (!offences.isEmpty()) {
            throw new Conflict(
                    "rules-refuse-what-stands",
                    offences.stream().map(one -> rules.error(one, "/rules")).toList());
        }
        var after = table.get(code, null);
        audit.record(PERMISSION, "line", before.id(), view, after.view());
        outbox.publish(after.told(act()));
        return after.view();
    }

    private Act act() {
        return new Act(PERMISSION, today.now(), caller.person().orElse(null), null);
    }

    private static void checkPeriods(List<LineRule> given) {
        for (int i = 0; i < given.size(); i++) {
            Period.given(given.get(i).validFrom(), given.get(i).validTo(), "/rules/" + i);
        }
    }
}
