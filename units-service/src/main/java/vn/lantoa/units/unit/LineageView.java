package vn.lantoa.units.unit;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where a unit came from or what it became, over all generations, nearest first. */
public record LineageView(
        UUID unit,
        LineageDirection direction,

        @Schema(description = "The day asked for: changes up to it (successors) or since it (predecessors)") @Nullable
        LocalDate asOf,

        List<LineageStep> steps,

        @Schema(description = "Who stands for the unit on the day asked for; absent without a day") @Nullable
        List<LineageStanding> standing) {}
