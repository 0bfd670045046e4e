package vn.lantoa.units.bulk;

/** A row that could be written when it was judged, and cannot any more. */
public record RefusedRow(int number, RowError error) {}
