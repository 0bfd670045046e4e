package vn.lantoa.access;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.lantoa.rest.Covers;
import vn.lantoa.rest.Cursor;
import vn.lantoa.rest.IdCursor;
import vn.lantoa.rest.NoStore;
import vn.lantoa.rest.Page;
import vn.lantoa.rest.PageRequest;
import vn.lantoa.rest.Scoped;

/** What other systems asked of this service. */
@Path("/machine-calls")
@Tag(name = "Administration")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@NoStore
public class MachineCallResource {
    private static final String READ = "audit.read";

    private final MachineCalls calls;
    private final Caller caller;

    MachineCallResource(MachineCalls calls, Caller caller) {
        this.calls = calls;
        this.caller = caller;
    }

    @GET
    @PermissionsAllowed(READ)
    @Scoped(Covers.EVERYWHERE)
    @Operation(
            operationId = "listMachineCalls",
            summary = "What other systems asked of this service, newest first",
            description =
                    "Reads and acts alike, recorded before they are done. They are not counted: `total` is ignored."
                            + " The permission must hold everywhere.")
    public Page<MachineCallView> list(
            @Parameter(description = "Only those of this system") @QueryParam("client") @Nullable UUID client,
            @BeanParam @Valid PageRequest page) {
        caller.requireEverywhere(READ);
        var rows = calls.list(client, IdCursor.after(page), page.limit + 1);
        return Page.of(rows, page.limit, row -> Cursor.of(row.id()), null);
    }
}
