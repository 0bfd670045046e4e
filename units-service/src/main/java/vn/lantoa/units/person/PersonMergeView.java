package vn.lantoa.units.person;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A merger of two records, and its end where it was undone. */
public record PersonMergeView(
        UUID id,
        UUID source,
        UUID target,
        String reason,
        Instant mergedAt,
        @Nullable UUID mergedBy,
        @Nullable Instant undoneAt,
        @Nullable UUID undoneBy,
        @Nullable String undoReason) {}
