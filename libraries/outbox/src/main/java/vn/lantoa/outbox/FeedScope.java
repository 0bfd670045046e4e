package vn.lantoa.outbox;

import java.util.UUID;

/** Whose events the caller of the current request may read in the feed. Implemented by access; without it nobody reads. */
public interface FeedScope {
    /** Events of every unit, and those of no unit. */
    boolean everywhere();

    /** Events of this unit. */
    boolean covers(UUID unit);
}
