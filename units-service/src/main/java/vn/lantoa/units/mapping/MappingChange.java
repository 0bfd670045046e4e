package vn.lantoa.units.mapping;

import org.jspecify.annotations.Nullable;

/** What a row says, or comes to, of its old unit. */
public enum MappingChange {
    /** Passes whole into a new unit. */
    MERGE,
    /** A part of it passes. */
    SPLIT,
    /** A new unit begins of it, or of a part of it. */
    ESTABLISH,
    /** Ends; without a new unit, or into one that was there before. */
    DISSOLVE,
    /** Goes on as it is, perhaps with less or more. */
    KEEP,
    /** Goes on under another name. */
    RENAME,
    /** Goes on under another code. */
    RECODE,
    /** Goes on as another kind. */
    CHANGE_KIND,
    /** Goes on under another parent. */
    REPARENT;

    /** Whether the new unit is said to be a new one. */
    static boolean begins(@Nullable MappingChange change) {
        return change == MERGE || change == ESTABLISH;
    }

    /** Whether the old unit is said to be the new one. */
    static boolean goesOn(@Nullable MappingChange change) {
        return change == KEEP || change == RENAME || change == RECODE || change == CHANGE_KIND || change == REPARENT;
    }
}
