package vn.lantoa.recognition.nomination;

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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import vn.lantoa.audit.Audit;
import vn.lantoa.recognition.catalogue.Catalogue;
import vn.lantoa.rest.AllowedActions;
import vn.lantoa.rest.Covers;
import vn.lantoa.rest.Created;
import vn.lantoa.rest.Idempotent;
import vn.lantoa.rest.IfMatch;
import vn.lantoa.rest.MergePatch;
import vn.lantoa.rest.NoStore;
import vn.lantoa.rest.Outside;
import vn.lantoa.rest.Page;
import vn.lantoa.rest.PageRequest;
import vn.lantoa.rest.Scoped;
import vn.lantoa.rest.Today;

/** Nominations: drafted, changed while they are the proposer's, read. */
@Path("/nominations")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@NoStore
@Tag(name = "Nominations")
public class NominationResource {
    private final Nominations nominations;
    private final ProposeSubject proposals;
    private final NominationReads reads;
    private final NominationViews views;
    private final NominationChanges changes;
    private final NominationRights rights;
    private final Catalogue catalogue;
    private final MergePatch mergePatch;
    private final Audit audit;
    private final Today today;

    NominationResource(
            Nominations nominations,
            ProposeSubject proposals,
            NominationReads reads,
            NominationViews views,
            NominationChanges changes,
            NominationRights rights,
            Catalogue catalogue,
            MergePatch mergePatch,
            Audit audit,
            Today today) {
        this.nominations = nominations;
        this.proposals = proposals;
        this.reads = reads;
        this.views = views;
        this.changes = changes;
        this.rights = rights;
        this.catalogue = catalogue;
        this.mergePatch = mergePatch;
        this.audit = audit;
        this.today = today;
    }

    @POST
    @PermissionsAllowed("nomination.draft")
    @Scoped(Covers.UNIT)
    @Transactional
    @Idempotent
    @Operation(operationId = "draftNomination", summary = "Propose a collective, or a person of a unit, for an award")
    @APIResponse(
            responseCode = "201",
            description = "Drafted",
            content = @Content(schema = @Schema(implementation = NominationView.class)))
    public RestResponse<NominationView> draftNomination(@Valid @NotNull DraftNomination command) {
        var nomination = proposals.draft(command);
        nominations.persist(nomination);
        changes.keep(nomination, null, nomination.drafted(rights.person()));
        return Created.at("/nominations/" + nomination.id(), views.show(nomination));
    }

    @GET
    @PermissionsAllowed("nomination.read")
    @Scoped(value = Covers.UNIT, outside = Outside.LEFT_OUT)
    @Operation(operationId = "listNominations", summary = "Nominations proposed by units of the caller, newest first")
    public Page<NominationRow> listNominations(@BeanParam NominationFilter filter, @BeanParam @Valid PageRequest page) {
        return reads.list(filter, page);
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed("nomination.read")
    @Scoped(value = Covers.UNIT, outside = Outside.NOT_FOUND)
    @Operation(operationId = "getNomination", summary = "A nomination with its newest judgement and its vote")
    public NominationView getNomination(UUID id) {
        var nomination = nominations.get(id);
        rights.requireReadable(nomination);
        return views.show(nomination);
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MergePatch.TYPE, MediaType.APPLICATION_JSON})
    @PermissionsAllowed("nomination.draft")
    @Scoped(value = Covers.UNIT, outside = Outside.NOT_FOUND)
    @Transactional
    @Operation(operationId = "reviseNomination", summary = "Change a draft or a returned nomination (JSON Merge Patch)")
    public NominationView reviseNomination(
            UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @RequestBody(content = @Content(schema = @Schema(implementation = ReviseNomination.class)))
                    JsonNode patch) {
        var nomination = nominations.get(id);
        var by = rights.require("nomination.draft", "revise", nomination);
        IfMatch.require(ifMatch, nomination.version());
        var before = changes.snapshot(nomination);
        var content = mergePatch.apply(nomination.content(), patch, ReviseNomination.class);
        proposals.checkContent(catalogue.require(nomination.awardType(), "/awardType"), content);
        changes.keep(nomination, before, nomination.revise(content, by, today.now()));
        return views.show(nomination);
    }

    @DELETE
    @Path("/{id}")
    @PermissionsAllowed("nomination.draft")
    @Scoped(value = Covers.UNIT, outside = Outside.NOT_FOUND)
    @Transactional
    @Operation(operationId = "discardNomination", summary = "Discard a draft that was never submitted")
    public void discardNomination(UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        var nomination = nominations.get(id);
        rights.require("nomination.draft", "revise", nomination);
        IfMatch.require(ifMatch, nomination.version());
        nomination.mustBe(NominationStatus.DRAFT);
        audit.record("nomination.discard", "nomination", id, changes.snapshot(nomination), null, nomination.person());
        changes.withdrawn(nomination, rights.person(), today.now());
        nominations.delete(nomination);
    }

    @GET
    @Path("/{id}/timeline")
    @PermissionsAllowed("nomination.read")
    @Scoped(value = Covers.UNIT, outside = Outside.NOT_FOUND)
    @Operation(operationId = "getNominationTimeline", summary = "Every step and every judgement, oldest first")
    public TimelineView getNominationTimeline(UUID id) {
        rights.requireReadable(nominations.get(id));
        return new TimelineView(reads.steps(id), views.judgements(id));
    }

    @GET
    @Path("/{id}/allowed-actions")
    @PermissionsAllowed("nomination.read")
    @Scoped(value = Covers.UNIT, outside = Outside.NOT_FOUND)
    @Operation(
            operationId = "getNominationAllowedActions",
            summary = "What the caller may do with the nomination now, and why not")
    public AllowedActions getNominationAllowedActions(UUID id) {
        var nomination = nominations.get(id);
        rights.requireReadable(nomination);
        return AllowedActions.of(
                rights.ask("revise", "nomination.draft", nomination, NominationStatus.DRAFT, NominationStatus.RETURNED),
                rights.ask(
                        "submit", "nomination.submit", nomination, NominationStatus.DRAFT, NominationStatus.RETURNED),
                rights.ask("receive", "nomination.receive", nomination, NominationStatus.SUBMITTED),
                rights.ask("return", "nomination.return", nomination, NominationStatus.RECEIVED),
                rights.ask("reject", "nomination.reject", nomination, NominationStatus.RECEIVED),
                rights.ask("accept", "nomination.accept", nomination, NominationStatus.RECEIVED),
                rights.askFresh("vote", "vote.record", nomination, NominationStatus.ACCEPTED),
                rights.ask(
                        "withdraw",
                        "nomination.withdraw",
                        nomination,
                        NominationStatus.DRAFT,
                        NominationStatus.SUBMITTED,
                        NominationStatus.RECEIVED,
                        NominationStatus.RETURNED,
                        NominationStatus.ACCEPTED,
                        NominationStatus.VOTED_PASS));
    }
}
