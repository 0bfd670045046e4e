package vn.lantoa.units.bulk;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import vn.lantoa.access.Caller;
import vn.lantoa.problems.FieldError;
import vn.lantoa.problems.Invalid;
import vn.lantoa.problems.NotFound;
import vn.lantoa.rest.Covers;
import vn.lantoa.rest.Cursor;
import vn.lantoa.rest.Download;
import vn.lantoa.rest.NoStore;
import vn.lantoa.rest.Outside;
import vn.lantoa.rest.Page;
import vn.lantoa.rest.PageRequest;
import vn.lantoa.rest.RequestInfo;
import vn.lantoa.rest.Scoped;

/** What is wrong in a file: as a list, and as a file of the same layout to mend and bring again. */
@Path("/imports/{id}")
@Tag(name = "files")
@RunOnVirtualThread
@NoStore
public class ImportErrorResource {
    private static final int ERRORS_AT_A_TIME = 1_000;

    private final BulkKinds kinds;
    private final CodeLists codes;
    private final Imports imports;
    private final ImportFiles files;
    private final StagedRows rows;
    private final RowMessages messages;
    private final Caller caller;
    private final RequestInfo request;

    ImportErrorResource(
            BulkKinds kinds,
            CodeLists codes,
            Imports imports,
            ImportFiles files,
            StagedRows rows,
            RowMessages messages,
            Caller caller,
            RequestInfo request) {
        this.kinds = kinds;
        this.codes = codes;
        this.imports = imports;
        this.files = files;
        this.rows = rows;
        this.messages = messages;
        this.caller = caller;
        this.request = request;
    }

    @GET
    @Path("/errors")
    @PermissionsAllowed("import.make")
    @Scoped(value = Covers.OWN, outside = Outside.NOT_FOUND)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "listImportErrors", summary = "The wrong rows of an import, in the order of the file")
    public Page<RowErrorView> errors(@PathParam("id") UUID id, @BeanParam @Valid PageRequest page) {
        var found = imports.get(id, onlyOf());
        var language = request.locale();
        var wrong = rows.wrong(id, after(page), page.limit + 1).stream()
                .map(row -> view(row, language))
                .toList();
        return Page.of(wrong, page.limit, row -> Cursor.of(row.row()), page.total ? Long.valueOf(found.wrong()) : null);
    }

    @GET
    @Path("/error-file")
    @PermissionsAllowed("import.make")
    @Scoped(value = Covers.OWN, outside = Outside.NOT_FOUND)
    @Operation(
            operationId = "getImportErrorFile",
            summary = "The wrong rows as a file of the same layout, with a column of messages",
            description =
                    "Mend the rows and import this file; its column of messages is passed over. Kept for seven days.")
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
    public RestResponse<Download> errorFile(
            @PathParam("id") UUID id,
            @QueryParam("format")
                    @Parameter(description = "CSV or XLSX; as it came unless given", example = "XLSX")
                    @Nullable
                    FileFormat format) {
        var found = imports.get(id, onlyOf());
        if (rows.wrong(id, 0, 1).isEmpty()) {
            throw new NotFound("import-without-errors", id);
        }
        var kind = kinds.get(found.kind());
        var wanted = format == null ? found.format() : format;
        var language = request.locale();
        return Downloads.of("loi-" + found.kind(), wanted, out -> write(found, kind, wanted, language, out));
    }

    private void write(ImportView found, BulkKind kind, FileFormat format, Locale language, OutputStream out)
            throws IOException {
        var columns = kind.columns();
        var headings = new ArrayList<>(columns.stream().map(Heading::written).toList());
        headings.add(Heading.ERRORS);
        try (var file = TableWriter.of(format, out, headings, columns, codes.of(columns));
                var table = files.table(found.id(), found.format())) {
            var heading = Heading.of(table.next(), columns);
            var wrong = rows.wrong(found.id(), 0, ERRORS_AT_A_TIME);
            int next = 0;
            for (var line = table.next(); line != null && next < wrong.size(); line = table.next()) {
                var row = wrong.get(next);
                if (line.number() != row.number()) {
                    continue;
                }
                var values = new ArrayList<@Nullable String>(Arrays.asList(heading.sorted(line)));
                values.add(messages.of(row.errors(), columns, language));
                file.row(values);
                next++;
                if (next == wrong.size()) {
                    wrong = rows.wrong(found.id(), row.number(), ERRORS_AT_A_TIME);
                    next = 0;
                }
            }
        }
    }

    private RowErrorView view(StagedRows.Wrong row, Locale language) {
        List<RowErrorView.CellErrorView> errors = row.errors().stream()
                .map(error ->
                        new RowErrorView.CellErrorView(error.column(), error.code(), messages.of(error, language)))
                .toList();
        return new RowErrorView(row.number(), errors);
    }

    private static int after(PageRequest page) {
        var cursor = Cursor.decode(page.cursor, 1);
        try {
            return cursor == null ? 0 : Integer.parseInt(cursor.key(0));
        } catch (NumberFormatException foreign) {
            throw new Invalid("invalid-cursor", FieldError.at("?cursor", "invalid-cursor"));
        }
    }

    private @Nullable String onlyOf() {
        return caller.reach("import.make").everywhere() ? null : caller.account();
    }
}
