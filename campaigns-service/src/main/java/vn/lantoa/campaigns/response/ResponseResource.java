package vn.lantoa.campaigns.response;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
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
import vn.lantoa.audit.Audit;
import vn.lantoa.campaigns.campaign.Campaigns;
import vn.lantoa.campaigns.duty.Duties;
import vn.lantoa.campaigns.names.Names;
import vn.lantoa.events.Act;
import vn.lantoa.events.campaigns.CampaignResponded;
import vn.lantoa.events.campaigns.ResponseState;
import vn.lantoa.outbox.Outbox;
import vn.lantoa.rest.Covers;
import vn.lantoa.rest.Created;
import vn.lantoa.rest.Idempotent;
import vn.lantoa.rest.Ids;
import vn.lantoa.rest.Outside;
import vn.lantoa.rest.Page;
import vn.lantoa.rest.PageRequest;
import vn.lantoa.rest.Scoped;
import vn.lantoa.rest.Today;

/** Units take up a campaign, each once, with targets of its own. */
@Path("/campaigns/{id}/responses")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Responses", description = "Đơn vị hưởng ứng phong trào")
public class ResponseResource {
    private final Campaigns campaigns;
    private final Responses responses;
    private final Names names;
    private final Caller caller;
    private final Duties duties;
    private final Audit audit;
    private final Outbox outbox;
    private final Today today;

    ResponseResource(
            Campaigns campaigns,
            Responses responses,
            Names names,
            Caller caller,
            Duties duties,
            Audit audit,
            Outbox outbox,
            Today today) {
        this.campaigns = campaigns;
        this.responses = responses;
        this.names = names;
        this.caller = caller;
        this.duties = duties;
        this.audit = audit;
        this.outbox = outbox;
        this.today = today;
    }

    @POST
    @PermissionsAllowed("response.give")
    @Scoped(Covers.UNIT)
    @Transactional
    @Idempotent
    @Operation(
            operationId = "giveResponse",
            summary = "A unit takes up a launched campaign, with targets of its own",
            description = "Once per campaign and unit. The unit must exist on the day of the response.")
    @APIResponse(
            responseCode = "201",
            description = "Taken up",
            content = @Content(schema = @Schema(implementation = ResponseView.class)))
    public RestResponse<ResponseView> giveResponse(UUID id, @Valid @NotNull GiveResponse command) {
        var campaign = campaigns.requireOpen(id);
        var on = today.orPast(command.respondedOn(), "/respondedOn");
        var unit = names.existing(command.unit(), on, "/unit");
        caller.require("response.give", command.unit());
        duties.check("response.give");
        var response = new Responses.Response(
                Ids.orNext(command.id()),
                campaign.id(),
                command.unit(),
                on,
                Objects.requireNonNullElse(command.targets(), List.of()),
                command.note(),
                caller.requirePerson(),
                today.now());
        responses.keep(response);
        audit.record("response.give", "response", response.id(), null, response);
        outbox.publish(new CampaignResponded(
                response.id(),
                new Act("give", response.createdAt(), response.givenBy(), null),
                new ResponseState(
                        response.id(),
                        campaign.id(),
                        response.unit(),
                        on,
                        response.targets().size())));
        return Created.at(
                "/campaigns/" + campaign.id() + "/responses",
                new ResponseView(
                        response.id(),
                        campaign.id(),
                        unit,
                        on,
                        response.targets(),
                        response.note(),
                        response.createdAt()));
    }

    @GET
    @PermissionsAllowed("campaign.read")
    @Scoped(value = Covers.UNIT, outside = Outside.NOT_FOUND)
    @Operation(operationId = "listResponses", summary = "Who took up the campaign, newest first")
    public Page<ResponseView> listResponses(
            UUID id,
            @QueryParam("unit") @Nullable UUID unit,
            @QueryParam("asOf") @Parameter(description = "Day whose names of units are shown; absent: today") @Nullable
                    LocalDate asOf,
            @BeanParam @Valid PageRequest page) {
        var found = responses.of(id, unit, today.or(asOf), page);
        if (found.items().isEmpty()) {
            // there are none before the launch
            campaigns.requireReadable(id);
        }
        return found;
    }
}
