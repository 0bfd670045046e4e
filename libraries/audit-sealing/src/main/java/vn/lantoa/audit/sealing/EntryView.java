package vn.lantoa.audit.sealing;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One entry of the trail, and what it says in plain words. */
@Schema(name = "AuditEntryView", description = "Who did what to what, before and after")
public record EntryView(
        UUID id,
        @Schema(examples = "2026-11-23T01:02:03.000004Z") Instant occurredAt,

        @Schema(
                description = "In plain words, in the language of the request",
                examples =
                        "23/11/2026 08:02: Nông Thị Hoa đã giao vai trò: MEMBER, Lý Thị Mai, Sở Nội vụ (việc giao vai trò 01941f29-7c00-7d21-8a40-5e6f7a8b9c03)")
        String sentence,

        @Schema(description = "OIDC issuer and subject; `system` for jobs", examples = "https://id.example hoa")
        String account,

        @Nullable UUID person,
        @Schema(description = "On whose behalf") @Nullable UUID actingFor,

        @Schema(examples = "campaign.launch") String action,

        @Schema(examples = "campaign") String entity,

        UUID entityId,

        @JsonRawValue
        @Schema(implementation = Object.class, description = "State before; personal components stay sealed (base64)")
        @Nullable
        String before,

        @JsonRawValue
        @Schema(implementation = Object.class, description = "State after; personal components stay sealed (base64)")
        @Nullable
        String after,

        @Nullable UUID requestId,

        @Schema(examples = "0af7651916cd43dd8448eb211c80319c") @Nullable
        String traceId,

        @Schema(description = "Place in the sealed log, from 0; absent until it is sealed", examples = "4700") @Nullable
        Long position) {}
