package vn.lantoa.units.unit;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A place that the rules of its line refuse, with the day from which they do. */
@Schema(description = "A place that the rules of its line do not allow")
public record LineOffence(
        @Schema(
                description =
                        "kind-not-allowed-there, kind-cannot-be-root, parent-not-on-line, gap-on-line, child-outlives-parent",
                examples = "kind-not-allowed-there")
        String code,

        @Schema(examples = "ADMINISTRATIVE") String line,
        UUID unit,
        @Schema(examples = "Xã Minh Khai") String name,
        @Schema(examples = "COMMUNE") @Nullable String kind,
        @Nullable UUID parent,
        @Schema(examples = "Huyện Thạch An") @Nullable String parentName,
        @Schema(examples = "DISTRICT") @Nullable String parentKind,

        @Schema(description = "First day of it", examples = "2025-07-01")
        LocalDate day) {}
