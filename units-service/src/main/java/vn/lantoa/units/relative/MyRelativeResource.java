package vn.lantoa.units.relative;

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
import vn.lantoa.problems.Forbidden;
import vn.lantoa.rest.Covers;
import vn.lantoa.rest.Created;
import vn.lantoa.rest.Idempotent;
import vn.lantoa.rest.NoStore;
import vn.lantoa.rest.Outside;
import vn.lantoa.rest.Page;
import vn.lantoa.rest.PageRequest;
import vn.lantoa.rest.Scoped;
import vn.lantoa.units.person.PersonReads;
import vn.lantoa.units.relative.RelativeReads.Reader;

/** Whose relative the caller is: what they declared, and who named them. */
@Path("/me/relatives")
@Tag(name = "my record")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@NoStore
public class MyRelativeResource {
    private final PersonReads persons;
    private final Relatives relatives;
    private final RelativeReads reads;
    private final Caller caller;

    MyRelativeResource(PersonReads persons, Relatives relatives, RelativeReads reads, Caller caller) {
        this.persons = persons;
        this.relatives = relatives;
        this.reads = reads;
        this.caller = caller;
    }

    @POST
    @Authenticated
    @Idempotent
    @Transactional
    @Scoped(Covers.OWN)
    @Operation(
            operationId = "declareMyRelative",
            summary = "Declare a relative",
            description = "While it holds, neither of both takes part in judging what concerns the other. The relative"
                    + " sees it in their own record.")
    @APIResponse(
            responseCode = "201",
            description = "Declared",
            content = @Content(schema = @Schema(implementation = RelativeView.class)))
    public RestResponse<RelativeView> declare(@NotNull @Valid DeclareRelative command) {
        var me = me();
        var id = relatives.declare(me, true, command);
        return Created.at("/me/relatives/" + id, reads.one(me, Reader.PERSON, id));
    }

    @GET
    @Authenticated
    @Transactional
    @Scoped(Covers.OWN)
    @Operation(
            operationId = "listMyRelatives",
            summary = "Relatives that I declared, and who declared me, ended ones too; the latest first")
    public Page<RelativeView> list(@BeanParam @Valid PageRequest page) {
        return reads.page(me(), Reader.PERSON, page);
    }

    @GET
    @Path("/{id}")
    @Authenticated
    @Transactional
    @Scoped(value = Covers.OWN, outside = Outside.NOT_FOUND)
    @Operation(operationId = "getMyRelative", summary = "A declaration that I made or that names me")
    public RelativeView get(@PathParam("id") UUID id) {
        return reads.one(me(), Reader.PERSON, id);
    }

    @POST
    @Path("/{id}/end")
    @Authenticated
    @Idempotent
    @Transactional
    @Scoped(value = Covers.OWN, outside = Outside.NOT_FOUND)
    @Operation(
            operationId = "endMyRelative",
            summary = "End a declaration that I made",
            description = "It stays in the record with its last day, also where it was an error. What others declared,"
                    + " they or an office end.")
    public RelativeView end(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid EndRelative command) {
        var me = me();
        var seen = reads.one(me, Reader.PERSON, id);
        if (!seen.byPerson() || !caller.is(seen.person())) {
            throw new Forbidden("relative-of-others", id);
        }
        relatives.end(relatives.of(me, id), ifMatch, command);
        return reads.one(me, Reader.PERSON, id);
    }

    /** The record that stands for the caller. */
    private UUID me() {
        return persons.current(caller.requirePerson());
    }
}
