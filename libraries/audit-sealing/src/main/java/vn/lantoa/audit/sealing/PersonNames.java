package vn.lantoa.audit.sealing;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Names of persons as this service knows them; implemented by whoever knows persons. */
public interface PersonNames {
    /** Those that are known, by id. */
    Map<UUID, String> of(Set<UUID> persons);
}
