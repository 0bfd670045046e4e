package vn.lantoa.units.unit;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which way to walk the lineage. */
public enum LineageDirection {
    @JsonProperty("successors")
    SUCCESSORS,
    @JsonProperty("predecessors")
    PREDECESSORS;

    /** As a query parameter says it. */
    public static LineageDirection fromString(String text) {
        return switch (text) {
            case "successors" -> SUCCESSORS;
            case "predecessors" -> PREDECESSORS;
            default -> throw new IllegalArgumentException(text);
        };
    }
}
