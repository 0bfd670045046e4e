package vn.lantoa.outbox;

import java.util.UUID;

/** Keeps what operators of a service did; implemented by the module that knows the audit trail. */
public interface OperatorJournal {
    /**
     * In the transaction of the caller.
     *
     * @param action permission-like verb: {@code announcement.make}
     * @param entity what it was done to
     * @param what its particulars; nothing personal
     */
    void record(String action, String entity, UUID id, Object what);
}
