package vn.lantoa.units.unit;

/** What codes look like. */
public final class Codes {
    /** Codes of our lists: upper-case words. */
    public static final String CODE = "[A-Z][A-Z0-9_]{0,39}";
    /** Official codes: digits, letters and the usual separators. */
    public static final String IDENTIFIER = "[0-9A-Za-z][0-9A-Za-z./_-]{0,39}";
    /** The scheme of a code unless another is named. */
    public static final String DEFAULT_SCHEME = "ADMINISTRATIVE_CODE";

    private Codes() {}
}
