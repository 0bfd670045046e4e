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
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import vn.lantoa.access.Caller;
import vn.lantoa.problems.FieldError;
import vn.lantoa.problems.Forbidden;
import vn.lantoa.problems.Invalid;
import vn.lantoa.problems.NotFound;
import vn.lantoa.rest.Covers;
import vn.lantoa.rest.Created;
import vn.lantoa.rest.Idempotent;
import vn.lantoa.rest.Ids;
import vn.lantoa.rest.IfMatch;
import vn.lantoa.rest.NoStore;
import vn.lantoa.rest.Outside;
import vn.lantoa.rest.Page;
import vn.lantoa.rest.Scoped;
import vn.lantoa.sql.Query;
import vn.lantoa.units.period.EndOn;
import vn.lantoa.units.period.Period;
import vn.lantoa.units.unit.Units;

/** Posts of a person at units. */
@Path("/persons/{person}/posts")
@Tag(name = "persons")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@NoStore
public class PostResource {
    private final Posts posts;
    private final Persons persons;
    private final PersonReads reads;
    private final BindPersons binding;
    private final Units units;
    private final Caller caller;
    private final DataSource database;
    private final Clock clock;

    PostResource(
            Posts posts,
            Persons persons,
            PersonReads reads,
            BindPersons binding,
            Units units,
            Caller caller,
            DataSource database,
            Clock clock) {
        this.posts = posts;
        this.persons = persons;
        this.reads = reads;
        this.binding = binding;
        this.units = units;
        this.caller = caller;
        this.database = database;
        this.clock = clock;
    }

    @POST
    @PermissionsAllowed("post.assign")
    @Scoped(Covers.UNIT)
    @Idempotent
    @Transactional
    @Operation(
            operationId = "assignPost",
            summary = "Give a person a post at a unit",
            description = "Without dates it is held as long as the unit exists. A person can hold several at once. Who"
                    + " else leads the unit then is told, not forbidden. Somebody of other units, whom the caller does not"
                    + " reach, is as if they were not there: 404.")
    @APIResponse(
            responseCode = "201",
            description = "Assigned",
            content = @Content(schema = @Schema(implementation = PostView.class)))
    public RestResponse<PostView> assign(@PathParam("person") UUID person, @NotNull @Valid AssignPost command) {
        caller.require("post.assign", command.unit());
        if (!known("post.assign", command.unit())) {
            throw new Forbidden("outside-your-units", "post.assign");
        }
        persons.get(person);
        binding.require(person, "post.assign", null);
        var life = units.findByIdOptional(command.unit())
                .orElseThrow(() -> new Invalid("unknown-unit", FieldError.at("/unit", "unknown-unit")))
                .life();
        var from = command.validFrom() == null ? life.from() : command.validFrom();
        var to = command.validTo() == null ? life.to() : command.validTo();
        var now = clock.instant();
        var post = Post.assign(Ids.orNext(command.id()), person, command, Period.given(from, to, ""), now);
        posts.assign(post, now);
        Query.of("SET CONSTRAINTS ALL IMMEDIATE").change(database);
        return Created.at("/persons/" + person + "/posts/" + post.id(), post.view(posts.alsoLeading(post)));
    }

    @GET
    @PermissionsAllowed("person.read")
    @Scoped(value = Covers.UNIT, outside = Outside.NOT_FOUND)
    @Operation(
            operationId = "listPosts",
            summary = "The posts of a person, the latest first",
            description = "Those at organisations of a confidential line only for whom that line reaches.")
    public Page<PostView> list(@PathParam("person") UUID person) {
        var reach = caller.reach("person.read");
        var today = LocalDate.now(clock);
        reads.requireReadable(person, reach, today);
        return new Page<>(own(person) ? posts.ofPerson(person) : posts.ofPerson(person, reach, today), null, null);
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed("person.read")
    @Scoped(value = Covers.UNIT, outside = Outside.NOT_FOUND)
    @Operation(operationId = "getPost", summary = "A post of a person")
    public PostView get(@PathParam("person") UUID person, @PathParam("id") UUID id) {
        reads.requireReadable(person, caller.reach("person.read"), LocalDate.now(clock));
        return requireKnown("person.read", posts.get(person, id)).view();
    }

    @POST
    @Path("/{id}/end")
    @PermissionsAllowed("post.assign")
    @Scoped(value = Covers.UNIT, outside = Outside.NOT_FOUND)
    @Idempotent
    @Transactional
    @Operation(operationId = "endPost", summary = "End a post on a day; grants that are bound to it end with it")
    public PostView end(
            @PathParam("person") UUID person,
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid EndOn command) {
        reads.requireReadable(person, caller.reach("person.read"), LocalDate.now(clock));
        var post = requireKnown("post.assign", posts.get(person, id));
        caller.require("post.assign", post.unit());
        IfMatch.require(ifMatch, post.version());
        posts.end(post, command.validTo(), clock.instant(), null);
        posts.flush();
        return post.view();
    }

    /** What of a confidential line is out of reach is not even there; one's own posts are. */
    private Post requireKnown(String permission, Post post) {
        if (!own(post.person()) && !known(permission, post.unit())) {
            throw new NotFound("post-not-found", post.id());
        }
        return post;
    }

    private boolean known(String permission, UUID unit) {
        return posts.known(unit, caller.reach(permission), LocalDate.now(clock));
    }

    private boolean own(UUID person) {
        return caller.person().map(person::equals).orElse(false)
                && caller.ownShown("person.read").everywhere();
    }
}
