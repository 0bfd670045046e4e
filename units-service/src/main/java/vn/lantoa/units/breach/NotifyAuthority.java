package vn.lantoa.units.breach;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Records that the authority was told. */
@Schema(description = "Whom a breach was notified to, by which document")
public record NotifyAuthority(
        @Schema(examples = "Cục An ninh mạng và phòng, chống tội phạm sử dụng công nghệ cao") @NotBlank @Size(max = 300)
        String authority,

        @Schema(examples = "Công văn 88/SNV-VP") @NotBlank @Size(max = 200)
        String document,

        @Schema(description = "Now unless given", examples = "2026-11-21T02:00:00Z") @Nullable
        Instant notifiedAt,

        @Schema(description = "Needed after the last moment") @Nullable @Size(max = 1000)
        String lateReason) {}
