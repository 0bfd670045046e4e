package vn.lantoa.audit.sealing;

/** Why entries are not retired. */
final class RefusedRetirement extends RuntimeException {
    private static final long serialVersionUID = 1;

    RefusedRetirement(String reason) {
        super(reason);
    }
}
