package vn.lantoa.units.myrecord;

import io.quarkus.security.Authenticated;
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
import vn.lantoa.units.person.PersonReads;

/** What a person asks about the own data. */
@Path("/me/data-requests")
@Tag(name = "my record")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@NoStore
public class MyDataRequestResource {
    private final PersonReads persons;
    private final DataRequests requests;
    private final Caller caller;

    MyDataRequestResource(PersonReads persons, DataRequests requests, Caller caller) {
        this.persons = persons;
        this.requests = requests;
        this.caller = caller;
    }

    @POST
    @Authenticated
    @Idempotent
    @Transactional
    @Scoped(Covers.OWN)
    @Operation(
            operationId = "makeDataRequest",
            summary = "Ask to see, be given, mend, erase or restrict what is kept of me",
            description = "It is answered within the working days that the law gives; dueOn names the last one."
                    + " Corrections appear among the correction requests too.")
    @APIResponse(
            responseCode = "201",
            description = "Asked",
            content = @Content(schema = @Schema(implementation = DataRequestView.class)))
    public RestResponse<DataRequestView> make(@NotNull @Valid MakeDataRequest command) {
        var view = requests.make(me(), command.kind(), new RequestCorrection(command.id(), command.wish()));
        return Created.at("/me/data-requests/" + view.id(), view);
    }

    @GET
    @Authenticated
    @Transactional
    @Scoped(Covers.OWN)
    @Operation(operationId = "listMyDataRequests", summary = "What I asked about my data, the latest first")
    public Page<DataRequestView> list(
            @QueryParam("kind") @Parameter(description = "Only these", example = "ACCESS") @Nullable
                    DataRequestKind kind,
            @BeanParam @Valid PageRequest page) {
        return requests.of(me(), kind, page);
    }

    @GET
    @Path("/{id}")
    @Authenticated
    @Transactional
    @Scoped(value = Covers.OWN, outside = Outside.NOT_FOUND)
    @Operation(operationId = "getMyDataRequest", summary = "One of my requests")
    public DataRequestView get(@PathParam("id") UUID id) {
        return requests.mine(me(), id);
    }

    @POST
    @Path("/{id}/withdraw")
    @Authenticated
    @Idempotent
    @Transactional
    @Scoped(value = Covers.OWN, outside = Outside.NOT_FOUND)
    @Operation(operationId = "withdrawDataRequest", summary = "Withdraw a request of mine that is open")
    public DataRequestView withdraw(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return requests.withdraw(me(), id, ifMatch);
    }

    /** The record that stands for the caller. */
    private UUID me() {
        return persons.current(caller.requirePerson());
    }
}
