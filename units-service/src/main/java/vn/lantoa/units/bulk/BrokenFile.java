package vn.lantoa.units.bulk;

/** The file turned out to be unreadable on the way: trying again does not help. */
class BrokenFile extends RuntimeException {
    private final String code;

    BrokenFile(String code) {
        super(code, null, false, false);
        this.code = code;
    }

    String code() {
        return code;
    }
}
