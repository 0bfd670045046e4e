package vn.lantoa.events.units;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A unit through its whole life. */
public record UnitState(
        UUID id,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        List<UnitVersionState> versions,
        List<PlacementState> placements,
        List<IdentifierState> identifiers,
        List<LineageLink> predecessors,
        List<LineageLink> successors) {}
