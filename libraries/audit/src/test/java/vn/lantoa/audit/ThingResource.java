package vn.lantoa.audit;

import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import vn.lantoa.problems.Conflict;

@Path("/things/{id}")
@PermitAll
public class ThingResource {
    private final Audit audit;

    ThingResource(Audit audit) {
        this.audit = audit;
    }

    @POST
    @Path("/rename")
    @Transactional
    public void rename(UUID id) {
        audit.record("thing.rename", "thing", id, new Thing("old", null), new Thing("new", null));
    }

    @POST
    @Path("/refuse")
    @Transactional
    public void refuse(UUID id) {
        audit.record("thing.refuse", "thing", id, null, new Thing("x", null));
        throw new Conflict("concurrent-change");
    }
}
