package vn.lantoa.rest;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * A representation of a single resource that carries its version: a filter sends it as strong {@code ETag "<version>"}
 * (plus {@code "@" + variant} where the representation also depends on a date) and answers conditional GETs with 304.
 */
public interface Versioned {
    /** Counts up with each change of the resource. */
    long version();

    /** What else the representation depends on, such as the asOf date; empty when nothing. */
    @JsonIgnore
    default String variant() {
        return "";
    }
}
