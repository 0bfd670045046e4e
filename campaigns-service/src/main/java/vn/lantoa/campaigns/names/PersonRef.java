package vn.lantoa.campaigns.names;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.privacy.PersonalData;

/** A person by the name to show; null while the event has not come yet. */
public record PersonRef(
        UUID id,

        @PersonalData("NAME") @Schema(examples = "Nông Thị Hoa") @Nullable
        String displayName) {}
