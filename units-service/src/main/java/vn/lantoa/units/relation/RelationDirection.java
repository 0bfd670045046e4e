package vn.lantoa.units.relation;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which end of a relation a unit is. */
public enum RelationDirection {
    @JsonProperty("source")
    SOURCE,
    @JsonProperty("target")
    TARGET;

    /** As a query parameter says it. */
    public static RelationDirection fromString(String text) {
        return switch (text) {
            case "source" -> SOURCE;
            case "target" -> TARGET;
            default -> throw new IllegalArgumentException(text);
        };
    }
}
