package vn.lantoa.access;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.lantoa.rest.Covers;
import vn.lantoa.rest.Cursor;
import vn.lantoa.rest.IdCursor;
import vn.lantoa.rest.NoStore;
import vn.lantoa.rest.Page;
import vn.lantoa.rest.PageRequest;
import vn.lantoa.rest.Scoped;

/** Who viewed as the caller in this service. */
@Path("/me/views")
@Tag(name = "access", description = "Roles, grants and the caller's own rights")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@NoStore
public class ViewsOfMeResource {
    private final ViewsOfPersons views;
    private final Caller caller;

    ViewsOfMeResource(ViewsOfPersons views, Caller caller) {
        this.views = views;
        this.caller = caller;
    }

    @GET
    @Authenticated
    @Scoped(Covers.OWN)
    @Operation(
            operationId = "listViewsOfMe",
            summary = "Who viewed as me, when, and what they looked at",
            description = "In this service, newest first; from its audit trail. They are not counted: `total` is"
                    + " ignored.")
    public Page<ViewOfMe> list(@BeanParam @Valid PageRequest page) {
        var rows = views.of(caller.requirePerson(), IdCursor.after(page), page.limit + 1);
        return Page.of(rows, page.limit, row -> Cursor.of(row.id()), null);
    }
}
