package vn.lantoa.campaigns.names;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A person by the name to show; null while the event has not come yet. */
public record PersonRef(
        UUID id,
        @Schema(examples = "Nông Thị Hoa") @Nullable String displayName) {}
