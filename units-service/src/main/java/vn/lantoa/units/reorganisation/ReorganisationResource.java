package vn.lantoa.units.reorganisation;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
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
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import vn.lantoa.access.Caller;
import vn.lantoa.problems.NotFound;
import vn.lantoa.rest.Covers;
import vn.lantoa.rest.Created;
import vn.lantoa.rest.Idempotent;
import vn.lantoa.rest.IfMatch;
import vn.lantoa.rest.MergePatch;
import vn.lantoa.rest.Outside;
import vn.lantoa.rest.Page;
import vn.lantoa.rest.PageRequest;
import vn.lantoa.rest.Scoped;

/** Reorganisations: drafted, changed, read. */
@Path("/reorganisations")
@Tag(name = "reorganisations", description = "What a legal document does to units on one day")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ReorganisationResource {
    private static final String DRAFT = "reorganisation.draft";

    private final Reorganisations reorganisations;
    private final DraftReorganisations drafting;
    private final MergePatch patches;
    private final Caller caller;

    ReorganisationResource(
            Reorganisations reorganisations, DraftReorganisations drafting, MergePatch patches, Caller caller) {
        this.reorganisations = reorganisations;
        this.drafting = drafting;
        this.patches = patches;
        this.caller = caller;
    }

    @POST
    @PermissionsAllowed(DRAFT)
    @Scoped(Covers.EVERYWHERE)
    @Idempotent
    @Transactional
    @Operation(
            operationId = "draftReorganisation",
            summary = "Draft a reorganisation",
            description = "Nothing changes until it is enacted; the preview tells what would.")
    @APIResponse(
            responseCode = "201",
            description = "Drafted",
            content = @Content(schema = @Schema(implementation = ReorganisationView.class)))
    public RestResponse<ReorganisationView> draft(@NotNull @Valid DraftReorganisation command) {
        caller.requireEverywhere(DRAFT);
        var reorganisation = drafting.draft(command);
        return Created.at("/reorganisations/" + reorganisation.id(), reorganisation.view());
    }

    @GET
    @PermissionsAllowed("unit.read")
    @Scoped(value = Covers.HELD, outside = Outside.LEFT_OUT)
    @Operation(
            operationId = "listReorganisations",
            summary = "Reorganisations, the latest effective day first",
            description = "Drafts only for those who may draft.")
    public Page<ReorganisationSummary> list(
            @QueryParam("status") @Parameter(example = "ENACTED") @Nullable ReorganisationStatus status,
            @BeanParam @Valid PageRequest page) {
        if (mayDraft()) {
            return reorganisations.page(status, false, page);
        }
        return status == ReorganisationStatus.DRAFT
                ? new Page<>(java.util.List.of(), null, null)
                : reorganisations.page(status, true, page);
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed("unit.read")
    @Scoped(value = Covers.HELD, outside = Outside.NOT_FOUND)
    @Operation(
            operationId = "getReorganisation",
            summary = "A reorganisation with everything it does",
            description = "Which persons a TRANSFER names is shown only to those who may draft.")
    public ReorganisationView get(@PathParam("id") UUID id) {
        var reorganisation = reorganisations.get(id);
        if (reorganisation.status() == ReorganisationStatus.DRAFT && !mayDraft()) {
            throw new NotFound("reorganisation-not-found", id);
        }
        return mayDraft() ? reorganisation.view() : reorganisation.viewWithoutNames();
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MergePatch.TYPE, MediaType.APPLICATION_JSON})
    @PermissionsAllowed(DRAFT)
    @Scoped(Covers.EVERYWHERE)
    @Transactional
    @Operation(operationId = "changeReorganisation", summary = "Change a draft")
    public ReorganisationView change(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = ChangeReorganisation.class)))
                    JsonNode patch) {
        caller.requireEverywhere(DRAFT);
        var reorganisation = reorganisations.get(id);
        IfMatch.require(ifMatch, reorganisation.version());
        var content = patches.apply(reorganisation.content(), patch, ChangeReorganisation.class);
        drafting.change(reorganisation, content);
        return reorganisation.view();
    }

    @DELETE
    @Path("/{id}")
    @PermissionsAllowed(DRAFT)
    @Scoped(Covers.EVERYWHERE)
    @Transactional
    @Operation(operationId = "dropReorganisation", summary = "Drop a draft")
    @APIResponse(responseCode = "204", description = "Dropped")
    public void drop(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        caller.requireEverywhere(DRAFT);
        var reorganisation = reorganisations.get(id);
        IfMatch.require(ifMatch, reorganisation.version());
        drafting.drop(reorganisation);
    }

    private boolean mayDraft() {
        return caller.reach(DRAFT).everywhere();
    }
}
