package vn.lantoa.access;

import vn.lantoa.outbox.ReceivedEvent;

/** Hears of persons whose records were merged: the accounts, grants and posts of all of them are then one person's. */
@FunctionalInterface
public interface MergedPersons {
    /** In the transaction of whoever heard it. */
    void hear(ReceivedEvent event);
}
