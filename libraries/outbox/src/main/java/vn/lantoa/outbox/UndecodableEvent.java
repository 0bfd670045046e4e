package vn.lantoa.outbox;

import org.jspecify.annotations.Nullable;

/** Not a CloudEvent of ours: no use in trying again. */
final class UndecodableEvent extends RuntimeException {
    UndecodableEvent(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
