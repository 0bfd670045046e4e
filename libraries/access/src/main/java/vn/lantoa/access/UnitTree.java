package vn.lantoa.access;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Implemented once per service over its own units (owner) or its replica (known-units). */
public interface UnitTree {
    /** Whether {@code unit} is {@code root} or stands below it on the line (any line when null) on that day. */
    boolean isWithin(UUID unit, UUID root, @Nullable String line, LocalDate day);
}
