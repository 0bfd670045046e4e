package vn.lantoa.units.bulk;

/** What happens to good rows beside wrong ones. */
public enum ImportMode {
    /** One wrong row, and nothing is written; readers see everything or nothing. */
    ALL_OR_NOTHING,
    /** Wrong rows are left out. */
    VALID_ROWS
}
