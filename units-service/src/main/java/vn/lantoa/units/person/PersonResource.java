package vn.lantoa.units.person;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
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
import vn.lantoa.rest.Covers;
import vn.lantoa.rest.Created;
import vn.lantoa.rest.Idempotent;
import vn.lantoa.rest.IfMatch;
import vn.lantoa.rest.MergePatch;
import vn.lantoa.rest.Moved;
import vn.lantoa.rest.NoStore;
import vn.lantoa.rest.Outside;
import vn.lantoa.rest.Page;
import vn.lantoa.rest.PageRequest;
import vn.lantoa.rest.Scoped;

/** Persons and other recipients: a name to show; what is sealed only masked. */
@Path("/persons")
@Tag(name = "persons", description = "Persons and other recipients, their posts and accounts")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@NoStore
public class PersonResource {
    private final Persons persons;
    private final PersonReads reads;
    private final PersonViews views;
    private final PersonLooks looks;
    private final RegisterPersons registration;
    private final CorrectPersons correction;
    private final SealedValues sealed;
    private final Caller caller;
    private final Clock clock;

    PersonResource(
            Persons persons,
            PersonReads reads,
            PersonViews views,
            PersonLooks looks,
            RegisterPersons registration,
            CorrectPersons correction,
            SealedValues sealed,
            Caller caller,
            Clock clock) {
        this.persons = persons;
        this.reads = reads;
        this.views = views;
        this.looks = looks;
        this.registration = registration;
        this.correction = correction;
        this.sealed = sealed;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @PermissionsAllowed("person.register")
    @Scoped(Covers.EVERYWHERE)
    @Idempotent
    @Transactional
    @Operation(
            operationId = "registerPerson",
            summary = "Register a person or another recipient",
            description =
                    "Birth date and identity number are kept only encrypted under a key of the person's own. Households,"
                            + " groups of people for one deed, foreigners and enterprises are recipients like any person.")
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
    @Scoped(value = Covers.UNIT, outside = Outside.LEFT_OUT)
    @Operation(
            operationId = "listPersons",
            summary = "Persons within the caller's reach",
            description =
                    "In the order of their names. A search with more than two hundred hits is in the order of entry,"
                            + " a list by updatedSince in the order of change.")
    public Page<PersonSummary> list(@BeanParam @Valid PersonFilter filter, @BeanParam @Valid PageRequest page) {
        return reads.page(filter, caller.reach("person.read"), LocalDate.now(clock), page);
    }

    @POST
    @Path("/search-by-identity")
    @PermissionsAllowed("person.identify")
    @Scoped(value = Covers.UNIT, outside = Outside.LEFT_OUT)
    @Idempotent
    @Transactional
    @Operation(
            operationId = "searchPersonByIdentity",
            summary = "Who bears an identity number",
            description = "By a keyed hash; one person or none. The person can see that somebody looked.")
    public Page<PersonSummary> searchByIdentity(@NotNull @Valid SearchByIdentity command) {
        var today = LocalDate.now(clock);
        var found = sealed.bearer(command.identityNumber())
                .flatMap(bearer -> reads.summary(bearer, caller.reach("person.identify"), today));
        found.ifPresent(person -> looks.looked(person.id(), "IDENTITY_SEARCH", command.purpose()));
        return new Page<>(found.map(List::of).orElse(List.of()), null, null);
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed("person.read")
    @Scoped(value = Covers.UNIT, outside = Outside.NOT_FOUND)
    @Transactional
    @Operation(
            operationId = "getPerson",
            summary = "A person; birth date and identity number masked",
            description =
                    "A record that was merged answers 301 with the address of the one that stands. Somebody else's"
                            + " look at sealed values is noted for the person to see.")
    @APIResponse(
            responseCode = "200",
            description = "The record",
            content = @Content(schema = @Schema(implementation = PersonView.class)))
    @APIResponse(
            responseCode = "301",
            description = "Merged: Location names the record that stands",
            content = @Content(schema = @Schema(implementation = PersonSummary.class)))
    public RestResponse<Object> get(
            @PathParam("id") UUID id,
            @QueryParam("purpose")
                    @Size(max = 200)
                    @Parameter(description = "Why; the person can read it", example = "Thẩm định hồ sơ khen thưởng")
                    @Nullable
                    String purpose) {
        reads.requireReadable(id, caller.reach("person.read"), LocalDate.now(clock));
        var person = persons.get(id);
        if (person.mergedInto() != null) {
            return Moved.<Object>to("/persons/" + reads.current(id), PersonSummary.of(person));
        }
        var masked = sealed.masked(id);
        if (!masked.nothing()) {
            looks.looked(id, "RECORD", purpose);
        }
        return RestResponse.<Object>ok(views.of(person, masked));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MergePatch.TYPE, MediaType.APPLICATION_JSON})
    @PermissionsAllowed("person.correct")
    @Scoped(value = Covers.UNIT, outside = Outside.NOT_FOUND)
    @Transactional
    @Operation(
            operationId = "correctPerson",
            summary = "Correct what is recorded of a person",
            description = "Who changes the name by law keeps the old one among the other names, with its last day.")
    public PersonView correct(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = CorrectPerson.class))) JsonNode patch) {
        var today = LocalDate.now(clock);
        reads.requireReadable(id, caller.reach("person.read"), today);
        reads.requireReached(id, "person.correct", caller.reach("person.correct"), today);
        var person = persons.get(id);
        IfMatch.require(ifMatch, person.version());
        return correction.correct(person, patch);
    }
}
