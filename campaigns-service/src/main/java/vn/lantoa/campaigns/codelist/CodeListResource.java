package vn.lantoa.campaigns.codelist;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;
import vn.lantoa.problems.NotFound;
import vn.lantoa.rest.Covers;
import vn.lantoa.rest.Scoped;
import vn.lantoa.sql.Query;

/** Code lists with Vietnamese and English labels. */
@Path("/code-lists")
@RunOnVirtualThread
@Tag(name = "Code lists", description = "Danh mục")
public class CodeListResource {
    private final DataSource database;

    CodeListResource(DataSource database) {
        this.database = database;
    }

    @GET
    @Path("/{name}")
    @PermitAll
    @Scoped(Covers.PUBLIC)
    @Cache(maxAge = 300)
    @Operation(operationId = "getCodeList", summary = "The codes of a list in their order, with labels")
    public CodeList getCodeList(
            @Parameter(
                            description = "campaign-kinds, launch-levels, campaign-statuses, registration-statuses or"
                                    + " review-outcomes",
                            example = "campaign-kinds")
                    String name) {
        var items = Query.of("SELECT code, vi, en FROM code_item WHERE list = ? ORDER BY position", name)
                .list(database, row -> new CodeItem(row.text("code"), new Label(row.text("vi"), row.text("en"))));
        if (items.isEmpty()) {
            throw new NotFound("code-list-not-found", name);
        }
        return new CodeList(name, items);
    }
}
