package vn.lantoa.audit.proof;

/** Something that no export holds, or not at this place. */
final class BrokenExport extends Exception {
    private static final long serialVersionUID = 1;

    BrokenExport(long line) {
        super("line " + line);
    }

    BrokenExport(long line, String why) {
        super("line " + line + ": " + why);
    }
}
