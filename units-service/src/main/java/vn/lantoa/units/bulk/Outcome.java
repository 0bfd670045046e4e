package vn.lantoa.units.bulk;

/** What is to become of a row. */
enum Outcome {
    NEW,
    UNCHANGED,
    WRONG
}
