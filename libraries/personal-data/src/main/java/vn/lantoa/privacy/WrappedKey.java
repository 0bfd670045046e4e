package vn.lantoa.privacy;

/** A person's key as it lies in the table, and which master key wraps it. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record WrappedKey(String keyId, byte[] wrapped) {}
