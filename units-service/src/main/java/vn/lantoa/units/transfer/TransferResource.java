package vn.lantoa.units.transfer;

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

/** Transfers between units. */
@Path("/transfers")
@Tag(name = "transfers", description = "Persons go over from one unit to another, as the two agree")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@NoStore
public class TransferResource {
    private final Transfers transfers;
    private final TransferReads reads;
    private final TransferRights rights;

    TransferResource(Transfers transfers, TransferReads reads, TransferRights rights) {
        this.transfers = transfers;
        this.reads = reads;
        this.rights = rights;
    }

    @POST
    @PermissionsAllowed("transfer.propose")
    @Scoped(Covers.UNIT)
    @Idempotent
    @Transactional
    @Operation(
            operationId = "proposeTransfer",
            summary = "Propose that a person go over from one unit to another",
            description = "By either of the two; the other one decides. A person has one open transfer per line.")
    @APIResponse(
            responseCode = "201",
            description = "Proposed",
            content = @Content(schema = @Schema(implementation = TransferView.class)))
    public RestResponse<TransferView> propose(@NotNull @Valid ProposeTransfer command) {
        var side = rights.proposing(command);
        var transfer = transfers.propose(command, Transfers.lineOf(command), side);
        return Created.at("/transfers/" + transfer.id(), transfers.view(transfer));
    }

    @GET
    @PermissionsAllowed("transfer.read")
    @Scoped(value = Covers.UNIT, outside = Outside.LEFT_OUT)
    @Operation(
            operationId = "listTransfers",
            summary = "Transfers into and out of the caller's units, the oldest first",
            description =
                    "With `awaiting` the inbox: what waits for an answer of the caller's units, also where they came"
                            + " after the unit that was asked.")
    public Page<TransferView> list(@BeanParam @Valid TransferFilter filter, @BeanParam @Valid PageRequest page) {
        return reads.page(filter, page);
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed("transfer.read")
    @Scoped(value = Covers.UNIT, outside = Outside.NOT_FOUND)
    @Operation(operationId = "getTransfer", summary = "A transfer")
    public TransferView get(@PathParam("id") UUID id) {
        var transfer = transfers.get(id);
        rights.requireReadable(transfer);
        return transfers.view(transfer);
    }

    @POST
    @Path("/{id}/accept")
    @PermissionsAllowed("transfer.decide")
    @Scoped(value = Covers.UNIT, outside = Outside.NOT_FOUND)
    @Idempotent
    @Transactional
    @Operation(
            operationId = "acceptTransfer",
            summary = "Agree: the membership moves on the day",
            description =
                    "Whoever stands for the unit asked decides, after a merger the heir. The person passes through"
                            + " whatever comes after the unit joined; no day is lost.")
    public TransferView accept(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        var transfer = transfers.getLocked(id);
        rights.requireDecider(transfer);
        IfMatch.require(ifMatch, transfer.version());
        transfers.accept(transfer);
        return transfers.view(transfer);
    }

    @POST
    @Path("/{id}/decline")
    @PermissionsAllowed("transfer.decide")
    @Scoped(value = Covers.UNIT, outside = Outside.NOT_FOUND)
    @Idempotent
    @Transactional
    @Operation(operationId = "declineTransfer", summary = "Refuse, and say why")
    public TransferView decline(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid DeclineTransfer command) {
        var transfer = transfers.getLocked(id);
        rights.requireDecider(transfer);
        IfMatch.require(ifMatch, transfer.version());
        transfers.decline(transfer, command.reason());
        return transfers.view(transfer);
    }

    @POST
    @Path("/{id}/withdraw")
    @PermissionsAllowed("transfer.propose")
    @Scoped(value = Covers.UNIT, outside = Outside.NOT_FOUND)
    @Idempotent
    @Transactional
    @Operation(operationId = "withdrawTransfer", summary = "Take a proposal back before it is decided")
    public TransferView withdraw(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        var transfer = transfers.getLocked(id);
        rights.requireProposer(transfer);
        IfMatch.require(ifMatch, transfer.version());
        transfers.withdraw(transfer);
        return transfers.view(transfer);
    }

    @GET
    @Path("/{id}/allowed-actions")
    @PermissionsAllowed("transfer.read")
    @Scoped(value = Covers.UNIT, outside = Outside.NOT_FOUND)
    @Operation(
            operationId = "getTransferAllowedActions",
            summary = "What the caller may do with a transfer, and why not")
    public AllowedActions allowedActions(@PathParam("id") UUID id) {
        var transfer = transfers.get(id);
        rights.requireReadable(transfer);
        return rights.on(transfer);
    }
}
