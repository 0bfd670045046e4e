package vn.lantoa.audit.sealing;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That an entry is in the log. */
@Schema(name = "AuditInclusionView", description = "Proof that an entry is in the log (RFC 6962, 2.1.1)")
public record InclusionView(
        UUID id,

        @Schema(description = "Place in the log, from 0", examples = "4700")
        long position,

        @Schema(
                description = "The line that is hashed: leaf = SHA-256(0x00 ‖ its UTF-8 bytes)",
                examples = "{\"id\":\"…\"}")
        String canonical,

        @Schema(description = "Hash of the leaf, base64", examples = "XcnadZqXBppZp61ZXLcB3tmivahL0vMkBLNNCDh6x1s=")
        byte[] leaf,

        @Schema(description = "Hashes from the leaf up to the root, base64")
        List<byte[]> path,

        HeadView head) {}
