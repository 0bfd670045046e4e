package vn.lantoa.benchmarks;

import java.util.ArrayList;
import java.util.List;
import vn.lantoa.platform.Progress;
import vn.lantoa.platform.Status;
import vn.lantoa.testsupport.Folders;

/** How long a user waits for the platform, and what it weighs: a first start with sample data, then later ones. */
final class StartUp implements Scenario {
    private static final double FIRST_GOAL = 45;
    private static final double LATER_GOAL = 12;
    private static final double MEMORY_GOAL = 2.2 * 1024;

    @Override
    public String name() {
        return "START";
    }

    @Override
    public String title() {
        return "first start with sample data, later starts, memory of all processes";
    }

    @Override
    public List<Figure> run(Bench bench) throws Exception {
        bench.stop();
        var platform = bench.another("start");
        try {
            double first = seconds(() -> {
                platform.start(Progress.silent());
                platform.loadSampleDataOnce(Progress.silent());
            });
            long memory =
                    platform.status().stream().mapToLong(Status::mebibytes).sum();
            var later = new ArrayList<Double>();
            for (int i = 0; i < Math.max(2, bench.rounds() - 1); i++) {
                platform.stop();
                later.add(seconds(() -> platform.start(Progress.silent())));
            }
            // The first of these may still train the start-up caches.
            var settled = later.subList(1, later.size());
            return List.of(
                    figure("first start, sample data loaded", first, FIRST_GOAL, "s", ""),
                    figure(
                            "later start, median",
                            Rounds.median(settled),
                            LATER_GOAL,
                            "s",
                            "%.1f–%.1f"
                                    .formatted(java.util.Collections.min(settled), java.util.Collections.max(settled))),
                    figure("memory of all processes after loading", memory, MEMORY_GOAL, "MiB", ""));
        } finally {
            platform.stop();
            Folders.delete(platform.settings().home());
            bench.start();
        }
    }

    private Figure figure(String what, double value, double goal, String unit, String spread) {
        return new Figure(
                name(),
                what,
                "%.1f %s".formatted(value, unit),
                "",
                value / goal,
                spread,
                "≤ %.0f %s".formatted(goal, unit),
                value <= goal);
    }

    private interface Work {
        void run() throws Exception;
    }

    private static double seconds(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }
}
