package vn.lantoa.units.bulk;

/** What a cell holds. */
public enum ColumnType {
    TEXT,
    /** A day: ISO, Vietnamese order, or a date of a spreadsheet. */
    DAY,
    /** A point of time, ISO in UTC. */
    INSTANT,
    FLAG,
    /** A code of a list; its Vietnamese label is understood too. */
    CODE,
    ID
}
