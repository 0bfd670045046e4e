package vn.lantoa.units.reorganisation;

/** How much of a unit passes on. */
public enum Portion {
    /** All of it: the unit ends. */
    WHOLE,
    /** Some of it: the unit goes on with the rest, or the rest goes elsewhere. */
    PART
}
