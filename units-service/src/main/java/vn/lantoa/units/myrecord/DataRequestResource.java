package vn.lantoa.units.myrecord;

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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.lantoa.access.Caller;
import vn.lantoa.rest.Covers;
import vn.lantoa.rest.Idempotent;
import vn.lantoa.rest.NoStore;
import vn.lantoa.rest.Outside;
import vn.lantoa.rest.Page;
import vn.lantoa.rest.PageRequest;
import vn.lantoa.rest.Scoped;

/** What persons ask about their data, for whoever answers for it. */
@Path("/data-requests")
@Tag(name = "personal data", description = "Requests of persons about their data, holds and breaches")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@NoStore
public class DataRequestResource {
    private static final String PERMISSION = "data-request.answer";

    private final DataRequests requests;
    private final Caller caller;

    DataRequestResource(DataRequests requests, Caller caller) {
        this.requests = requests;
        this.caller = caller;
    }

    @GET
    @PermissionsAllowed(PERMISSION)
    @Scoped(value = Covers.UNIT, outside = Outside.LEFT_OUT)
    @Operation(
            operationId = "listDataRequests",
            summary = "Requests of persons in reach, the oldest first",
            description = "overdue=true: only open ones whose last day is over.")
    public Page<DataRequestSummary> list(
            @QueryParam("kind") @Parameter(description = "Only these", example = "ACCESS") @Nullable
                    DataRequestKind kind,
            @QueryParam("status") @Parameter(description = "Only these", example = "OPEN") @Nullable
                    CorrectionRequestStatus status,
            @QueryParam("overdue") @DefaultValue("false") @Parameter(description = "Only late ones", example = "false")
                    boolean overdue,
            @BeanParam @Valid PageRequest page) {
        return requests.inReach(new DataRequests.Wanted(kind, status, overdue), caller.reach(PERMISSION), page);
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed(PERMISSION)
    @Transactional
    @Scoped(value = Covers.UNIT, outside = Outside.NOT_FOUND)
    @Operation(operationId = "getDataRequest", summary = "A request with the person's words")
    public DataRequestView get(@PathParam("id") UUID id) {
        return requests.read(id, null, PERMISSION);
    }

    @POST
    @Path("/{id}/accept")
    @PermissionsAllowed(PERMISSION)
    @Idempotent
    @Transactional
    @Scoped(value = Covers.UNIT, outside = Outside.NOT_FOUND)
    @Operation(
            operationId = "acceptDataRequest",
            summary = "Answer that it has been done",
            description = "The doing itself is an act of its own: correcting, erasing, handing over. Nobody answers the"
                    + " own request.")
    public DataRequestView accept(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid AnswerCorrectionRequest command) {
        return requests.answer(id, null, PERMISSION, ifMatch, CorrectionRequestStatus.ACCEPTED, command);
    }

    @POST
    @Path("/{id}/decline")
    @PermissionsAllowed(PERMISSION)
    @Idempotent
    @Transactional
    @Scoped(value = Covers.UNIT, outside = Outside.NOT_FOUND)
    @Operation(operationId = "declineDataRequest", summary = "Answer why it is not done, with the law it rests on")
    public DataRequestView decline(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid AnswerCorrectionRequest command) {
        return requests.answer(id, null, PERMISSION, ifMatch, CorrectionRequestStatus.DECLINED, command);
    }
}
