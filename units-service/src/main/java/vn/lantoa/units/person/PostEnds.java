package vn.lantoa.units.person;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Fired in the transaction in which a post gets its last day: what is bound to the post ends with it. */
public record PostEnds(
        UUID post, LocalDate day, Instant at, @Nullable String reason) {}
