package vn.lantoa.benchmarks;

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
 */
record Figure(
        String scenario,
        String what,
        String value,
        String against,
        double ratio,
        String spread,
        String goal,
        boolean met) {}
