package vn.lantoa.rest;

/** This request was answered before: leaves the transaction without effect and gives the same answer again. */
class RepeatedException extends RuntimeException {
    private final transient StoredAnswer answer;

    RepeatedException(StoredAnswer answer) {
        super("repeated", null, false, false);
        this.answer = answer;
    }

    StoredAnswer answer() {
        return answer;
    }
}
