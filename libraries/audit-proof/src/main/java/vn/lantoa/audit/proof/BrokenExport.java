package vn.lantoa.audit.proof;

/** A line that no export holds. */
final class BrokenExport extends Exception {
    private static final long serialVersionUID = 1;

    final long line;

    BrokenExport(long line) {
        super("line " + line);
        this.line = line;
    }
}
