package vn.lantoa.outbox;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is to be announced again: one aggregate, or the next ones of a kind. */
public record MakeAnnouncement(
        @Schema(description = "A wrong one is answered with those of this service", examples = "unit")
        @NotNull
        @Size(max = 50)
        String kind,

        @Schema(description = "Only this one; `after` and `limit` then mean nothing") @Nullable
        UUID id,

        @Schema(description = "The `next` of the answer before; absent: from the first") @Nullable
        UUID after,

        @Schema(description = "At most so many in this request, 1–200; absent: 200", examples = "200")
        @Min(1)
        @Max(200)
        @Nullable
        Integer limit) {}
