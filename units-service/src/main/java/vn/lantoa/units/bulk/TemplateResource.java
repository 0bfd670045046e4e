package vn.lantoa.units.bulk;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import vn.lantoa.rest.Covers;
import vn.lantoa.rest.Download;
import vn.lantoa.rest.Scoped;

/** Empty files to fill in. */
@Path("/imports/templates/{kind}")
@Tag(name = "files", description = "Import and export of files")
@RunOnVirtualThread
public class TemplateResource {
    private final BulkKinds kinds;
    private final CodeLists codes;

    TemplateResource(BulkKinds kinds, CodeLists codes) {
        this.kinds = kinds;
        this.codes = codes;
    }

    @GET
    @PermissionsAllowed("import.make")
    @Scoped(Covers.HELD)
    @Operation(
            operationId = "getImportTemplate",
            summary = "An empty file of a kind, to fill in and import",
            description = "Vietnamese headings and one example row. A workbook also offers the codes as drop-downs, and"
                    + " explains each column on a second sheet. Columns and rules are those of the API.")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = {
                @Content(
                        mediaType = FileFormat.COMMA_SEPARATED,
                        schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(
                        mediaType = FileFormat.SPREADSHEET,
                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public RestResponse<Download> template(
            @PathParam("kind") @Parameter(description = BulkKinds.DESCRIBED, example = "persons") String kind,
            @QueryParam("format") @DefaultValue("CSV") @Parameter(description = "CSV or XLSX", example = "XLSX")
                    FileFormat format) {
        var found = kinds.get(kind);
        var columns = found.columns();
        var lists = codes.of(columns);
        return Downloads.of("mau-" + kind, format, out -> {
            try (var file = TableWriter.of(
                    format, out, columns.stream().map(Heading::written).toList(), columns, lists)) {
                file.row(columns.stream().map(Column::example).toList());
            }
        });
    }
}
