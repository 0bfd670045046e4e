package vn.lantoa.audit.sealing;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the log was at one moment. */
@Schema(name = "AuditHeadView", description = "A signed head of the audit log")
public record HeadView(
        @Schema(description = "How many entries the log held", examples = "4711")
        long size,

        @Schema(description = "Grows when a restore into another database numbers transactions anew", examples = "1")
        int era,

        @Schema(
                description = "Root of the Merkle tree (RFC 6962), base64",
                examples = "XcnadZqXBppZp61ZXLcB3tmivahL0vMkBLNNCDh6x1s=")
        byte[] root,

        @Schema(examples = "2026-11-23T01:02:03.000004Z") Instant sealedAt,

        @Schema(
                description = "The whole text with its Ed25519 signature, a checkpoint of C2SP; keep it as it is",
                examples = "lantoa/units\n4711\nXcnadZqXBppZp61ZXLcB3tmivahL0vMkBLNNCDh6x1s=\n")
        String note) {}
