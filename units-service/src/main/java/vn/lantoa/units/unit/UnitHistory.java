package vn.lantoa.units.unit;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.rest.Versioned;

/** Everything that a unit was, in the order of time. */
public record UnitHistory(
        UUID id,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable Grounds begin,
        @Nullable Grounds end,
        List<UnitVersionView> versions,
        List<PlacementView> placements,
        List<IdentifierView> identifiers,
        @Nullable String remark,
        long version)
        implements Versioned {}
