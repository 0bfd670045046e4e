package vn.lantoa.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was done, when, by which person (null: by the system), and why where a reason was given. */
public record Act(
        String act, Instant at, @Nullable UUID by, @Nullable String reason) {}
