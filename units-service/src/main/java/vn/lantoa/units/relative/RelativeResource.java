package vn.lantoa.units.relative;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import vn.lantoa.problems.Forbidden;
import vn.lantoa.rest.Covers;
import vn.lantoa.rest.Created;
import vn.lantoa.rest.Idempotent;
import vn.lantoa.rest.NoStore;
import vn.lantoa.rest.Outside;
import vn.lantoa.rest.Page;
import vn.lantoa.rest.PageRequest;
import vn.lantoa.rest.Scoped;
import vn.lantoa.rest.Today;
import vn.lantoa.units.person.PersonLooks;
import vn.lantoa.units.person.PersonReads;
import vn.lantoa.units.relative.RelativeReads.Reader;

/** Declared relatives of persons in reach, for the office that keeps their records. Nobody keeps what concerns themself. */
@Path("/persons/{person}/relatives")
@Tag(name = "personal data")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@NoStore
public class RelativeResource {
    private static final String READ = "relative.read";
    private static final String DECLARE = "relative.declare";

    private final PersonReads persons;
    private final PersonLooks looks;
    private final Relatives relatives;
    private final RelativeReads reads;
    private final Caller caller;
    private final Today today;

    RelativeResource(
            PersonReads persons,
            PersonLooks looks,
            Relatives relatives,
            RelativeReads reads,
            Caller caller,
            Today today) {
        this.persons = persons;
        this.looks = looks;
        this.relatives = relatives;
        this.reads = reads;
        this.caller = caller;
        this.today = today;
    }

    @POST
    @PermissionsAllowed(DECLARE)
    @Idempotent
    @Transactional
    @Scoped(value = Covers.UNIT, outside = Outside.NOT_FOUND)
    @Operation(
            operationId = "declareRelative",
            summary = "Declare a relative of a person",
            description =
                    "For who has no account, or does not declare what is known. The person and the relative see it"
                            + " in their own records.")
    @APIResponse(
            responseCode = "201",
            description = "Declared",
            content = @Content(schema = @Schema(implementation = RelativeView.class)))
    public RestResponse<RelativeView> declare(
            @PathParam("person") UUID person, @NotNull @Valid DeclareRelative command) {
        var standing = reached(person, DECLARE);
        requireOthers(person);
        requireOthers(command.relative());
        var id = relatives.declare(standing, false, command);
        return Created.at("/persons/" + person + "/relatives/" + id, reads.one(standing, Reader.OFFICE, id));
    }

    @GET
    @PermissionsAllowed(READ)
    @Transactional
    @Scoped(value = Covers.UNIT, outside = Outside.NOT_FOUND)
    @Operation(
            operationId = "listRelatives",
            summary = "Relatives that a person declared, and who declared them, ended ones too; the latest first",
            description = "The person can see who looked.")
    public Page<RelativeView> list(
            @PathParam("person") UUID person,
            @QueryParam("purpose")
                    @Size(max = 200)
                    @Parameter(description = "Why; the person can read it", example = "Kiểm tra xung đột lợi ích")
                    @Nullable
                    String purpose,
            @BeanParam @Valid PageRequest page) {
        var standing = reached(person, READ);
        looks.looked(standing, "RELATIVES", purpose);
        return reads.page(standing, Reader.OFFICE, page);
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed(READ)
    @Transactional
    @Scoped(value = Covers.UNIT, outside = Outside.NOT_FOUND)
    @Operation(operationId = "getRelative", summary = "A declaration that a person made or that names them")
    public RelativeView get(@PathParam("person") UUID person, @PathParam("id") UUID id) {
        var standing = reached(person, READ);
        var view = reads.one(standing, Reader.OFFICE, id);
        looks.looked(standing, "RELATIVES", null);
        return view;
    }

    @POST
    @Path("/{id}/end")
    @PermissionsAllowed(DECLARE)
    @Idempotent
    @Transactional
    @Scoped(value = Covers.UNIT, outside = Outside.NOT_FOUND)
    @Operation(
            operationId = "endRelative",
            summary = "End a declaration of a person, whoever made it",
            description = "It stays in the record with its last day, also where it was an error.")
    public RelativeView end(
            @PathParam("person") UUID person,
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid EndRelative command) {
        var standing = reached(person, DECLARE);
        var declared = relatives.of(standing, id);
        requireOthers(declared.person());
        requireOthers(declared.relative());
        relatives.end(declared, ifMatch, command);
        return reads.one(standing, Reader.OFFICE, id);
    }

    /** @return the record that stands for the person */
    private UUID reached(UUID person, String permission) {
        persons.requireReadable(person, caller.reach(permission), today.day());
        return persons.current(person);
    }

    private void requireOthers(UUID person) {
        if (caller.is(person)) {
            throw new Forbidden("relative-of-yourself");
        }
    }
}
