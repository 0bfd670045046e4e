package vn.lantoa.units.role;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.lantoa.rest.Covers;
import vn.lantoa.rest.Page;
import vn.lantoa.rest.Scoped;

/** What roles there are and what each permits. */
@Path("/roles")
@Tag(name = "access")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class RoleResource {
    private final RoleReads reads;

    RoleResource(RoleReads reads) {
        this.reads = reads;
    }

    @GET
    @PermissionsAllowed("role.read")
    @Scoped(Covers.HELD)
    @Operation(operationId = "listRoles", summary = "Every role with its dated permissions")
    public Page<RoleView> list() {
        return new Page<>(reads.roles(), null, null);
    }
}
