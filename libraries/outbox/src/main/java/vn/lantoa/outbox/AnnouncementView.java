package vn.lantoa.outbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How much was announced, and where to go on. */
public record AnnouncementView(
        @Schema(examples = "unit") String kind,

        @Schema(description = "In the outbox now; the relay sends them", examples = "200")
        int announced,

        @Schema(description = "Send it as `after` to go on; null when there are no more")
        @JsonInclude(JsonInclude.Include.ALWAYS)
        @Nullable
        UUID next) {}
