package vn.lantoa.units.myrecord;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
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

/** What persons ask to be mended in their records, for the officers whose units they belong to. */
@Path("/correction-requests")
@Tag(name = "persons")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@NoStore
public class CorrectionRequestResource {
    private static final String PERMISSION = "person.correct";

    private final DataRequests requests;
    private final Caller caller;

    CorrectionRequestResource(DataRequests requests, Caller caller) {
        this.requests = requests;
        this.caller = caller;
    }

    @GET
    @PermissionsAllowed(PERMISSION)
    @Scoped(value = Covers.UNIT, outside = Outside.LEFT_OUT)
    @Operation(operationId = "listCorrectionRequests", summary = "Requests of persons in reach, the oldest first")
    public Page<CorrectionRequestSummary> list(
            @QueryParam("status") @Parameter(description = "Only these", example = "OPEN") @Nullable
                    CorrectionRequestStatus status,
            @BeanParam @Valid PageRequest page) {
        return requests.inReach(
                        new DataRequests.Wanted(DataRequestKind.CORRECTION, status, false),
                        caller.reach(PERMISSION),
                        page)
                .map(CorrectionRequestSummary::of);
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed(PERMISSION)
    @Scoped(value = Covers.UNIT, outside = Outside.NOT_FOUND)
    @Transactional
    @Operation(operationId = "getCorrectionRequest", summary = "A request with the person's words")
    public CorrectionRequestView get(@PathParam("id") UUID id) {
        return CorrectionRequestView.of(requests.read(id, DataRequestKind.CORRECTION, PERMISSION));
    }

    @POST
    @Path("/{id}/accept")
    @PermissionsAllowed(PERMISSION)
    @Scoped(value = Covers.UNIT, outside = Outside.NOT_FOUND)
    @Idempotent
    @Transactional
    @Operation(
            operationId = "acceptCorrectionRequest",
            summary = "Answer that the record has been mended",
            description = "The mending itself is a correction of the person.")
    public CorrectionRequestView accept(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid AnswerCorrectionRequest command) {
        return answer(id, ifMatch, CorrectionRequestStatus.ACCEPTED, command);
    }

    @POST
    @Path("/{id}/decline")
    @PermissionsAllowed(PERMISSION)
    @Scoped(value = Covers.UNIT, outside = Outside.NOT_FOUND)
    @Idempotent
    @Transactional
    @Operation(operationId = "declineCorrectionRequest", summary = "Answer why the record stays as it is")
    public CorrectionRequestView decline(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid AnswerCorrectionRequest command) {
        return answer(id, ifMatch, CorrectionRequestStatus.DECLINED, command);
    }

    private CorrectionRequestView answer(
            UUID id, @Nullable String ifMatch, CorrectionRequestStatus outcome, AnswerCorrectionRequest command) {
        return CorrectionRequestView.of(
                requests.answer(id, DataRequestKind.CORRECTION, PERMISSION, ifMatch, outcome, command));
    }
}
