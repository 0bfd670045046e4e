package vn.lantoa.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Ours and the limit (or peer) by turns, A B A B …, so that a noisy minute hits both. */
record Rounds(List<Load.Measured> ours, List<Load.Measured> limit) {

    static Rounds alternate(int rounds, Supplier<Load.Measured> ours, Supplier<Load.Measured> limit) {
        var a = new ArrayList<Load.Measured>();
        var b = new ArrayList<Load.Measured>();
        for (int i = 0; i < rounds; i++) {
            a.add(ours.get());
            b.add(limit.get());
        }
        return new Rounds(a, b);
    }

    /** Ratios of throughput, ours to the limit, a round each. */
    List<Double> ratios() {
        var ratios = new ArrayList<Double>();
        for (int i = 0; i < ours.size(); i++) {
            ratios.add(ours.get(i).perSecond() / limit.get(i).perSecond());
        }
        return ratios;
    }

    double medianRatio() {
        return median(ratios());
    }

    double medianOurs() {
        return median(ours.stream().map(Load.Measured::perSecond).toList());
    }

    double medianLimit() {
        return median(limit.stream().map(Load.Measured::perSecond).toList());
    }

    long failures() {
        return all().mapToLong(Load.Measured::failures).sum();
    }

    String firstFailure() {
        return all().map(Load.Measured::firstFailure)
                .filter(f -> !f.isEmpty())
                .findFirst()
                .orElse("");
    }

    private Stream<Load.Measured> all() {
        return Stream.concat(ours.stream(), limit.stream());
    }

    /** {@code 0.24–0.31}. */
    String spread() {
        var ratios = ratios();
        return "%.2f–%.2f".formatted(Collections.min(ratios), Collections.max(ratios));
    }

    static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
