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
import org.jspecify.annotations.Nullable;
import vn.lantoa.problems.NotFound;
import vn.lantoa.rest.Covers;
import vn.lantoa.rest.Scoped;
import vn.lantoa.sql.Query;

/** Code lists with their labels. */
@Path("/code-lists")
@Tag(name = "code lists", description = "Codes with labels in both languages")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class CodeListResource {
    /** Name of each list and the table it stands in. */
    private static final Map<String, String> TABLES = Map.ofEntries(
            Map.entry("lines", "line"),
            Map.entry("unit-kinds", "unit_kind"),
            Map.entry("sectors", "sector"),
            Map.entry("identifier-schemes", "identifier_scheme"),
            Map.entry("relation-kinds", "relation_kind"),
            Map.entry("relative-kinds", "relative_kind"),
            Map.entry("unit-reasons", "unit_reason"),
            Map.entry("post-groups", "post_group"),
            Map.entry("ethnic-groups", "ethnic_group"));

    /** What only some lists have is read from the row as JSON. */
    private static final String SELECT = """
            SELECT code, label_vi, label_en, to_jsonb(t) ->> 'confidential' AS confidential, to_jsonb(t) ->> 'pattern' AS pattern,
                   to_jsonb(t) ->> 'legal_ref' AS legal_ref
            FROM %s t ORDER BY position, code
            """;

    private final DataSource database;

    CodeListResource(DataSource database) {
        this.database = database;
    }

    @GET
    @Path("/{name}")
    @Authenticated
    @Scoped(Covers.ACCOUNT)
    @Cache(maxAge = 300)
    @Operation(operationId = "getCodeList", summary = "A code list with Vietnamese and English labels")
    public CodeList get(
            @PathParam("name")
                    @Parameter(
                            description =
                                    "lines, unit-kinds, sectors, identifier-schemes, relation-kinds, relative-kinds, unit-reasons, post-groups or ethnic-groups",
                            example = "unit-kinds")
                    String name) {
        var table = Optional.ofNullable(TABLES.get(name)).orElseThrow(() -> new NotFound("code-list-not-found", name));
        return new CodeList(
                name,
                Query.of(SELECT.formatted(table))
                        .list(
                                database,
                                row -> new CodeEntry(
                                        row.text("code"),
                                        new Label(row.text("label_vi"), row.text("label_en")),
                                        flag(row.textOrNull("confidential")),
                                        row.textOrNull("pattern"),
                                        row.textOrNull("legal_ref"))));
    }

    private static @Nullable Boolean flag(@Nullable String text) {
        return text == null ? null : Boolean.valueOf(text);
    }
}
