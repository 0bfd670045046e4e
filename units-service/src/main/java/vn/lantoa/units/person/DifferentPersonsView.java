package vn.lantoa.units.person;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That two records are of two persons. */
public record DifferentPersonsView(
        UUID first,
        UUID second,
        String reason,
        Instant decidedAt,
        @Nullable UUID decidedBy) {}
