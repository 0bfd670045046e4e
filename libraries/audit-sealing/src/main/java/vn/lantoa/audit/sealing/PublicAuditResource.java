package vn.lantoa.audit.sealing;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.lantoa.problems.FieldError;
import vn.lantoa.problems.Invalid;
import vn.lantoa.rest.Covers;
import vn.lantoa.rest.Cursor;
import vn.lantoa.rest.Page;
import vn.lantoa.rest.PageRequest;
import vn.lantoa.rest.Scoped;

/** Heads for everybody: the more keep them, the less can be rewritten. They tell how many entries there are, and nothing of them. */
@Path("/public/audit")
@Tag(name = "Audit")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class PublicAuditResource {
    private final LogReads log;
    private final SealingKeys keys;
    private final KnownKeys known;

    PublicAuditResource(LogReads log, SealingKeys keys, KnownKeys known) {
        this.log = log;
        this.keys = keys;
        this.known = known;
    }

    @GET
    @Path("/heads")
    @PermitAll
    @Scoped(Covers.PUBLIC)
    @Operation(
            operationId = "listAuditHeads",
            summary = "Signed heads of the audit log, the newest first",
            description =
                    "Keep them elsewhere: `verify-audit EXPORT --heads FILE` holds any later export against them.")
    public Page<HeadView> heads(@BeanParam @Valid PageRequest page) {
        var cursor = Cursor.decode(page.cursor, 1);
        Long below = cursor == null ? null : Long.valueOf(size(cursor.key(0)));
        return Page.of(log.heads(below, page.limit + 1), page.limit, head -> Cursor.of(head.size()), null);
    }

    @GET
    @Path("/keys")
    @PermitAll
    @Scoped(Covers.PUBLIC)
    @Operation(operationId = "listAuditKeys", summary = "Public keys by which heads are verified, the newest first")
    public KeysView keys() {
        return new KeysView(keys.origin(), known.views());
    }

    private static long size(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException notASize) {
            throw new Invalid("invalid-cursor", FieldError.at("?cursor", "invalid-cursor"));
        }
    }
}
