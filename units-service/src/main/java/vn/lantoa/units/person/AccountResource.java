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
import vn.lantoa.rest.IfMatch;
import vn.lantoa.rest.NoStore;
import vn.lantoa.rest.Page;
import vn.lantoa.rest.Scoped;
import vn.lantoa.units.period.EndOn;

/** Accounts that stand for a person. Whoever links them decides who may do what, so it takes the whole installation. */
@Path("/persons/{person}/accounts")
@Tag(name = "persons")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@NoStore
public class AccountResource {
    private static final String PERMISSION = "account.link";

    private final Accounts accounts;
    private final Persons persons;
    private final RegisterPersons registration;
    private final Caller caller;
    private final Clock clock;

    AccountResource(Accounts accounts, Persons persons, RegisterPersons registration, Caller caller, Clock clock) {
        this.accounts = accounts;
        this.persons = persons;
        this.registration = registration;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @PermissionsAllowed(PERMISSION)
    @Scoped(Covers.EVERYWHERE)
    @Idempotent
    @Transactional
    @Operation(operationId = "linkAccount", summary = "Link an account of the identity provider to a person")
    @APIResponse(
            responseCode = "201",
            description = "Linked",
            content = @Content(schema = @Schema(implementation = AccountView.class)))
    public RestResponse<AccountView> link(@PathParam("person") UUID person, @NotNull @Valid LinkAccount command) {
        caller.requireEverywhere(PERMISSION);
        var view = registration.link(person, command, caller.person().orElse(null));
        return Created.at("/persons/" + person + "/accounts/" + view.id(), view);
    }

    @GET
    @PermissionsAllowed(PERMISSION)
    @Scoped(Covers.EVERYWHERE)
    @Operation(operationId = "listAccounts", summary = "The accounts of a person")
    public Page<AccountView> list(@PathParam("person") UUID person) {
        caller.requireEverywhere(PERMISSION);
        persons.get(person);
        return new Page<>(accounts.ofPerson(person), null, null);
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed(PERMISSION)
    @Scoped(Covers.EVERYWHERE)
    @Operation(operationId = "getAccount", summary = "An account of a person")
    public AccountView get(@PathParam("person") UUID person, @PathParam("id") UUID id) {
        caller.requireEverywhere(PERMISSION);
        return accounts.get(person, id).view();
    }

    @POST
    @Path("/{id}/unlink")
    @PermissionsAllowed(PERMISSION)
    @Scoped(Covers.EVERYWHERE)
    @Idempotent
    @Transactional
    @Operation(operationId = "unlinkAccount", summary = "End the link of an account on a day")
    public AccountView unlink(
            @PathParam("person") UUID person,
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid EndOn command) {
        caller.requireEverywhere(PERMISSION);
        var account = accounts.get(person, id);
        IfMatch.require(ifMatch, account.version());
        accounts.unlink(account, command.validTo(), caller.person().orElse(null), clock.instant());
        return account.view();
    }
}
