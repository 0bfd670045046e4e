package vn.lantoa.units.observed;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import vn.lantoa.rest.Covers;
import vn.lantoa.rest.Scoped;

/** Fails with a message that names a person. */
@Path("/failing")
public class FailingResource {
    @GET
    @PermitAll
    @Scoped(Covers.PUBLIC)
    @Operation(hidden = true)
    public String fail(@QueryParam("name") String name) {
        throw new IllegalStateException("Cannot do that for " + name, new IllegalArgumentException(name));
    }
}
