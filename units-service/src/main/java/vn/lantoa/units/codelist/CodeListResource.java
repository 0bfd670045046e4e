package vn.lantoa.units.codelist;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;
import vn.lantoa.problems.NotFound;
import vn.lantoa.sql.Query;

/** Code lists with their labels. */
@Path("/code-lists")
@Tag(name = "code lists", description = "Codes with labels in both languages")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class CodeListResource {
    private static final Map<String, String> SELECTS = Map.of(
            "lines", "SELECT code, label_vi, label_en, confidential FROM line ORDER BY position, code",
            "unit-kinds",
                    "SELECT code, label_vi, label_en, NULL::boolean AS confidential FROM unit_kind ORDER BY position, code",
            "sectors",
                    "SELECT code, label_vi, label_en, NULL::boolean AS confidential FROM sector ORDER BY position, code",
            "identifier-schemes",
                    "SELECT code, label_vi, label_en, NULL::boolean AS confidential FROM identifier_scheme ORDER BY position, code",
            "post-groups",
                    "SELECT code, label_vi, label_en, NULL::boolean AS confidential FROM post_group ORDER BY position, code");

    private final DataSource database;

    CodeListResource(DataSource database) {
        this.database = database;
    }

    @GET
    @Path("/{name}")
    @Authenticated
    @Cache(maxAge = 300)
    @Operation(operationId = "getCodeList", summary = "A code list with Vietnamese and English labels")
    public CodeList get(
            @PathParam("name")
                    @Parameter(
                            description = "lines, unit-kinds, sectors, identifier-schemes or post-groups",
                            example = "unit-kinds")
                    String name) {
        var select =
                Optional.ofNullable(SELECTS.get(name)).orElseThrow(() -> new NotFound("code-list-not-found", name));
        return new CodeList(
                name,
                Query.of(select)
                        .list(
                                database,
                                row -> new CodeEntry(
                                        row.text("code"),
                                        new Label(row.text("label_vi"), row.text("label_en")),
                                        row.textOrNull("confidential") == null ? null : row.flag("confidential"))));
    }
}
