package vn.lantoa.units.machine;

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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import vn.lantoa.access.Caller;
import vn.lantoa.access.StepUp;
import vn.lantoa.problems.Forbidden;
import vn.lantoa.rest.Covers;
import vn.lantoa.rest.Created;
import vn.lantoa.rest.Idempotent;
import vn.lantoa.rest.IfMatch;
import vn.lantoa.rest.NoStore;
import vn.lantoa.rest.Page;
import vn.lantoa.rest.PageRequest;
import vn.lantoa.rest.Scoped;
import vn.lantoa.units.period.EndOn;

/** Other systems of the province. They are the business of whoever administers the whole installation. */
@Path("/machine-clients")
@Tag(name = "access")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@NoStore
public class MachineClientResource {
    private static final String READ = "machine-client.read";
    private static final String REGISTER = "machine-client.register";
    private static final String GRANT = "machine-client.grant";
    private static final String REVOKE = "machine-client.revoke";

    private final MachineClients clients;
    private final Caller caller;

    MachineClientResource(MachineClients clients, Caller caller) {
        this.clients = clients;
        this.caller = caller;
    }

    @POST
    @PermissionsAllowed(REGISTER)
    @StepUp
    @Scoped(Covers.EVERYWHERE)
    @Idempotent
    @Transactional
    @Operation(
            operationId = "registerMachineClient",
            summary = "Register another system that asks in its own name",
            description = "By the subject that its client credentials give its tokens. It may do nothing yet.")
    @APIResponse(
            responseCode = "201",
            description = "Registered",
            content = @Content(schema = @Schema(implementation = MachineClientView.class)))
    public RestResponse<MachineClientView> register(@NotNull @Valid RegisterMachineClient command) {
        var by = requireInPerson(REGISTER);
        var client = clients.register(command, by);
        return Created.at("/machine-clients/" + client.id(), client);
    }

    @GET
    @PermissionsAllowed(READ)
    @Scoped(Covers.EVERYWHERE)
    @Operation(operationId = "listMachineClients", summary = "Other systems and what each may read")
    public Page<MachineClientView> list(@BeanParam @Valid PageRequest page) {
        caller.requireEverywhere(READ);
        return clients.list(page);
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed(READ)
    @Scoped(Covers.EVERYWHERE)
    @Operation(operationId = "getMachineClient", summary = "Another system and what it may read")
    public MachineClientView get(@PathParam("id") UUID id) {
        caller.requireEverywhere(READ);
        return clients.get(id);
    }

    @POST
    @Path("/{id}/grants")
    @PermissionsAllowed(GRANT)
    @StepUp
    @Scoped(Covers.EVERYWHERE)
    @Idempotent
    @Transactional
    @Operation(
            operationId = "grantToMachineClient",
            summary = "Let another system use a permission over a subtree, on a line",
            description = "Permissions to read, and such as the installation lists. What is an act of a person, such as"
                    + " voting, signing and registering, no system is ever granted. A token may narrow it further by"
                    + " scopes `lantoa:<permission>`.")
    public MachineClientView grant(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid GrantToMachineClient command) {
        var by = requireInPerson(GRANT);
        var client = clients.locked(id);
        IfMatch.require(ifMatch, client.version());
        return clients.grant(client, command, by);
    }

    @POST
    @Path("/{id}/grants/{grant}/end")
    @PermissionsAllowed(GRANT)
    @Scoped(Covers.EVERYWHERE)
    @Idempotent
    @Transactional
    @Operation(operationId = "endMachineClientGrant", summary = "End a permission of another system on a day")
    public MachineClientView end(
            @PathParam("id") UUID id,
            @PathParam("grant") UUID grant,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid EndOn command) {
        var by = requireInPerson(GRANT);
        var client = clients.locked(id);
        IfMatch.require(ifMatch, client.version());
        return clients.end(client, grant, command.validTo(), by);
    }

    @POST
    @Path("/{id}/revoke")
    @PermissionsAllowed(REVOKE)
    @Scoped(Covers.EVERYWHERE)
    @Idempotent
    @Transactional
    @Operation(
            operationId = "revokeMachineClient",
            summary = "Shut another system out at once",
            description = "From today on, whatever its tokens and grants say. It can be registered anew.")
    public MachineClientView revoke(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid RevokeMachineClient command) {
        var by = requireInPerson(REVOKE);
        var client = clients.locked(id);
        IfMatch.require(ifMatch, client.version());
        return clients.revoke(client, command.reason(), by);
    }

    /** Everywhere, and in one's own right: what came of it would outlast a delegation. */
    private @Nullable UUID requireInPerson(String permission) {
        caller.requireEverywhere(permission);
        if (caller.actingFor().isPresent()) {
            throw new Forbidden("granting-not-delegated");
        }
        return caller.person().orElse(null);
    }
}
