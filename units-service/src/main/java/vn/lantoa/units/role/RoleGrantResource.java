package vn.lantoa.units.role;

import io.quarkus.security.Authenticated;
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
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import vn.lantoa.access.Caller;
import vn.lantoa.rest.AllowedAction;
import vn.lantoa.rest.AllowedActions;
import vn.lantoa.rest.Covers;
import vn.lantoa.rest.Created;
import vn.lantoa.rest.Idempotent;
import vn.lantoa.rest.IfMatch;
import vn.lantoa.rest.NoStore;
import vn.lantoa.rest.Outside;
import vn.lantoa.rest.Page;
import vn.lantoa.rest.PageRequest;
import vn.lantoa.rest.Scoped;
import vn.lantoa.units.period.EndOn;

/** Grants of roles. */
@Path("/role-grants")
@Tag(name = "access", description = "Roles, grants and the caller's own rights")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@NoStore
public class RoleGrantResource {
    private final RoleGrants grants;
    private final RoleReads reads;
    private final Caller caller;
    private final GrantScope scope;
    private final Clock clock;

    RoleGrantResource(RoleGrants grants, RoleReads reads, Caller caller, GrantScope scope, Clock clock) {
        this.grants = grants;
        this.reads = reads;
        this.caller = caller;
        this.scope = scope;
        this.clock = clock;
    }

    @POST
    @PermissionsAllowed("role-grant.grant")
    @Scoped(Covers.UNIT)
    @Idempotent
    @Transactional
    @Operation(
            operationId = "grantRole",
            summary = "Grant a role over a unit and what stands below it",
            description =
                    "Without dates it holds from today on, as long as the unit exists, and with `post` never longer"
                            + " than that post. Nobody grants more than they reach themselves, a role that is not"
                            + " theirs to grant (`grantedBy` of the role), or anything to themselves.")
    @APIResponse(
            responseCode = "201",
            description = "Granted",
            content = @Content(schema = @Schema(implementation = RoleGrantView.class)))
    public RestResponse<RoleGrantView> grant(@NotNull @Valid GrantRole command) {
        scope.requireToGrant(command.person(), command.role(), command.unit(), command.line(), command.validFrom());
        var grant = grants.grant(command, caller.person().orElse(null));
        return Created.at("/role-grants/" + grant.id(), grant.view());
    }

    @POST
    @Path("/{id}/delegate")
    @Authenticated
    @Scoped(value = Covers.UNIT, permission = "role-grant.grant", own = true)
    @Idempotent
    @Transactional
    @Operation(
            operationId = "delegateRoleGrant",
            summary = "Let somebody use a grant on the holder's behalf for a while",
            description =
                    "The holder does it, or whoever may grant the role there. It ends with the grant at the latest and"
                            + " cannot be delegated further. Whatever the delegate does by it stands in the audit trail as done for"
                            + " the holder.")
    @APIResponse(
            responseCode = "201",
            description = "Delegated",
            content = @Content(schema = @Schema(implementation = RoleGrantView.class)))
    public RestResponse<RoleGrantView> delegate(@PathParam("id") UUID id, @NotNull @Valid DelegateGrant command) {
        var grant = grants.get(id);
        var person = caller.requirePerson();
        if (!person.equals(grant.person())) {
            scope.requireKnown(grant, "role-grant.grant");
            scope.requireToGrant(command.delegate(), grant.role(), grant.unit(), grant.line(), command.validFrom());
        }
        var delegation = grants.delegate(grant, command, person);
        return Created.at("/role-grants/" + delegation.id(), delegation.view());
    }

    @GET
    @PermissionsAllowed("role.read")
    @Scoped(value = Covers.UNIT, outside = Outside.LEFT_OUT)
    @Operation(
            operationId = "listRoleGrants",
            summary = "Grants within the caller's reach",
            description = "Those on a confidential line only for whom that line reaches.")
    public Page<RoleGrantView> list(@BeanParam @Valid GrantFilter filter, @BeanParam @Valid PageRequest page) {
        return reads.grants(filter, caller.reach("role.read"), LocalDate.now(clock), page);
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed("role.read")
    @Scoped(Covers.UNIT)
    @Operation(operationId = "getRoleGrant", summary = "A grant")
    public RoleGrantView get(@PathParam("id") UUID id) {
        var grant = grants.get(id);
        scope.requireKnown(grant, "role.read");
        scope.require("role.read", grant.unit());
        return grant.view();
    }

    @GET
    @Path("/{id}/allowed-actions")
    @PermissionsAllowed("role.read")
    @Scoped(Covers.UNIT)
    @Operation(operationId = "getRoleGrantAllowedActions", summary = "What the caller may do with a grant, and why not")
    public AllowedActions allowedActions(@PathParam("id") UUID id) {
        var grant = grants.get(id);
        scope.requireKnown(grant, "role.read");
        scope.require("role.read", grant.unit());
        return AllowedActions.of(
                AllowedAction.check("end", () -> {
                    requireToEnd(grant);
                    grant.requireHeld(LocalDate.now(clock));
                }),
                AllowedAction.check("delegate", () -> {
                    if (!caller.requirePerson().equals(grant.person())) {
                        scope.requireToGrant(grant);
                    }
                    grant.requireToDelegate();
                    grant.requireHeld(LocalDate.now(clock));
                }));
    }

    @POST
    @Path("/{id}/end")
    @Authenticated
    @Scoped(value = Covers.UNIT, permission = "role-grant.end", own = true)
    @Idempotent
    @Transactional
    @Operation(
            operationId = "endRoleGrant",
            summary = "End a grant on a day",
            description = "Delegations of it end with it. Who delegated may end the delegation.")
    public RoleGrantView end(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid EndOn command) {
        var grant = grants.get(id);
        requireToEnd(grant);
        IfMatch.require(ifMatch, grant.version());
        grants.end(grant, command.validTo(), caller.person().orElse(null), clock.instant(), null);
        grants.flush();
        return grant.view();
    }

    /** A delegator takes the delegation back without further rights. */
    private void requireToEnd(RoleGrant grant) {
        var delegator = grant.onBehalfOf();
        if (delegator == null || !caller.person().map(delegator::equals).orElse(false)) {
            scope.requireKnown(grant, "role-grant.end");
            scope.require("role-grant.end", grant.unit());
        }
    }
}
