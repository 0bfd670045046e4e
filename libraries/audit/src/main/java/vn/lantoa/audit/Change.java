package vn.lantoa.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was done to what.
 *
 * @param subject whose key seals the personal components of the states
 */
record Change(
        String action,
        String entity,
        UUID id,
        @Nullable String before,
        @Nullable String after,
        @Nullable UUID subject) {}
