package vn.lantoa.recognition.decision;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import vn.lantoa.access.Caller;
import vn.lantoa.access.StepUp;
import vn.lantoa.access.token.StrongLogIn;
import vn.lantoa.audit.Audit;
import vn.lantoa.problems.NotFound;
import vn.lantoa.recognition.scope.Scope;
import vn.lantoa.rest.AllowedAction;
import vn.lantoa.rest.AllowedActions;
import vn.lantoa.rest.Covers;
import vn.lantoa.rest.Created;
import vn.lantoa.rest.Idempotent;
import vn.lantoa.rest.IfMatch;
import vn.lantoa.rest.NoStore;
import vn.lantoa.rest.Outside;
import vn.lantoa.rest.Page;
import vn.lantoa.rest.PageRequest;
import vn.lantoa.rest.Scoped;

/** Decisions of commendation. */
@Path("/decisions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@NoStore
@Tag(name = "Decisions")
public class DecisionResource {
    private final Decisions decisions;
    private final PrepareDecision preparation;
    private final SignAndGrant signing;
    private final DecisionDuties duties;
    private final DecisionReads reads;
    private final Scope scope;
    private final Caller caller;
    private final StrongLogIn logIn;
    private final Audit audit;

    DecisionResource(
            Decisions decisions,
            PrepareDecision preparation,
            SignAndGrant signing,
            DecisionDuties duties,
            DecisionReads reads,
            Scope scope,
            Caller caller,
            StrongLogIn logIn,
            Audit audit) {
        this.decisions = decisions;
        this.preparation = preparation;
        this.signing = signing;
        this.duties = duties;
        this.reads = reads;
        this.scope = scope;
        this.caller = caller;
        this.logIn = logIn;
        this.audit = audit;
    }

    @POST
    @PermissionsAllowed("decision.draft")
    @Scoped(Covers.UNIT)
    @Transactional
    @Idempotent
    @Operation(operationId = "draftDecision", summary = "Begin a decision on nominations for one award")
    @APIResponse(
            responseCode = "201",
            description = "Drafted",
            content = @Content(schema = @Schema(implementation = DecisionView.class)))
    public RestResponse<DecisionView> draftDecision(@Valid @NotNull DraftDecision command) {
        var decision = preparation.draft(command);
        return Created.at("/decisions/" + decision.id(), reads.show(decision));
    }

    @POST
    @Path("/{id}/sign")
    @PermissionsAllowed("decision.sign")
    @StepUp
    @Scoped(value = Covers.UNIT, outside = Outside.NOT_FOUND, fresh = true)
    @Transactional
    @Idempotent
    @Operation(
            operationId = "signDecision",
            summary = "Sign: the signer's post must have the authority for this award on the day of signature")
    public DecisionView signDecision(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Valid @NotNull SignDecision command) {
        caller.requireFreshRights();
        var decision = readable(id);
        scope.require("decision.sign", decision.issuer());
        IfMatch.require(ifMatch, decision.version());
        signing.sign(decision, command);
        return reads.show(decision);
    }

    @DELETE
    @Path("/{id}")
    @PermissionsAllowed("decision.draft")
    @Scoped(value = Covers.UNIT, outside = Outside.NOT_FOUND)
    @Transactional
    @Operation(operationId = "discardDecision", summary = "Discard a draft; its nominations are free again")
    public void discardDecision(UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        var decision = readable(id);
        requireToDiscard(decision);
        IfMatch.require(ifMatch, decision.version());
        decision.mustBeDraft();
        audit.record("decision.discard", "decision", id, decision.state(reads.nominations(id)), null);
        decisions.delete(decision);
    }

    @GET
    @PermissionsAllowed("decision.read")
    @Scoped(value = Covers.UNIT, outside = Outside.LEFT_OUT)
    @Operation(operationId = "listDecisions", summary = "Decisions of the caller's bodies, newest first")
    public Page<DecisionRow> listDecisions(@BeanParam DecisionFilter filter, @BeanParam @Valid PageRequest page) {
        return reads.list(filter, page);
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed("decision.read")
    @Scoped(value = Covers.UNIT, outside = Outside.NOT_FOUND)
    @Operation(operationId = "getDecision", summary = "A decision; once signed with its awards and certificates")
    public DecisionView getDecision(UUID id) {
        return reads.show(readable(id));
    }

    /** Whoever may not read it learns nothing of it, by no act either. */
    private Decision readable(UUID id) {
        var decision = decisions.get(id);
        if (!scope.covers("decision.read", decision.issuer())) {
            throw new NotFound("decision-not-found", id);
        }
        return decision;
    }

    @GET
    @Path("/{id}/allowed-actions")
    @PermissionsAllowed("decision.read")
    @Scoped(value = Covers.UNIT, outside = Outside.NOT_FOUND)
    @Operation(
            operationId = "getDecisionAllowedActions",
            summary = "What the caller may do with the decision now, and why not")
    public AllowedActions getDecisionAllowedActions(UUID id) {
        var decision = readable(id);
        return AllowedActions.of(
                AllowedAction.check("sign", () -> {
                    caller.requireFreshRights();
                    scope.require("decision.sign", decision.issuer());
                    signing.check(decision);
                    logIn.require();
                }),
                AllowedAction.check("discard", () -> {
                    requireToDiscard(decision);
                    decision.mustBeDraft();
                }));
    }

    private void requireToDiscard(Decision decision) {
        scope.require("decision.draft", decision.issuer());
        duties.check("discard-decision", decision);
    }
}
