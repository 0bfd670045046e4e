package vn.lantoa.units.relation;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A relation as the audit trail keeps it. */
record RelationState(
        UUID id,
        String kind,
        UUID source,
        UUID target,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable UUID succeeds,
        @Nullable UUID reorganisation) {}
