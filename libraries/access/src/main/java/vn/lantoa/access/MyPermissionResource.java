package vn.lantoa.access;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.lantoa.rest.Covers;
import vn.lantoa.rest.NoStore;
import vn.lantoa.rest.Scoped;

/** Why the caller may do something, or may not, as this service knows their rights. */
@Path("/me/permissions")
@Tag(name = "access", description = "Roles, grants and the caller's own rights")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@NoStore
public class MyPermissionResource {
    private final WhyPermitted why;

    MyPermissionResource(WhyPermitted why) {
        this.why = why;
    }

    @GET
    @Path("/{permission}")
    @Authenticated
    @Scoped(Covers.ACCOUNT)
    @Operation(
            operationId = "explainMyPermission",
            summary = "Why may I, or may I not",
            description =
                    "Names the grant, role, unit, line and period that permit it, or what is missing and which roles"
                            + " would permit it. A unit that does not exist is answered like one that is out of reach.")
    public PermissionAnswer explain(
            @PathParam("permission")
                    @Pattern(regexp = "[a-z]+(-[a-z]+)*\\.[a-z]+(-[a-z]+)*")
                    @Parameter(example = "campaign.launch")
                    String permission,
            @QueryParam("unit") @Parameter(description = "Only there; without it anywhere") @Nullable UUID unit) {
        return why.answer(permission, unit);
    }
}
