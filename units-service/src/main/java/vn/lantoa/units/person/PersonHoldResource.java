package vn.lantoa.units.person;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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
import vn.lantoa.rest.Covers;
import vn.lantoa.rest.Created;
import vn.lantoa.rest.Idempotent;
import vn.lantoa.rest.NoStore;
import vn.lantoa.rest.Page;
import vn.lantoa.rest.Scoped;

/** Records that must be kept, whatever is asked: they concern the whole register. */
@Path("/persons/{id}/holds")
@Tag(name = "personal data")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@NoStore
public class PersonHoldResource {
    private static final String PERMISSION = "person.hold";

    private final Persons persons;
    private final PersonHolds holds;
    private final Caller caller;

    PersonHoldResource(Persons persons, PersonHolds holds, Caller caller) {
        this.persons = persons;
        this.holds = holds;
        this.caller = caller;
    }

    @POST
    @PermissionsAllowed(PERMISSION)
    @Idempotent
    @Transactional
    @Scoped(Covers.EVERYWHERE)
    @Operation(
            operationId = "holdPerson",
            summary = "Say that a record must be kept",
            description =
                    "While a hold stands, the person cannot be erased, whatever record of theirs it was placed on.")
    @APIResponse(
            responseCode = "201",
            description = "Held",
            content = @Content(schema = @Schema(implementation = PersonHoldView.class)))
    public RestResponse<PersonHoldView> hold(@PathParam("id") UUID id, @NotNull @Valid HoldPerson command) {
        caller.requireEverywhere(PERMISSION);
        var view = holds.place(id, command);
        return Created.at("/persons/" + id + "/holds/" + view.id(), view);
    }

    @GET
    @PermissionsAllowed(PERMISSION)
    @Transactional
    @Scoped(Covers.EVERYWHERE)
    @Operation(operationId = "listPersonHolds", summary = "Holds of a record, lifted ones too, the latest first")
    public Page<PersonHoldView> list(@PathParam("id") UUID id) {
        caller.requireEverywhere(PERMISSION);
        return new Page<>(holds.of(persons.get(id).id()), null, null);
    }

    @POST
    @Path("/{hold}/lift")
    @PermissionsAllowed(PERMISSION)
    @Idempotent
    @Transactional
    @Scoped(Covers.EVERYWHERE)
    @Operation(operationId = "liftPersonHold", summary = "Say that a record need not be kept any longer")
    public PersonHoldView lift(
            @PathParam("id") UUID id,
            @PathParam("hold") UUID hold,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid LiftHold command) {
        caller.requireEverywhere(PERMISSION);
        return holds.lift(id, hold, ifMatch, command);
    }
}
