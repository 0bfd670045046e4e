package vn.lantoa.knownunits;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a service holds open of units. A service that holds some brings a bean. */
public interface OpenWork {
    /** What these units have open now; one without anything is absent. */
    List<Open> of(Collection<UUID> units);

    /**
     * What one unit has open.
     *
     * @param figures by what the audit trail calls them: {@code openRegistrations}
     */
    record Open(UUID unit, Map<String, Long> figures) {}
}
