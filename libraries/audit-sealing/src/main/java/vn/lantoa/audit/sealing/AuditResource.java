package vn.lantoa.audit.sealing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import vn.lantoa.access.Caller;
import vn.lantoa.audit.Audit;
import vn.lantoa.problems.FieldError;
import vn.lantoa.problems.Invalid;
import vn.lantoa.rest.Covers;
import vn.lantoa.rest.Cursor;
import vn.lantoa.rest.Download;
import vn.lantoa.rest.Ids;
import vn.lantoa.rest.NoStore;
import vn.lantoa.rest.Outside;
import vn.lantoa.rest.Page;
import vn.lantoa.rest.PageRequest;
import vn.lantoa.rest.RequestInfo;
import vn.lantoa.rest.Scoped;

/** The audit trail for inspectors: what was done, in plain words, and the whole of it as a file. */
@Path("/audit")
@Tag(name = "Audit")
@RunOnVirtualThread
@NoStore
public class AuditResource {
    private static final String PERMISSION = "audit.read";
    private static final String GZIP = "application/gzip";
    private static final int LONGEST_SECONDS = 3_600;

    private final EntryReads entries;
    private final Sentences sentences;
    private final SealingKeys keys;
    private final Caller caller;
    private final Audit audit;
    private final RequestInfo request;
    private final DataSource database;

    AuditResource(
            EntryReads entries,
            Sentences sentences,
            SealingKeys keys,
            Caller caller,
            Audit audit,
            RequestInfo request,
            DataSource database) {
        this.entries = entries;
        this.sentences = sentences;
        this.keys = keys;
        this.caller = caller;
        this.audit = audit;
        this.request = request;
        this.database = database;
    }

    /** What the audit trail says of its export. */
    record MadeExport(String origin) {}

    @GET
    @Path("/entries")
    @PermissionsAllowed(PERMISSION)
    @Scoped(value = Covers.UNIT, outside = Outside.LEFT_OUT)
    @Operation(
            operationId = "listAuditEntries",
            summary = "What was done, when, by whom, to what: the time line of a thing, or of everything",
            description = "Each entry says it in plain words too. Without the permission everywhere: what was done to"
                    + " things of units within reach; the rest leaves no trace in pages and cursors.")
    public Page<EntryView> list(@BeanParam EntryFilter filter, @BeanParam @Valid PageRequest page) {
        var found = entries.page(filter, after(page.cursor), page.limit);
        var told =
                sentences.of(found.items().stream().map(EntryReads.Found::entry).toList(), request.locale());
        var views = new ArrayList<EntryView>();
        for (int i = 0; i < told.size(); i++) {
            views.add(view(found.items().get(i), told.get(i)));
        }
        return new Page<>(views, found.next(), null);
    }

    @GET
    @Path("/export")
    @PermissionsAllowed(PERMISSION)
    @Scoped(Covers.EVERYWHERE)
    @Operation(
            operationId = "exportAudit",
            summary = "The whole sealed log as a file for `verify-audit`",
            description = "JSON lines, gzip: keys, heads, hashes, entries. Personal components stay sealed. An audit"
                    + " entry tells who took it.")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = @Content(mediaType = GZIP, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public RestResponse<Download> export() {
        caller.requireEverywhere(PERMISSION);
        var made = new MadeExport(keys.origin());
        QuarkusTransaction.requiringNew().run(() -> audit.record("audit.export", "audit-log", Ids.next(), null, made));
        return RestResponse.ResponseBuilder.ok(new Download(this::write))
                .header(HttpHeaders.CONTENT_TYPE, GZIP)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + keys.origin().replaceAll("[^A-Za-z0-9.-]", "-") + ".jsonl.gz\"")
                .build();
    }

    private void write(OutputStream out) {
        QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).call(() -> {
            try (var connection = database.getConnection()) {
                return new LogExport(connection, keys.origin(), keys.all()).write(out);
            }
        });
    }

    private static EntryView view(EntryReads.Found found, String sentence) {
        var entry = found.entry();
        return new EntryView(
                entry.id(),
                entry.at(),
                sentence,
                entry.account(),
                entry.person(),
                entry.actingFor(),
                entry.action(),
                entry.entity(),
                entry.entityId(),
                entry.before(),
                entry.after(),
                entry.requestId(),
                entry.traceId(),
                found.position());
    }

    private static @Nullable UUID after(@Nullable String cursor) {
        var decoded = Cursor.decode(cursor, 1);
        if (decoded == null) {
            return null;
        }
        try {
            return UUID.fromString(decoded.key(0));
        } catch (IllegalArgumentException notAnId) {
            throw new Invalid("invalid-cursor", FieldError.at("?cursor", "invalid-cursor"));
        }
    }
}
