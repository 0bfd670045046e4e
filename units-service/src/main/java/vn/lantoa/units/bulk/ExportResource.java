package vn.lantoa.units.bulk;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import javax.sql.DataSource;
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
import vn.lantoa.access.Reach;
import vn.lantoa.audit.Audit;
import vn.lantoa.problems.Forbidden;
import vn.lantoa.rest.Covers;
import vn.lantoa.rest.Download;
import vn.lantoa.rest.Ids;
import vn.lantoa.rest.NoStore;
import vn.lantoa.rest.Outside;
import vn.lantoa.rest.Scoped;
import vn.lantoa.units.person.PersonLooks;

/** Exports in the layout of imports. */
@Path("/exports")
@Tag(name = "files")
@RunOnVirtualThread
@NoStore
public class ExportResource {
    /** Birth dates and identity numbers leave the register only for whoever holds this. */
    static final String UNSEAL = "person.export-sealed";

    private final BulkKinds kinds;
    private final CodeLists codes;
    private final PersonLooks looks;
    private final Caller caller;
    private final Audit audit;
    private final DataSource database;
    private final BulkConfig config;
    private final Clock clock;

    ExportResource(
            BulkKinds kinds,
            CodeLists codes,
            PersonLooks looks,
            Caller caller,
            Audit audit,
            DataSource database,
            BulkConfig config,
            Clock clock) {
        this.kinds = kinds;
        this.codes = codes;
        this.looks = looks;
        this.caller = caller;
        this.audit = audit;
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    /** What the audit trail says of an export. */
    record MadeExport(
            String kind,
            FileFormat format,
            @Nullable UUID within,
            @Nullable LocalDate asOf,
            boolean sealed) {}

    @GET
    @Path("/{kind}")
    @PermissionsAllowed("export.make")
    @Scoped(value = Covers.UNIT, outside = Outside.LEFT_OUT)
    @Operation(
            operationId = "makeExport",
            summary = "Everything of a kind that the caller may read, as a file",
            description = "In the layout of imports: an export of an installation, imported into an empty one, loses"
                    + " nothing of what the file holds. It streams; an audit entry tells who exported what, and each person"
                    + " whose sealed values leave can see it.")
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
    public RestResponse<Download> export(
            @PathParam("kind") @Parameter(description = BulkKinds.DESCRIBED, example = "persons") String kind,
            @QueryParam("format") @DefaultValue("CSV") @Parameter(description = "CSV or XLSX", example = "CSV")
                    FileFormat format,
            @QueryParam("asOf")
                    @Parameter(
                            description = "Only what holds on that day; all of history unless given",
                            example = "2025-07-01")
                    @Nullable
                    LocalDate asOf,
            @QueryParam("within")
                    @Parameter(description = "Only what belongs to this unit or one below it today")
                    @Nullable
                    UUID within,
            @QueryParam("sealed")
                    @DefaultValue("false")
                    @Parameter(
                            description =
                                    "With birth dates and identity numbers; needs `person.export-sealed` everywhere",
                            example = "false")
                    boolean sealed,
            @QueryParam("purpose")
                    @Size(max = 200)
                    @Parameter(
                            description = "Why what is sealed is opened; each person can read it",
                            example = "Chuyển dữ liệu sang hệ thống mới")
                    @Nullable
                    String purpose) {
        var found = kinds.get(kind);
        var reach = caller.reach(found.readPermission());
        if (!reach.everywhere() && reach.roots().isEmpty()) {
            throw new Forbidden("outside-your-units", found.readPermission());
        }
        if (sealed) {
            caller.requireEverywhere(UNSEAL);
        }
        QuarkusTransaction.requiringNew()
                .run(() -> audit.record(
                        "export.make", "export", Ids.next(), null, new MadeExport(kind, format, within, asOf, sealed)));
        var reader = sealed ? looks.reader(purpose) : null;
        return Downloads.of(kind, format, out -> write(found, format, scope(reach, within, asOf, reader), out));
    }

    private ExportScope scope(
            Reach reach, @Nullable UUID within, @Nullable LocalDate asOf, PersonLooks.@Nullable Reader sealed) {
        return new ExportScope(reach, within, asOf, LocalDate.now(clock), sealed);
    }

    private void write(BulkKind kind, FileFormat format, ExportScope scope, OutputStream out) {
        QuarkusTransaction.requiringNew()
                .timeout((int) config.longest().toSeconds())
                .call(() -> {
                    var columns = kind.columns();
                    var headings = columns.stream().map(Heading::written).toList();
                    try (var file = TableWriter.of(format, out, headings, columns, codes.of(columns));
                            var connection = database.getConnection()) {
                        kind.export(scope, connection, file::row);
                    }
                    return true;
                });
    }
}
