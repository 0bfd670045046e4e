package vn.lantoa.events.units;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What other services may know of a person: a name to show, and whom the record was merged into. */
public record PersonState(
        UUID id, String displayName, @Nullable UUID mergedInto) {}
