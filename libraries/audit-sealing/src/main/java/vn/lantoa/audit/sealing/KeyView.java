package vn.lantoa.audit.sealing;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A key that signed heads of this log. */
@Schema(name = "AuditKeyView", description = "A public key by which heads are verified")
public record KeyView(
        @Schema(
                description = "`name+id+key`, a verifier key of C2SP signed notes",
                examples = "lantoa/units+1a2b3c4d+Abc=")
        String key,

        @Schema(description = "When it first signed", examples = "2026-11-23T01:02:03Z")
        Instant since) {}
