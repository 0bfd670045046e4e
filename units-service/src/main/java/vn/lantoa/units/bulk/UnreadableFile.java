package vn.lantoa.units.bulk;

import java.io.IOException;

/** The file is not what it says it is, or would do harm. */
class UnreadableFile extends IOException {
    private final String code;

    UnreadableFile(String code) {
        super(code);
        this.code = code;
    }

    /** Code of the problem, with its words in the bundles. */
    String code() {
        return code;
    }
}
