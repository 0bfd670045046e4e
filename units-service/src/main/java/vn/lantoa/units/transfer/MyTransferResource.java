package vn.lantoa.units.transfer;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.lantoa.access.Caller;
import vn.lantoa.rest.Covers;
import vn.lantoa.rest.NoStore;
import vn.lantoa.rest.Page;
import vn.lantoa.rest.PageRequest;
import vn.lantoa.rest.Scoped;

/** What is proposed for the caller: nobody is moved without being able to know. */
@Path("/me/transfers")
@Tag(name = "my record")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@NoStore
public class MyTransferResource {
    private final TransferReads reads;
    private final Caller caller;

    MyTransferResource(TransferReads reads, Caller caller) {
        this.reads = reads;
        this.caller = caller;
    }

    @GET
    @Authenticated
    @Scoped(Covers.OWN)
    @Operation(
            operationId = "listMyTransfers",
            summary = "Transfers proposed, agreed or refused for me, the oldest first",
            description =
                    "On every line, whichever of the caller's records they name. Two units decide, not the person.")
    public Page<TransferView> list(
            @QueryParam("status") @Parameter(description = "Only those that stand so", example = "PROPOSED") @Nullable
                    TransferStatus status,
            @BeanParam @Valid PageRequest page) {
        return reads.own(caller.requirePerson(), status, page);
    }
}
