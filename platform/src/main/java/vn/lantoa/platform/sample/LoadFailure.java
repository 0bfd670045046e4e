package vn.lantoa.platform.sample;

/** The data or a service refused: the message says which step, who acted and what was answered. */
public final class LoadFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    LoadFailure(String message) {
        super(message);
    }

    LoadFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
