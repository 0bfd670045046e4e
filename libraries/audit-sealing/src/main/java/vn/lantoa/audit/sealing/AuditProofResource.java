package vn.lantoa.audit.sealing;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
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
import vn.lantoa.problems.FieldError;
import vn.lantoa.problems.Invalid;
import vn.lantoa.problems.NotFound;
import vn.lantoa.problems.Unavailable;
import vn.lantoa.rest.NoStore;

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
    @Operation(
            operationId = "proveAuditEntry",
            summary = "Proof that an entry is in the sealed log",
            description = "503 until it is sealed, which takes seconds.")
    public InclusionView inclusion(
            UUID id,
            @QueryParam("size")
                    @Min(1)
                    @Parameter(description = "Size of the head to prove it against; the first that holds it unless given")
                    @Nullable
                    Long size) {
        var entry = entries.visible(id).orElseThrow(() -> new NotFound("unknown-audit-entry", id));
        long position = log.position(id)
                .orElseThrow(() -> new Unavailable("audit-entry-not-sealed", SEALED_SOON_SECONDS, id));
        var head = size == null
                ? log.firstHeadOver(position).orElseThrow(() -> unknownHead("?size", position))
                : head("?size", size);
        if (head.size() <= position) {
            throw unknownHead("?size", head.size());
        }
        var path = Proofs.inclusion(position, head.size(), log.subtrees());
        var canonical = entry.text();
        return new InclusionView(id, position, canonical, new Hashes().leaf(entry.bytes()), path, head);
    }

    @GET
    @Path("/consistency")
    @PermissionsAllowed("audit.read")
    @Operation(operationId = "proveAuditConsistency", summary = "Proof that the log only grew between two heads")
    public ConsistencyView consistency(
            @QueryParam("from") @Min(1) @Parameter(description = "Size of the earlier head", required = true) long from,
            @QueryParam("to") @Min(1) @Parameter(description = "Size of the later head", required = true) long to) {
        var earlier = head("?from", from);
        var later = head("?to", to);
        if (from > to) {
            throw unknownHead("?to", to);
        }
        return new ConsistencyView(earlier, later, Proofs.consistency(from, to, log.subtrees()));
    }

    private HeadView head(String parameter, long size) {
        return log.head(size).orElseThrow(() -> unknownHead(parameter, size));
    }

    private static Invalid unknownHead(String parameter, long size) {
        return new Invalid("unknown-audit-head", FieldError.at(parameter, "unknown-audit-head"), size);
    }
}
