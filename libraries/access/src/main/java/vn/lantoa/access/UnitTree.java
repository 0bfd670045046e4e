package vn.lantoa.access;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.sql.Query;

/** Implemented once per service over its own units (owner) or its replica (known-units). */
public interface UnitTree {
    /** Whether {@code unit} is {@code root} or stands below it on the line (any line when null) on that day. */
    boolean isWithin(UUID unit, UUID root, @Nullable String line, LocalDate day);

    /**
     * Those of the units that are one of the roots or stand below one, each on the day nearest to {@code day} on which it
     * exists: a unit that has ended where it stood on its last day, one to come where it will stand on its first.
     */
    Set<UUID> everWithin(Set<UUID> units, List<Reach.Root> roots, LocalDate day);

    /**
     * The same of all units, as a query with one column {@code id} to be part of another; of no roots there are none. It is
     * to cost as much as there stands below the roots, not as much as there is.
     */
    Query everWithin(List<Reach.Root> roots, LocalDate day);
}
