package vn.lantoa.recognition.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import vn.lantoa.recognition.rules.Fraction;

/**
 * What a council's vote must reach.
 *
 * @param strict more than the threshold, not just the threshold
 * @param base whose heads count: {@code ALL_MEMBERS} or {@code PRESENT}
 */
public record VoteRule(
        boolean required, Fraction threshold, boolean strict, String base, Fraction quorum, Confidence confidence) {

    /** What is not said is a simple majority of those present with a quorum of two thirds. */
    public static VoteRule of(JsonNode node) {
        return new VoteRule(
                node.path("required").asBoolean(false),
                Fraction.parse(node.path("threshold").asText("1/2")),
                node.path("strict").asBoolean(!node.has("threshold")),
                node.path("base").asText("PRESENT"),
                Fraction.parse(node.path("quorum").asText("2/3")),
                Confidence.valueOf(node.path("confidence").asText("UNCONFIRMED")));
    }

    /** Whether so many of the base said yes, counted exactly. */
    public boolean passes(int yes, int baseCount) {
        if (baseCount == 0) {
            return false;
        }
        int comparison = new Fraction(yes, baseCount).compareTo(threshold);
        return strict ? comparison > 0 : comparison >= 0;
    }
}
