package vn.lantoa.units.myrecord;

import io.quarkus.security.Authenticated;
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
import jakarta.ws.rs.core.HttpHeaders;
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
import vn.lantoa.rest.Outside;
import vn.lantoa.rest.Page;
import vn.lantoa.rest.PageRequest;
import vn.lantoa.rest.Scoped;
import vn.lantoa.rest.Today;
import vn.lantoa.units.person.PersonLook;
import vn.lantoa.units.person.PersonLooks;
import vn.lantoa.units.person.PersonReads;
import vn.lantoa.units.person.PersonViews;
import vn.lantoa.units.relative.RelativeReads;

/** The caller's own record: what is in it, who looked at it, what should be mended. */
@Path("/me")
@Tag(name = "my record", description = "What the register holds of the caller")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@NoStore
public class MyRecordResource {
    private final PersonReads persons;
    private final PersonViews views;
    private final PersonLooks looks;
    private final MyRecordReads reads;
    private final RelativeReads relatives;
    private final DataRequests requests;
    private final Caller caller;
    private final Today today;

    MyRecordResource(
            PersonReads persons,
            PersonViews views,
            PersonLooks looks,
            MyRecordReads reads,
            RelativeReads relatives,
            DataRequests requests,
            Caller caller,
            Today today) {
        this.persons = persons;
        this.views = views;
        this.looks = looks;
        this.reads = reads;
        this.relatives = relatives;
        this.requests = requests;
        this.caller = caller;
        this.today = today;
    }

    @GET
    @Path("/record")
    @Authenticated
    @Scoped(Covers.OWN)
    @Transactional
    @Operation(
            operationId = "getMyRecord",
            summary = "Everything the register holds of me",
            description = "Sealed values only masked. With download=true browsers save it as a file.")
    @APIResponse(
            responseCode = "200",
            description = "The record",
            content = @Content(schema = @Schema(implementation = MyRecord.class)))
    public RestResponse<MyRecord> record(
            @QueryParam("download") @DefaultValue("false") @Parameter(description = "As a file", example = "true")
                    boolean download) {
        var person = me();
        var record = new MyRecord(
                views.of(person),
                reads.posts(person),
                reads.memberships(person),
                reads.transfers(person),
                reads.grants(person),
                reads.accounts(person),
                reads.merged(person),
                relatives.mine(person),
                today.now());
        var answer = RestResponse.ResponseBuilder.ok(record);
        return download
                ? answer.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"ho-so-cua-toi.json\"")
                        .build()
                : answer.build();
    }

    @GET
    @Path("/record/reads")
    @Authenticated
    @Scoped(Covers.OWN)
    @Operation(
            operationId = "listMyRecordReads",
            summary = "Who looked at my record, when, and for what purpose",
            description = "The latest first.")
    public Page<PersonLook> whoLooked(@BeanParam @Valid PageRequest page) {
        return looks.at(me(), page);
    }

    @POST
    @Path("/correction-requests")
    @Authenticated
    @Scoped(Covers.OWN)
    @Idempotent
    @Transactional
    @Operation(
            operationId = "requestCorrection",
            summary = "Ask the register to mend something in my record",
            description = "Officers whose units the caller belongs to see it.")
    @APIResponse(
            responseCode = "201",
            description = "Asked",
            content = @Content(schema = @Schema(implementation = CorrectionRequestView.class)))
    public RestResponse<CorrectionRequestView> request(@NotNull @Valid RequestCorrection command) {
        var view = CorrectionRequestView.of(requests.make(me(), DataRequestKind.CORRECTION, command));
        return Created.at("/me/correction-requests/" + view.id(), view);
    }

    @GET
    @Path("/correction-requests")
    @Authenticated
    @Scoped(Covers.OWN)
    @Transactional
    @Operation(operationId = "listMyCorrectionRequests", summary = "What I asked to be mended, the latest first")
    public Page<CorrectionRequestView> requests(@BeanParam @Valid PageRequest page) {
        return requests.of(me(), DataRequestKind.CORRECTION, page).map(CorrectionRequestView::of);
    }

    @GET
    @Path("/correction-requests/{id}")
    @Authenticated
    @Scoped(value = Covers.OWN, outside = Outside.NOT_FOUND)
    @Transactional
    @Operation(operationId = "getMyCorrectionRequest", summary = "One of my requests")
    public CorrectionRequestView mine(@PathParam("id") UUID id) {
        return CorrectionRequestView.of(requests.mine(me(), id));
    }

    @POST
    @Path("/correction-requests/{id}/withdraw")
    @Authenticated
    @Scoped(value = Covers.OWN, outside = Outside.NOT_FOUND)
    @Idempotent
    @Transactional
    @Operation(operationId = "withdrawCorrectionRequest", summary = "Withdraw a request of mine that is open")
    public CorrectionRequestView withdraw(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return CorrectionRequestView.of(requests.withdraw(me(), id, ifMatch));
    }

    /** The record that stands for the caller. */
    private UUID me() {
        return persons.current(caller.requirePerson());
    }
}
