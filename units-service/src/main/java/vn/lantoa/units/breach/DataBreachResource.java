package vn.lantoa.units.breach;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
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
import vn.lantoa.rest.Covers;
import vn.lantoa.rest.Created;
import vn.lantoa.rest.Idempotent;
import vn.lantoa.rest.NoStore;
import vn.lantoa.rest.Page;
import vn.lantoa.rest.PageRequest;
import vn.lantoa.rest.Scoped;

/** Breaches of personal data, their clock and checklist. They concern the whole installation. */
@Path("/data-breaches")
@Tag(name = "personal data")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@NoStore
public class DataBreachResource {
    private static final String PERMISSION = "data-breach.handle";

    private final DataBreaches breaches;
    private final Caller caller;

    DataBreachResource(DataBreaches breaches, Caller caller) {
        this.breaches = breaches;
        this.caller = caller;
    }

    @POST
    @PermissionsAllowed(PERMISSION)
    @Idempotent
    @Transactional
    @Scoped(Covers.EVERYWHERE)
    @Operation(
            operationId = "recordDataBreach",
            summary = "Record a breach; its clock runs from detection",
            description = "dueAt is the last moment for notifying the authority. What is recorded names no persons.")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = DataBreachView.class)))
    public RestResponse<DataBreachView> record(@NotNull @Valid RecordBreach command) {
        caller.requireEverywhere(PERMISSION);
        var view = breaches.record(command);
        return Created.at("/data-breaches/" + view.id(), view);
    }

    @GET
    @PermissionsAllowed(PERMISSION)
    @Scoped(Covers.EVERYWHERE)
    @Operation(operationId = "listDataBreaches", summary = "The register of breaches, the latest first")
    public Page<DataBreachSummary> list(
            @QueryParam("open") @DefaultValue("false") @Parameter(description = "Only open ones", example = "true")
                    boolean open,
            @QueryParam("overdue") @DefaultValue("false") @Parameter(description = "Only late ones", example = "false")
                    boolean overdue,
            @BeanParam @Valid PageRequest page) {
        caller.requireEverywhere(PERMISSION);
        return breaches.page(open, overdue, page);
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed(PERMISSION)
    @Transactional
    @Scoped(Covers.EVERYWHERE)
    @Operation(operationId = "getDataBreach", summary = "A breach with its checklist")
    public DataBreachView get(@PathParam("id") UUID id) {
        caller.requireEverywhere(PERMISSION);
        return breaches.view(id);
    }

    @POST
    @Path("/{id}/steps/{step}")
    @PermissionsAllowed(PERMISSION)
    @Idempotent
    @Transactional
    @Scoped(Covers.EVERYWHERE)
    @Operation(operationId = "recordBreachStep", summary = "Record that a step of the checklist is done")
    public DataBreachView done(
            @PathParam("id") UUID id,
            @PathParam("step") @Parameter(description = "A code of the checklist", example = "CONTAIN") String step,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid StepNote command) {
        caller.requireEverywhere(PERMISSION);
        return breaches.done(id, step, ifMatch, command);
    }

    @POST
    @Path("/{id}/notify")
    @PermissionsAllowed(PERMISSION)
    @Idempotent
    @Transactional
    @Scoped(Covers.EVERYWHERE)
    @Operation(
            operationId = "notifyDataBreach",
            summary = "Record that the authority was notified",
            description = "After the last moment only with the reason for being late.")
    public DataBreachView notified(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid NotifyAuthority command) {
        caller.requireEverywhere(PERMISSION);
        return breaches.notified(id, ifMatch, command);
    }

    @POST
    @Path("/{id}/close")
    @PermissionsAllowed(PERMISSION)
    @Idempotent
    @Transactional
    @Scoped(Covers.EVERYWHERE)
    @Operation(operationId = "closeDataBreach", summary = "Close a breach that was notified and worked off")
    public DataBreachView close(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid CloseBreach command) {
        caller.requireEverywhere(PERMISSION);
        return breaches.close(id, ifMatch, command);
    }
}
