package vn.lantoa.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.HdrHistogram.Histogram;

/** BM6: from the answer of a write in units-service to the row in the replica of campaigns-service. */
final class EventLatency implements Scenario {
    private static final double P50_GOAL = 20;
    private static final double P99_GOAL = 150;

    @Override
    public String name() {
        return "BM6";
    }

    @Override
    public String title() {
        return "commit in one service to the replica of another, 100 and 500 a second";
    }

    @Override
    public List<Figure> run(Bench bench) throws Exception {
        Load.warm(8, bench.warmUp(), worker -> writer(bench, new ConcurrentHashMap<>()));
        bench.awaitOutboxEmpty("units");
        measure(bench, 100, bench.warmUp());
        var figures = new ArrayList<Figure>();
        for (int rate : List.of(100, 500)) {
            var seen = measure(bench, rate, bench.roundTime().multipliedBy(3));
            double p50 = seen.getValueAtPercentile(50) / 1000.0;
            double p99 = seen.getValueAtPercentile(99) / 1000.0;
            figures.add(new Figure(
                    name(),
                    "commit to replica at " + rate + "/s, p50 / p99",
                    "%.1f / %.1f ms".formatted(p50, p99),
                    seen.getTotalCount() + " events",
                    p50,
                    "",
                    "p50 ≤ 20 ms, p99 ≤ 150 ms",
                    p50 <= P50_GOAL && p99 <= P99_GOAL));
        }
        return figures;
    }

    private Histogram measure(Bench bench, int rate, Duration time) throws Exception {
        var committed = new ConcurrentHashMap<UUID, Long>();
        var writing = new AtomicBoolean(true);
        var seen = new Histogram(3);
        var watcher = Thread.ofPlatform().name("replica-watcher").start(() -> watch(bench, committed, writing, seen));
        var written = Load.open(rate, 8, time, worker -> writer(bench, committed));
        writing.set(false);
        watcher.join();
        bench.demandNoFailures(name(), written.failures(), written.firstFailure());
        if (!committed.isEmpty()) {
            throw new IllegalStateException(committed.size() + " events never arrived");
        }
        return seen;
    }

    private static Load.Step writer(Bench bench, Map<UUID, Long> committed) {
        var http = new RawHttp(bench.units());
        var token = bench.token("admin");
        return new Load.Step() {
            @Override
            public void run() {
                var answer = http.post(
                        "/api/units/v1/persons",
                        token,
                        "{\"name\":\"Nông Văn Dền\"}",
                        UUID.randomUUID().toString());
                if (answer.status() != 201) {
                    throw new IllegalStateException(answer.status() + " " + answer.body());
                }
                int at = answer.body().indexOf("\"id\":\"") + 6;
                committed.put(UUID.fromString(answer.body().substring(at, at + 36)), System.nanoTime());
            }

            @Override
            public void close() {
                http.close();
            }
        };
    }

    private static void watch(Bench bench, Map<UUID, Long> committed, AtomicBoolean writing, Histogram seen) {
        long giveUp = System.nanoTime() + Duration.ofMinutes(5).toNanos();
        try (Connection connection = bench.database("campaigns").getConnection();
                var select = connection.prepareStatement("SELECT id FROM known_person WHERE id = ANY (?)")) {
            while ((writing.get() || !committed.isEmpty()) && System.nanoTime() < giveUp) {
                var waiting = committed.keySet().toArray(UUID[]::new);
                select.setArray(1, connection.createArrayOf("uuid", waiting));
                try (var rows = select.executeQuery()) {
                    long now = System.nanoTime();
                    while (rows.next()) {
                        var since = committed.remove(rows.getObject(1, UUID.class));
                        if (since != null) {
                            seen.recordValue(Math.max(0, (now - since) / 1000));
                        }
                    }
                }
                java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The replica can't be watched", e);
        }
    }
}
