package vn.lantoa.benchmarks;

import java.util.ArrayList;
import java.util.Collections;

/** Answer times of one client after the other: what a single question costs while nobody else asks. */
final class Latency {
    private static final double ONE_MILLISECOND = 1;

    private Latency() {}

    /** Ours against bare SQL that gives the same rows: the median of the rounds may be a millisecond more. */
    static Figure withinAMillisecond(String scenario, String what, Rounds rounds) {
        var more = new ArrayList<Double>();
        for (int i = 0; i < rounds.ours().size(); i++) {
            more.add(rounds.ours().get(i).p50Millis() - rounds.limit().get(i).p50Millis());
        }
        double ours = Rounds.median(
                rounds.ours().stream().map(Load.Measured::p50Millis).toList());
        double bare = Rounds.median(
                rounds.limit().stream().map(Load.Measured::p50Millis).toList());
        double difference = Rounds.median(more);
        return new Figure(
                scenario,
                what + ", p50 / p95",
                "%.2f / %.2f ms".formatted(ours, p95(rounds)),
                "bare SQL %.2f ms".formatted(bare),
                ours / bare,
                "%+.2f–%+.2f ms".formatted(Collections.min(more), Collections.max(more)),
                "p50 ≤ bare + 1 ms",
                difference <= ONE_MILLISECOND,
                more);
    }

    static double p95(Rounds rounds) {
        return Rounds.median(
                rounds.ours().stream().map(Load.Measured::p95Millis).toList());
    }
}
