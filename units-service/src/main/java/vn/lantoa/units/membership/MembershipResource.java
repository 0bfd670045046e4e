package vn.lantoa.units.membership;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.Authenticated;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import vn.lantoa.problems.NotFound;
import vn.lantoa.rest.AllowedAction;
import vn.lantoa.rest.AllowedActions;
import vn.lantoa.rest.Covers;
import vn.lantoa.rest.Created;
import vn.lantoa.rest.Idempotent;
import vn.lantoa.rest.IfMatch;
import vn.lantoa.rest.MergePatch;
import vn.lantoa.rest.NoStore;
import vn.lantoa.rest.Outside;
import vn.lantoa.rest.Page;
import vn.lantoa.rest.Scoped;
import vn.lantoa.units.person.BindPersons;

/** Where a person belongs. */
@Path("/persons/{person}/memberships")
@Tag(name = "memberships", description = "Who belongs to which unit, on which line, from when to when")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@NoStore
public class MembershipResource {
    private final Memberships memberships;
    private final StartMemberships starting;
    private final BindPersons binding;
    private final MembershipReads reads;
    private final MembershipScope scope;
    private final MergePatch patches;
    private final Clock clock;

    MembershipResource(
            Memberships memberships,
            StartMemberships starting,
            BindPersons binding,
            MembershipReads reads,
            MembershipScope scope,
            MergePatch patches,
            Clock clock) {
        this.memberships = memberships;
        this.starting = starting;
        this.binding = binding;
        this.reads = reads;
        this.scope = scope;
        this.patches = patches;
        this.clock = clock;
    }

    @POST
    @PermissionsAllowed("membership.start")
    @Scoped(Covers.UNIT)
    @Idempotent
    @Transactional
    @Operation(
            operationId = "startMembership",
            summary = "A person begins to belong to a unit",
            description =
                    "A person has one primary membership per line and day. Who belongs elsewhere already goes over by"
                            + " a transfer, or is lent for a while as SECONDMENT. Somebody of other units, whom the caller does"
                            + " not reach, is as if they were not there: 404.")
    @APIResponse(
            responseCode = "201",
            description = "Begun",
            content = @Content(schema = @Schema(implementation = MembershipView.class)))
    public RestResponse<MembershipView> start(
            @PathParam("person") UUID person, @NotNull @Valid StartMembership command) {
        scope.require("membership.start", command.unit(), command.lineOrDefault());
        binding.require(person, "membership.start", command.lineOrDefault());
        var membership = starting.start(person, command, clock.instant());
        return Created.at("/persons/" + person + "/memberships/" + membership.id(), membership.view());
    }

    @GET
    @Authenticated
    @Scoped(value = Covers.UNIT, permission = "membership.read", outside = Outside.NOT_FOUND, own = true)
    @Operation(
            operationId = "listMemberships",
            summary = "Where a person belonged, the latest first",
            description = "One's own are all there; of others what the caller's rights reach.")
    public Page<MembershipView> list(
            @PathParam("person") UUID person,
            @QueryParam("asOf")
                    @Parameter(description = "Only those that hold on this day", example = "2025-06-30")
                    @Nullable
                    LocalDate asOf) {
        return new Page<>(reads.ofPerson(person, asOf), null, null);
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed("membership.read")
    @Scoped(value = Covers.UNIT, outside = Outside.NOT_FOUND)
    @Operation(operationId = "getMembership", summary = "A membership")
    public MembershipView get(@PathParam("person") UUID person, @PathParam("id") UUID id) {
        var membership = memberships.get(person, id);
        if (!scope.may("membership.read", membership.unit(), membership.line())) {
            throw new NotFound("membership-not-found", id);
        }
        return membership.view();
    }

    @GET
    @Path("/{id}/allowed-actions")
    @PermissionsAllowed("membership.read")
    @Scoped(value = Covers.UNIT, outside = Outside.NOT_FOUND)
    @Operation(
            operationId = "getMembershipAllowedActions",
            summary = "What the caller may do with a membership, and why not")
    public AllowedActions allowedActions(@PathParam("person") UUID person, @PathParam("id") UUID id) {
        var membership = memberships.get(person, id);
        if (!scope.may("membership.read", membership.unit(), membership.line())) {
            throw new NotFound("membership-not-found", id);
        }
        return AllowedActions.of(
                asked("end", "membership.end", membership),
                asked("correct", "membership.correct", membership),
                asked("annul", "membership.correct", membership));
    }

    private AllowedAction asked(String action, String permission, Membership membership) {
        return AllowedAction.check(action, () -> {
            scope.require(permission, membership.unit(), membership.line());
            membership.requireHeld();
        });
    }

    @POST
    @Path("/{id}/end")
    @PermissionsAllowed("membership.end")
    @Scoped(value = Covers.UNIT, outside = Outside.NOT_FOUND)
    @Idempotent
    @Transactional
    @Operation(
            operationId = "endMembership",
            summary = "End a membership on a day",
            description = "For those who leave: who goes over to another unit is transferred, so that no day is lost.")
    public MembershipView end(
            @PathParam("person") UUID person,
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid EndMembership command) {
        var membership = reached("membership.end", person, id, ifMatch);
        memberships.end(membership, command.validTo(), command.reason(), clock.instant());
        return membership.view();
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MergePatch.TYPE, MediaType.APPLICATION_JSON})
    @PermissionsAllowed("membership.correct")
    @Scoped(value = Covers.UNIT, outside = Outside.NOT_FOUND)
    @Transactional
    @Operation(
            operationId = "correctMembership",
            summary = "Correct what was recorded wrongly of a membership",
            description = "Unit, dates, reason, document. What has changed in life is a transfer, an end or a new one.")
    public MembershipView correct(
            @PathParam("person") UUID person,
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = CorrectMembership.class)))
                    JsonNode patch) {
        var membership = reached("membership.correct", person, id, ifMatch);
        var correction = patches.apply(membership.correctable(), patch, CorrectMembership.class);
        scope.require("membership.correct", correction.unit(), membership.line());
        memberships.correct(membership, correction, clock.instant());
        memberships.checkNow();
        return membership.view();
    }

    @POST
    @Path("/{id}/annul")
    @PermissionsAllowed("membership.correct")
    @Scoped(value = Covers.UNIT, outside = Outside.NOT_FOUND)
    @Idempotent
    @Transactional
    @Operation(
            operationId = "annulMembership",
            summary = "Take back a membership that was never true",
            description = "It stays readable by its id and holds on no day.")
    public MembershipView annul(
            @PathParam("person") UUID person,
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid AnnulMembership command) {
        var membership = reached("membership.correct", person, id, ifMatch);
        memberships.annul(membership, command.reason(), clock.instant());
        return membership.view();
    }

    /** What of a confidential line is out of reach is not even there. */
    private Membership reached(String permission, UUID person, UUID id, @Nullable String ifMatch) {
        memberships.lock(person);
        var membership = memberships.get(person, id);
        if (!scope.may("membership.read", membership.unit(), membership.line())) {
            throw new NotFound("membership-not-found", id);
        }
        scope.require(permission, membership.unit(), membership.line());
        IfMatch.require(ifMatch, membership.version());
        return membership;
    }
}
