package vn.lantoa.outbox;

import java.util.Set;
import java.util.UUID;

/** Whose events the caller of the current request may read in the feed. Implemented by access; without it nobody reads. */
public interface FeedScope {
    /** Events of every unit, and those of no unit. */
    boolean everywhere();

    /** Those of the units whose events these are; asked once for a page. Units that have ended are still somebody's. */
    Set<UUID> covered(Set<UUID> units);
}
