package vn.lantoa.units.bulk;

/** What a cell holds. */
public enum ColumnType {
    TEXT,
    /** A day: ISO, Vietnamese order, or a date of a spreadsheet. */
    DAY,
    FLAG,
    /** A code of a list; its Vietnamese label is understood too. */
    CODE,
    ID
}
