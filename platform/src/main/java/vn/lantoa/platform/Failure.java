package vn.lantoa.platform;

/** What went wrong and what to do about it, in one sentence for the person at the keyboard. */
public final class Failure extends RuntimeException {

    private static final long serialVersionUID = 1;

    Failure(String sentence) {
        super(sentence);
    }

    Failure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
