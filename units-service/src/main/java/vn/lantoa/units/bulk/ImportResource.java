package vn.lantoa.units.bulk;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import vn.lantoa.access.Caller;
import vn.lantoa.problems.Conflict;
import vn.lantoa.problems.Forbidden;
import vn.lantoa.problems.Invalid;
import vn.lantoa.rest.Covers;
import vn.lantoa.rest.Created;
import vn.lantoa.rest.CurrentRequest;
import vn.lantoa.rest.Idempotent;
import vn.lantoa.rest.Ids;
import vn.lantoa.rest.IfMatch;
import vn.lantoa.rest.NoStore;
import vn.lantoa.rest.Outside;
import vn.lantoa.rest.Page;
import vn.lantoa.rest.PageRequest;
import vn.lantoa.rest.RequestInfo;
import vn.lantoa.rest.Scoped;

/** Imports: a file comes in, is judged in a dry run, and is written when somebody says so. */
@Path("/imports")
@Tag(name = "files")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@NoStore
public class ImportResource {
    private final BulkKinds kinds;
    private final Imports imports;
    private final ImportFiles files;
    private final Caller caller;
    private final CurrentRequest request;

    ImportResource(BulkKinds kinds, Imports imports, ImportFiles files, Caller caller, CurrentRequest request) {
        this.kinds = kinds;
        this.imports = imports;
        this.files = files;
        this.caller = caller;
        this.request = request;
    }

    @POST
    @Consumes({FileFormat.COMMA_SEPARATED, FileFormat.SPREADSHEET})
    @PermissionsAllowed("import.make")
    @Scoped(Covers.HELD)
    @Idempotent
    @Transactional
    @Operation(
            operationId = "uploadImport",
            summary = "Bring a file; it is judged and nothing is written yet",
            description =
                    "The body is the file: CSV (UTF-8, comma or semicolon) or XLSX, up to 128 MiB. A dry run judges"
                            + " every row in the background by the rules of the API; read the import until it is VALIDATED, look at"
                            + " its errors, then commit. Needs the permission of the single act too, and reaches as far.")
    @APIResponse(
            responseCode = "201",
            description = "Taken; the dry run follows",
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    public RestResponse<ImportView> upload(
            @QueryParam("kind") @NotNull @Parameter(description = BulkKinds.DESCRIBED, example = "persons") String kind,
            @QueryParam("mode")
                    @DefaultValue("ALL_OR_NOTHING")
                    @Parameter(description = "What happens to good rows beside wrong ones", example = "VALID_ROWS")
                    ImportMode mode,
            @RequestBody(
                            description = "The file",
                            content = {
                                @Content(
                                        mediaType = FileFormat.COMMA_SEPARATED,
                                        schema = @Schema(type = SchemaType.STRING, format = "binary")),
                                @Content(
                                        mediaType = FileFormat.SPREADSHEET,
                                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
                            })
                    Upload file)
            throws IOException {
        var found = kinds.get(kind);
        requireAct(found);
        refuseUnreadable(file, found);
        var id = Ids.next();
        imports.begin(
                id,
                found.name(),
                mode,
                file.format(),
                file.bytes(),
                caller.account(),
                caller.person().orElse(null),
                request.info().map(RequestInfo::requestId).orElse(null));
        try (var content = file.content()) {
            files.keep(id, content);
        }
        return Created.at("/imports/" + id, imports.get(id, null));
    }

    @GET
    @PermissionsAllowed("import.make")
    @Scoped(value = Covers.OWN, outside = Outside.LEFT_OUT)
    @Operation(
            operationId = "listImports",
            summary = "Imports, the latest first",
            description = "The caller's own; all for whoever may import everywhere.")
    public Page<ImportView> list(
            @QueryParam("kind") @Parameter(description = "Only of this kind", example = "persons") @Nullable
                    String kind,
            @BeanParam @Valid PageRequest page) {
        return imports.page(kind, onlyOf(), page);
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed("import.make")
    @Scoped(value = Covers.OWN, outside = Outside.NOT_FOUND)
    @Operation(operationId = "getImport", summary = "An import: what the file holds, and how far it is")
    public ImportView get(@PathParam("id") UUID id) {
        return imports.get(id, onlyOf());
    }

    @POST
    @Path("/{id}/commit")
    @PermissionsAllowed("import.make")
    @Scoped(value = Covers.OWN, outside = Outside.NOT_FOUND)
    @Idempotent
    @Transactional
    @Operation(
            operationId = "commitImport",
            summary = "Write the rows of a validated import",
            description =
                    "It is written in the background, and goes on by itself after a crash. With ALL_OR_NOTHING it is"
                            + " refused while a row is wrong, and others see all rows or none.")
    public ImportView commit(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        var found = imports.get(id, onlyOf());
        requireAct(kinds.get(found.kind()));
        IfMatch.require(ifMatch, found.version());
        var job = imports.hold(id).orElseThrow(() -> new Conflict("import-not-validated", found.status()));
        if (job.status() != ImportStatus.VALIDATED) {
            throw new Conflict("import-not-validated", job.status());
        }
        if (found.mode() == ImportMode.ALL_OR_NOTHING && found.wrong() > 0) {
            throw new Conflict("import-has-wrong-rows", found.wrong());
        }
        imports.progress(id, 0);
        imports.turn(id, ImportStatus.COMMITTING, null);
        return imports.get(id, null);
    }

    @POST
    @Path("/{id}/cancel")
    @PermissionsAllowed("import.make")
    @Scoped(value = Covers.OWN, outside = Outside.NOT_FOUND)
    @Idempotent
    @Transactional
    @Operation(
            operationId = "cancelImport",
            summary = "Stop an import",
            description = "With VALID_ROWS what has been written stays; with ALL_OR_NOTHING nothing does.")
    public ImportView cancel(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        var found = imports.get(id, onlyOf());
        IfMatch.require(ifMatch, found.version());
        if (found.status().isOver()) {
            throw new Conflict("import-over", found.status());
        }
        imports.askToStop(id);
        // nobody at work on it: at once; else whoever is stops behind the present batch
        imports.hold(id).filter(job -> !job.status().isOver()).ifPresent(job -> {
            imports.turn(id, ImportStatus.CANCELLED, null);
        });
        return imports.get(id, null);
    }

    private void requireAct(BulkKind kind) {
        var reach = caller.reach(kind.permission());
        if (!reach.everywhere() && reach.roots().isEmpty()) {
            throw new Forbidden("outside-your-units", kind.permission());
        }
    }

    private static void refuseUnreadable(Upload file, BulkKind kind) throws IOException {
        try (var content = file.content();
                var table = file.format() == FileFormat.CSV ? CsvTable.of(content) : XlsxTable.of(content)) {
            Heading.of(table.next(), kind.columns());
            if (table.next() == null) {
                throw new Invalid("file-empty");
            }
        } catch (UnreadableFile broken) {
            throw new Invalid(broken.code());
        }
    }

    private @Nullable String onlyOf() {
        return caller.reach("import.make").everywhere() ? null : caller.account();
    }
}
