package vn.lantoa.benchmarks;

import java.util.Collections;
import java.util.List;

/**
 * One line of the report.
 *
 * @param scenario {@code BM1}
 * @param what what was measured, in words
 * @param value the measured value with its unit
 * @param against the limit or peer of the same run, with its unit; empty when the goal is absolute
 * @param ratio ours to the limit, or the value itself when absolute
 * @param spread lowest–highest of the rounds
 * @param goal the goal in words
 * @param met whether it was met; a run with failures is never met
 * @param rounds what was judged, a round each; empty when there was one
 */
record Figure(
        String scenario,
        String what,
        String value,
        String against,
        double ratio,
        String spread,
        String goal,
        boolean met,
        List<Double> rounds) {

    /** Where nothing but this is known of the rounds. */
    Figure(
            String scenario,
            String what,
            String value,
            String against,
            double ratio,
            String spread,
            String goal,
            boolean met) {
        this(scenario, what, value, against, ratio, spread, goal, met, List.of());
    }

    /** Throughput of ours to that of a limit or peer: the median of the ratios has to reach the goal. */
    static Figure atLeast(String scenario, String what, Rounds rounds, String other, double goal) {
        return ratio(scenario, what, rounds, other, "≥ " + goal, rounds.medianRatio() >= goal);
    }

    /** The same without a goal. */
    static Figure shown(String scenario, String what, Rounds rounds, String other) {
        return ratio(scenario, what, rounds, other, "shown", true);
    }

    private static Figure ratio(String scenario, String what, Rounds rounds, String other, String goal, boolean met) {
        return new Figure(
                scenario,
                what,
                "%.0f/s".formatted(rounds.medianOurs()),
                "%s %.0f/s".formatted(other, rounds.medianLimit()),
                rounds.medianRatio(),
                rounds.spread(),
                goal,
                met,
                rounds.ratios());
    }

    /** A value that has to be at least, or at most, what the goal says, whatever else was measured. */
    static Figure absolute(
            String scenario,
            String what,
            String format,
            List<Double> values,
            String against,
            String goal,
            boolean met) {
        var median = Rounds.median(values);
        return new Figure(
                scenario,
                what,
                format.formatted(median),
                against,
                median,
                values.size() < 2
                        ? ""
                        : format.formatted(Collections.min(values)) + "–" + format.formatted(Collections.max(values)),
                goal,
                met,
                values);
    }

    /** For whoever waits for the others. */
    String line() {
        return "%s: %s%s, ratio %.2f, goal %s: %s"
                .formatted(
                        what,
                        value,
                        against.isEmpty() ? "" : " against " + against,
                        ratio,
                        goal,
                        met ? "met" : "NOT MET");
    }
}
