package vn.lantoa.units.mapping;

import org.jspecify.annotations.Nullable;

/**
 * One line of a mapping table: how much of an old unit became which new one.
 *
 * @param number of the row, the first being 1
 * @param oldName checked against the register where it is given
 * @param newCode without one the old unit ends and nothing comes after it
 */
record MappingRow(
        int number,
        String oldCode,
        @Nullable String oldName,
        @Nullable String newCode,
        @Nullable String newName,
        @Nullable String newKind,
        @Nullable String newParent,
        MappingPortion portion) {
    boolean dissolves() {
        return newCode == null;
    }

    /** What is said of the new unit; all rows of one code must say the same. */
    Target target() {
        return new Target(newCode, newName, newKind, newParent);
    }

    /** A new unit as a row describes it. */
    record Target(
            @Nullable String code,
            @Nullable String name,
            @Nullable String kind,
            @Nullable String parent) {}
}
