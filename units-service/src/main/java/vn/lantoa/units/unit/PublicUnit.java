package vn.lantoa.units.unit;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What anybody may know of a unit that exists. */
public record PublicUnit(
        UUID id,
        @Schema(examples = "Xã Minh Khai") String name,
        @Nullable String shortName,
        @Schema(examples = "COMMUNE") String kind,

        @Schema(description = "In a search: why it is a hit, where its name does not hold the text") @Nullable
        FoundBy foundBy) {}
