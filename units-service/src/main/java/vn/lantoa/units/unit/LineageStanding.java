package vn.lantoa.units.unit;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A unit that stands for another on a day. */
public record LineageStanding(
        UUID unit,
        @Schema(examples = "Xã Minh Khai") String name,

        @Schema(description = "WHOLE when all of the earlier unit is in the later one", examples = "WHOLE")
        String portion,

        @Schema(
                description = "How much of the earlier unit is in the later one; absent where no document says so",
                examples = "2/5")
        @Nullable
        String share) {}
