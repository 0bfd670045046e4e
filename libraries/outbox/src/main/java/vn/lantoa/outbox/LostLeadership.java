package vn.lantoa.outbox;

/** Another relay is the leader now. */
final class LostLeadership extends RuntimeException {
    LostLeadership(String message) {
        super(message);
    }

    LostLeadership(String message, Throwable cause) {
        super(message, cause);
    }
}
