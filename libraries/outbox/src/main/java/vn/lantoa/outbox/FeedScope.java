package vn.lantoa.outbox;

import vn.lantoa.sql.Query;

/** Whose events the caller of the current request may read in the feed. Implemented by access; without it nobody reads. */
public interface FeedScope {
    /** Events of every unit, and those of no unit. */
    boolean everywhere();

    /**
     * A query of the units whose events these are, in a column {@code id}: it becomes part of the statement that reads the
     * feed. Units that have ended are still somebody's.
     */
    Query units();
}
