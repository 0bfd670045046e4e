package vn.lantoa.audit.sealing;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Names of units as this service knows them; implemented by whoever knows units. */
public interface UnitNames {
    /** Those that are known, by id, as they were called on the day, or last before it. */
    Map<UUID, String> of(Set<UUID> units, LocalDate day);
}
