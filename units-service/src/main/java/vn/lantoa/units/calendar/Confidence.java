package vn.lantoa.units.calendar;

/** How far a day and its decision were compared with a source. */
public enum Confidence {
    CONFIRMED,
    /** The day is known, the number of the decision was not compared. */
    PARTLY,
    UNCONFIRMED
}
