package vn.lantoa.campaigns.campaign;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
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
import vn.lantoa.campaigns.names.Names;
import vn.lantoa.rest.Covers;
import vn.lantoa.rest.Created;
import vn.lantoa.rest.Idempotent;
import vn.lantoa.rest.Ids;
import vn.lantoa.rest.IfMatch;
import vn.lantoa.rest.MergePatch;
import vn.lantoa.rest.Outside;
import vn.lantoa.rest.Page;
import vn.lantoa.rest.PageRequest;
import vn.lantoa.rest.Scoped;
import vn.lantoa.rest.Today;

/** Campaigns: the draft and what is read of them. */
@Path("/campaigns")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Campaigns", description = "Phong trào thi đua, cuộc vận động")
public class CampaignResource {
    private final Campaigns campaigns;
    private final CampaignReads reads;
    private final CampaignChanges changes;
    private final Caller caller;
    private final CampaignRights rights;
    private final Names names;
    private final Today today;
    private final MergePatch patches;

    CampaignResource(
            Campaigns campaigns,
            CampaignReads reads,
            CampaignChanges changes,
            Caller caller,
            CampaignRights rights,
            Names names,
            Today today,
            MergePatch patches) {
        this.campaigns = campaigns;
        this.reads = reads;
        this.changes = changes;
        this.caller = caller;
        this.rights = rights;
        this.names = names;
        this.today = today;
        this.patches = patches;
    }

    @POST
    @PermissionsAllowed("campaign.draft")
    @Scoped(Covers.UNIT)
    @Transactional
    @Idempotent
    @Operation(operationId = "draftCampaign", summary = "Draft a campaign of a unit one drafts for")
    @APIResponse(
            responseCode = "201",
            description = "Drafted",
            content = @Content(schema = @Schema(implementation = CampaignView.class)))
    public RestResponse<CampaignView> draftCampaign(@Valid @NotNull DraftCampaign command) {
        var plan = command.plan();
        names.existing(command.organiser(), plan.period().nearestTo(today.day()), "/organiser");
        rights.require("campaign.draft", command.organiser());
        var by = caller.requirePerson();
        var campaign = Campaign.draft(Ids.orNext(command.id()), command.organiser(), plan, today.now());
        return Created.at("/campaigns/" + campaign.id(), changes.keepNew(campaign, campaign.drafted(by)));
    }

    @GET
    @PermissionsAllowed("campaign.read")
    @Scoped(value = Covers.UNIT, outside = Outside.LEFT_OUT)
    @Operation(
            operationId = "listCampaigns",
            summary = "Campaigns, newest first; those not yet launched only of units one may read")
    public Page<CampaignRow> listCampaigns(
            @BeanParam @Valid CampaignFilter filter, @BeanParam @Valid PageRequest page) {
        return reads.list(filter, page, caller.reach("campaign.read"));
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed("campaign.read")
    @Scoped(value = Covers.UNIT, outside = Outside.NOT_FOUND)
    @Operation(operationId = "getCampaign", summary = "A campaign, its organiser as named on a day")
    public CampaignView getCampaign(
            UUID id,
            @QueryParam("asOf") @Parameter(description = "Absent: today", example = "2024-06-30") @Nullable
                    LocalDate asOf) {
        var campaign = campaigns.get(id);
        rights.requireReadable(campaign);
        var day = today.or(asOf);
        return CampaignView.of(campaign, names.unit(campaign.organiser(), day), day);
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MergePatch.TYPE, MediaType.APPLICATION_JSON})
    @PermissionsAllowed("campaign.draft")
    @Scoped(value = Covers.UNIT, outside = Outside.NOT_FOUND)
    @Transactional
    @Operation(operationId = "reviseCampaign", summary = "Change a draft by JSON Merge Patch")
    @RequestBody(
            content = @Content(mediaType = MergePatch.TYPE, schema = @Schema(implementation = ReviseCampaign.class)))
    public CampaignView reviseCampaign(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull JsonNode patch) {
        var campaign = campaigns.get(id);
        rights.require("campaign.draft", campaign);
        IfMatch.require(ifMatch, campaign.version());
        campaign.mustBe(CampaignStatus.DRAFT);
        var before = CampaignSnapshot.of(campaign);
        var revised = patches.apply(ReviseCampaign.of(campaign.plan()), patch, ReviseCampaign.class);
        return changes.keep(campaign, before, campaign.revise(revised.plan(), caller.requirePerson(), today.now()));
    }

    @DELETE
    @Path("/{id}")
    @PermissionsAllowed("campaign.draft")
    @Scoped(value = Covers.UNIT, outside = Outside.NOT_FOUND)
    @Transactional
    @Operation(operationId = "discardCampaign", summary = "Discard a draft")
    @APIResponse(responseCode = "204", description = "Discarded")
    public void discardCampaign(UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        var campaign = campaigns.get(id);
        rights.require("campaign.draft", campaign);
        IfMatch.require(ifMatch, campaign.version());
        var before = CampaignSnapshot.of(campaign);
        changes.forget(campaign, before, campaign.discard(caller.requirePerson(), today.now()));
    }

    @GET
    @Path("/{id}/progress")
    @PermissionsAllowed("campaign.read")
    @Scoped(value = Covers.UNIT, outside = Outside.NOT_FOUND)
    @Operation(
            operationId = "getCampaignProgress",
            summary = "Responses, registrations by status, outcomes of reviews",
            description = "Who may not read the registrations sees no figures of a few persons; withheld names them.")
    public CampaignProgress getCampaignProgress(UUID id) {
        return reads.progress(
                id,
                organiser -> caller.may("campaign.read", organiser),
                organiser -> caller.may("registration.read", organiser));
    }
}
