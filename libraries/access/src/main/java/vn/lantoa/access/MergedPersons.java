package vn.lantoa.access;

import vn.lantoa.outbox.ReceivedEvent;

/**
 * Hears of persons whose records were merged: the accounts, grants and posts of all of them are then one person's; and of those
 * who were erased.
 */
@FunctionalInterface
public interface MergedPersons {
    /** In the transaction of whoever heard it. */
    void hear(ReceivedEvent event);

    /** Each event that a person was erased, in the transaction of whoever heard it. */
    default void erased(ReceivedEvent event) {
        // for whoever keeps nothing under the key of a person
    }
}
