package vn.lantoa.units.mapping;

/** How much of an old unit passes on. */
public enum MappingPortion {
    WHOLE,
    PART
}
