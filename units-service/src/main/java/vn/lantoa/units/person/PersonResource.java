package vn.lantoa.units.person;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
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
import vn.lantoa.rest.Created;
import vn.lantoa.rest.Idempotent;
import vn.lantoa.rest.NoStore;
import vn.lantoa.rest.Page;
import vn.lantoa.rest.PageRequest;

/** Persons: a name to show; what is sealed only masked. */
@Path("/persons")
@Tag(name = "persons", description = "Persons, their posts and accounts")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@NoStore
public class PersonResource {
    private final Persons persons;
    private final PersonReads reads;
    private final RegisterPersons registration;
    private final SealedValues sealed;
    private final Caller caller;
    private final Clock clock;

    PersonResource(
            Persons persons,
            PersonReads reads,
            RegisterPersons registration,
            SealedValues sealed,
            Caller caller,
            Clock clock) {
        this.persons = persons;
        this.reads = reads;
        this.registration = registration;
        this.sealed = sealed;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @PermissionsAllowed("person.register")
    @Idempotent
    @Transactional
    @Operation(
            operationId = "registerPerson",
            summary = "Register a person",
            description = "Birth date and identity number are kept only encrypted under a key of the person's own.")
    @APIResponse(
            responseCode = "201",
            description = "Registered",
            content = @Content(schema = @Schema(implementation = PersonView.class)))
    public RestResponse<PersonView> register(@NotNull @Valid RegisterPerson command) {
        caller.requireEverywhere("person.register");
        var view = registration.register(command, caller.person().orElse(null));
        return Created.at("/persons/" + view.id(), view);
    }

    @GET
    @PermissionsAllowed("person.read")
    @Operation(operationId = "listPersons", summary = "Persons within the caller's reach, in the order of their names")
    public Page<PersonSummary> list(
            @QueryParam("q")
                    @Size(min = 1, max = 200)
                    @Parameter(description = "Part of the name, with or without diacritics", example = "nong thi")
                    @Nullable
                    String q,
            @QueryParam("updatedSince") @Parameter(example = "2025-07-01T00:00:00Z") @Nullable Instant updatedSince,
            @BeanParam @Valid PageRequest page) {
        return reads.page(q, updatedSince, caller.reach("person.read"), LocalDate.now(clock), page);
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed("person.read")
    @Transactional
    @Operation(operationId = "getPerson", summary = "A person; birth date and identity number masked")
    public PersonView get(@PathParam("id") UUID id) {
        reads.requireReadable(id, caller.reach("person.read"), LocalDate.now(clock));
        var person = persons.get(id);
        var masked = sealed.masked(id);
        return new PersonView(
                id,
                person.name(),
                masked.birthDate(),
                masked.identityNumber(),
                person.version(),
                person.createdAt(),
                person.updatedAt());
    }
}
