package vn.lantoa.campaigns.campaign;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.lantoa.access.Caller;
import vn.lantoa.campaigns.names.ActView;
import vn.lantoa.events.campaigns.CampaignEvent;
import vn.lantoa.rest.AllowedAction;
import vn.lantoa.rest.AllowedActions;
import vn.lantoa.rest.Covers;
import vn.lantoa.rest.Idempotent;
import vn.lantoa.rest.IfMatch;
import vn.lantoa.rest.Outside;
import vn.lantoa.rest.Scoped;
import vn.lantoa.rest.Today;

/** The acts that move a campaign through its life. */
@Path("/campaigns/{id}")
@RunOnVirtualThread
@Tag(name = "Campaigns")
public class CampaignActsResource {
    private final Campaigns campaigns;
    private final CampaignReads reads;
    private final CampaignChanges changes;
    private final Caller caller;
    private final CampaignRights rights;
    private final Today today;

    CampaignActsResource(
            Campaigns campaigns,
            CampaignReads reads,
            CampaignChanges changes,
            Caller caller,
            CampaignRights rights,
            Today today) {
        this.campaigns = campaigns;
        this.reads = reads;
        this.changes = changes;
        this.caller = caller;
        this.rights = rights;
        this.today = today;
    }

    @POST
    @Path("/submit")
    @PermissionsAllowed("campaign.submit")
    @Scoped(value = Covers.UNIT, outside = Outside.NOT_FOUND)
    @Transactional
    @Idempotent
    @Operation(operationId = "submitCampaign", summary = "Submit a draft for approval")
    public CampaignView submitCampaign(UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return act(id, ifMatch, "campaign.submit", (campaign, by) -> campaign.submit(by, today.now()));
    }

    @POST
    @Path("/return")
    @PermissionsAllowed("campaign.approve")
    @Scoped(value = Covers.UNIT, outside = Outside.NOT_FOUND)
    @Transactional
    @Idempotent
    @Operation(operationId = "returnCampaign", summary = "Return a submitted campaign to its draft, with the reason")
    public CampaignView returnCampaign(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Valid @NotNull ReturnCampaign command) {
        return act(
                id,
                ifMatch,
                "campaign.approve",
                (campaign, by) -> campaign.sendBack(command.reason(), by, today.now()));
    }

    @POST
    @Path("/approve")
    @PermissionsAllowed("campaign.approve")
    @Scoped(value = Covers.UNIT, outside = Outside.NOT_FOUND)
    @Transactional
    @Idempotent
    @Operation(operationId = "approveCampaign", summary = "Approve a submitted campaign")
    public CampaignView approveCampaign(UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return act(id, ifMatch, "campaign.approve", (campaign, by) -> campaign.approve(by, today.now()));
    }

    @POST
    @Path("/launch")
    @PermissionsAllowed("campaign.launch")
    @Scoped(value = Covers.UNIT, outside = Outside.NOT_FOUND)
    @Transactional
    @Idempotent
    @Operation(
            operationId = "launchCampaign",
            summary = "Launch an approved campaign: units respond, units and persons register")
    public CampaignView launchCampaign(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Valid @Nullable LaunchCampaign command) {
        var on = command == null ? null : command.launchedOn();
        return act(
                id,
                ifMatch,
                "campaign.launch",
                (campaign, by) -> campaign.launch(today.orPast(on, "/launchedOn"), by, today.now()));
    }

    @POST
    @Path("/close")
    @PermissionsAllowed("campaign.close")
    @Scoped(value = Covers.UNIT, outside = Outside.NOT_FOUND)
    @Transactional
    @Idempotent
    @Operation(operationId = "closeCampaign", summary = "Close a launched campaign for good")
    public CampaignView closeCampaign(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Valid @Nullable CloseCampaign command) {
        var on = command == null ? null : command.closedOn();
        var reason = command == null ? null : command.reason();
        campaigns.lockForClosing(id);
        return act(
                id,
                ifMatch,
                "campaign.close",
                (campaign, by) -> campaign.close(today.orPast(on, "/closedOn"), reason, by, today.now()));
    }

    @GET
    @Path("/timeline")
    @PermissionsAllowed("campaign.read")
    @Scoped(value = Covers.UNIT, outside = Outside.NOT_FOUND)
    @Operation(
            operationId = "getCampaignTimeline",
            summary = "What was done with the campaign, by whom, why; oldest first")
    public List<ActView> getCampaignTimeline(UUID id) {
        rights.requireReadable(campaigns.get(id));
        return reads.timeline(id);
    }

    @GET
    @Path("/allowed-actions")
    @PermissionsAllowed("campaign.read")
    @Scoped(value = Covers.UNIT, outside = Outside.NOT_FOUND)
    @Operation(
            operationId = "getCampaignAllowedActions",
            summary = "What the caller may do with the campaign now, and why not")
    public AllowedActions getCampaignAllowedActions(UUID id) {
        var campaign = campaigns.get(id);
        rights.requireReadable(campaign);
        return AllowedActions.of(
                allowed(campaign, "revise", "campaign.draft", CampaignStatus.DRAFT),
                allowed(campaign, "discard", "campaign.draft", CampaignStatus.DRAFT),
                allowed(campaign, "submit", "campaign.submit", CampaignStatus.DRAFT),
                allowed(campaign, "return", "campaign.approve", CampaignStatus.SUBMITTED),
                allowed(campaign, "approve", "campaign.approve", CampaignStatus.SUBMITTED),
                allowed(campaign, "launch", "campaign.launch", CampaignStatus.APPROVED),
                allowed(campaign, "close", "campaign.close", CampaignStatus.LAUNCHED));
    }

    private AllowedAction allowed(Campaign campaign, String action, String permission, CampaignStatus required) {
        return AllowedAction.check(action, () -> {
            rights.require(permission, campaign);
            campaign.mustBe(required);
        });
    }

    private CampaignView act(UUID id, @Nullable String ifMatch, String permission, Deed deed) {
        var campaign = campaigns.get(id);
        rights.require(permission, campaign);
        IfMatch.require(ifMatch, campaign.version());
        var before = CampaignSnapshot.of(campaign);
        return changes.keep(campaign, before, deed.apply(campaign, caller.requirePerson()));
    }

    /** What an act does to the aggregate. */
    @FunctionalInterface
    private interface Deed {
        CampaignEvent apply(Campaign campaign, UUID by);
    }
}
