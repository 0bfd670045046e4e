package vn.lantoa.audit.sealing;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.lantoa.audit.proof.Hashes;
import vn.lantoa.audit.proof.Proofs;
import vn.lantoa.problems.NotFound;
import vn.lantoa.problems.Unavailable;
import vn.lantoa.rest.Covers;
import vn.lantoa.rest.NoStore;
import vn.lantoa.rest.Outside;
import vn.lantoa.rest.Scoped;

/** Proofs of the audit log. */
@Path("/audit")
@Tag(name = "Audit")
@RunOnVirtualThread
@NoStore
@Produces(MediaType.APPLICATION_JSON)
public class AuditProofResource {
    private static final int SEALED_SOON_SECONDS = 10;

    private final LogReads log;
    private final EntryReads entries;

    AuditProofResource(LogReads log, EntryReads entries) {
        this.log = log;
        this.entries = entries;
    }

    @GET
    @Path("/entries/{id}/proof")
    @PermissionsAllowed("audit.read")
    @Scoped(value = Covers.UNIT, outside = Outside.NOT_FOUND)
    @Operation(
            operationId = "proveAuditEntry",
            summary = "Proof that an entry is in the sealed log",
            description = "503 until it is sealed, which takes seconds.")
    public InclusionView inclusion(
            @PathParam("id") UUID id,
            @QueryParam("size")
                    @Min(1)
                    @Parameter(
                            description = "Size of the head to prove it against; the first that holds it unless given")
                    @Nullable
                    Long size) {
        var entry = entries.visible(id).orElseThrow(() -> new NotFound("unknown-audit-entry", id));
        long position =
                log.position(id).orElseThrow(() -> new Unavailable("audit-entry-not-sealed", SEALED_SOON_SECONDS, id));
        var head = size == null
                ? log.firstHeadOver(position).orElseThrow(() -> new NotFound("unknown-audit-head", position))
                : head(size);
        if (head.size() <= position) {
            throw new NotFound("unknown-audit-head", head.size());
        }
        var path = Proofs.inclusion(position, head.size(), log.subtrees());
        var canonical = entry.text();
        return new InclusionView(id, position, canonical, new Hashes().leaf(entry.bytes()), path, head);
    }

    @GET
    @Path("/heads/{size}/consistency")
    @PermissionsAllowed("audit.read")
    @Scoped(Covers.HELD)
    @Operation(
            operationId = "proveAuditConsistency",
            summary = "Proof that the log only grew from an earlier head to this one")
    public ConsistencyView consistency(
            @PathParam("size") @Parameter(description = "Size of the later head", example = "4711") long size,
            @QueryParam("from")
                    @Min(1)
                    @Parameter(description = "Size of the earlier head", required = true, example = "42")
                    long from) {
        var later = head(size);
        var earlier = head(from);
        if (from > size) {
            throw new NotFound("unknown-audit-head", from);
        }
        return new ConsistencyView(earlier, later, Proofs.consistency(from, size, log.subtrees()));
    }

    private HeadView head(long size) {
        return log.head(size).orElseThrow(() -> new NotFound("unknown-audit-head", size));
    }
}
