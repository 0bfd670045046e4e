package vn.lantoa.rest;

/** Whose idempotency keys these are: keys of different clients never meet. Implemented by whoever knows accounts. */
public interface ClientName {
    /** Stable name of the client of the current request. */
    String get();
}
