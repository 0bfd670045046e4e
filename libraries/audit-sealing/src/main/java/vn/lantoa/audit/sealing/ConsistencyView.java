package vn.lantoa.audit.sealing;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That a later log only added to an earlier one. */
@Schema(name = "AuditConsistencyView", description = "Proof that the log only grew (RFC 6962, 2.1.2)")
public record ConsistencyView(
        HeadView from,
        HeadView to,
        @Schema(description = "Hashes, base64") List<byte[]> path) {}
