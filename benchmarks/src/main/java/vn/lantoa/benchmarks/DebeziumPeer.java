package vn.lantoa.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import vn.lantoa.events.Topic;

/**
 * Debezium embedded beside our relay, on the same outbox, events and broker. While one is measured the other rests: Debezium's
 * process stands still, or our relay waits for its turn. Ours also sends its records transactionally, keeps an event log and has
 * replicas that follow it; Debezium has one listener.
 */
final class DebeziumPeer implements Scenario {
    private static final int RATE = 100;
    private static final double MEAN_GOAL = 1.0 / 3;
    private static final int DEFAULT_POLL = 500;
    private static final int QUICK_POLL = 10;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration LOOK = Duration.ofMillis(20);

    /** From the answer of a write to its record at a listener, in milliseconds. */
    private record Latency(double mean, double p50, double p99) {}

    /** Means of the same round, by turns. */
    private static final class Latencies {
        final List<Latency> ours = new ArrayList<>();
        final List<Latency> asShipped = new ArrayList<>();
        final List<Latency> tuned = new ArrayList<>();
    }

    @Override
    public String name() {
        return "DEBEZIUM";
    }

    @Override
    public String title() {
        return "Debezium embedded on the same outbox: latency, catching up";
    }

    @Override
    public List<String> besides() {
        return List.of("BM6", "BM7");
    }

    @Override
    public boolean readsChangeLog() {
        return true;
    }

    @Override
    public List<Figure> run(Bench bench) throws Exception {
        var classPath = Debezium.classPath(bench);
        var backlog = Backlog.prepare(bench);
        bench.awaitOutboxEmpty("units");
        var password = Debezium.prepare(bench);
        try (var asShipped = Debezium.start(bench, classPath, password, "as_shipped", DEFAULT_POLL);
                var tuned = Debezium.start(bench, classPath, password, "tuned", QUICK_POLL)) {
            Load.warm(8, bench.warmUp(), worker -> writer(bench, new ConcurrentHashMap<>()));
            bench.awaitOutboxEmpty("units");
            tuned.pause();
            var figures = new ArrayList<>(latency(bench, asShipped, tuned));
            figures.add(catchingUp(bench, backlog, asShipped));
            return figures;
        }
    }

    private List<Figure> latency(Bench bench, Debezium asShipped, Debezium tuned) throws Exception {
        var latencies = new Latencies();
        asShipped.pause();
        measureOurs(bench, bench.warmUp());
        measureTheirs(bench, asShipped, bench.warmUp());
        measureTheirs(bench, tuned, bench.warmUp());
        for (int i = 0; i < bench.rounds(); i++) {
            latencies.ours.add(measureOurs(bench, bench.roundTime()));
            latencies.asShipped.add(measureTheirs(bench, asShipped, bench.roundTime()));
            latencies.tuned.add(measureTheirs(bench, tuned, bench.roundTime()));
        }
        return List.of(
                against(latencies.ours, latencies.asShipped, "Debezium as shipped", true),
                against(latencies.ours, latencies.tuned, "Debezium polling every 10 ms", false));
    }

    private static Figure against(List<Latency> ours, List<Latency> theirs, String peer, boolean judged) {
        var ratios = new ArrayList<Double>();
        for (int i = 0; i < ours.size(); i++) {
            ratios.add(ours.get(i).mean() / theirs.get(i).mean());
        }
        var sorted = ratios.stream().sorted().toList();
        double median = Rounds.median(ratios);
        return new Figure(
                "BM6",
                "commit to the record at a listener, 100/s, mean (p50, p99)",
                words(ours),
                peer + " " + words(theirs),
                median,
                "%.2f–%.2f".formatted(sorted.getFirst(), sorted.getLast()),
                judged ? "≤ 0.33" : "shown",
                !judged || median <= MEAN_GOAL,
                ratios);
    }

    private static String words(List<Latency> rounds) {
        return "%.1f (%.1f, %.1f) ms"
                .formatted(
                        Rounds.median(rounds.stream().map(Latency::mean).toList()),
                        Rounds.median(rounds.stream().map(Latency::p50).toList()),
                        Rounds.median(rounds.stream().map(Latency::p99).toList()));
    }

    private Latency measureOurs(Bench bench, Duration time) throws Exception {
        try (var listener = new Listener(bench.platform().bootstrapServers(), Set.of(Topic.PERSON.topicName()))) {
            return measure(bench, listener, time);
        }
    }

    private Latency measureTheirs(Bench bench, Debezium debezium, Duration time) throws Exception {
        debezium.resume();
        try (var listener = new Listener(bench.platform().bootstrapServers(), Set.of(debezium.topic()))) {
            awaitMark(bench, listener);
            try (var turn = RelayTurn.take(bench.database("units"))) {
                return measure(bench, listener, time);
            }
        } finally {
            debezium.pause();
            bench.awaitOutboxEmpty("units");
        }
    }

    /** It has read everything that was written while it stood still. */
    private static void awaitMark(Bench bench, Listener listener) throws Exception {
        var mark = person(new RawHttp(bench.units()), bench.token("admin"));
        Waiting.until("the mark", PATIENCE, LOOK, () -> listener.arrived().containsKey(mark));
    }

    private Latency measure(Bench bench, Listener listener, Duration time) throws Exception {
        Map<UUID, Long> committed = new ConcurrentHashMap<>();
        var written = Load.open(RATE, 8, time, worker -> writer(bench, committed));
        bench.demandNoFailures(name(), written.failures(), written.firstFailure());
        Waiting.until(
                "every record",
                PATIENCE,
                LOOK,
                () -> listener.arrived().keySet().containsAll(committed.keySet()));
        var millis = committed.entrySet().stream()
                .map(each -> (listener.arrived().getOrDefault(each.getKey(), 0L) - each.getValue()) / 1e6)
                .sorted()
                .toList();
        return new Latency(
                millis.stream().mapToDouble(Double::doubleValue).average().orElseThrow(),
                millis.get(millis.size() / 2),
                millis.get((int) Math.min(millis.size() - 1, Math.round(millis.size() * 0.99))));
    }

    private static Load.Step writer(Bench bench, Map<UUID, Long> committed) {
        var http = new RawHttp(bench.units());
        var token = bench.token("admin");
        return new Load.Step() {
            @Override
            public void run() {
                committed.put(person(http, token), System.nanoTime());
            }

            @Override
            public void close() {
                http.close();
            }
        };
    }

    private static UUID person(RawHttp http, String token) {
        var key = UUID.randomUUID().toString();
        var answer = http.post("/api/units/v1/persons", token, "{\"name\":\"Nông Văn Dền\"}", key);
        if (answer.status() != 201) {
            throw new IllegalStateException(answer.status() + " " + answer.body());
        }
        int at = answer.body().indexOf("\"id\":\"") + 6;
        return UUID.fromString(answer.body().substring(at, at + 36));
    }

    /** The same rows twice: Debezium sends them from the log of changes, then our relay from the table. */
    private Figure catchingUp(Bench bench, Backlog backlog, Debezium debezium) throws Exception {
        int events = bench.quick() ? 20_000 : 200_000;
        var ours = new ArrayList<Double>();
        var theirs = new ArrayList<Double>();
        for (int i = 0; i < bench.longRounds(); i++) {
            long position;
            debezium.resume();
            try (var listener = new Listener(bench.platform().bootstrapServers(), Set.of(debezium.topic()))) {
                awaitMark(bench, listener);
                bench.awaitOutboxEmpty("units");
                debezium.pause();
                try (var turn = RelayTurn.take(bench.database("units"))) {
                    backlog.insert(events);
                    debezium.resume();
                    theirs.add(rate(listener, events));
                    debezium.pause();
                    position = CatchUp.position(bench);
                }
            }
            Waiting.until("the first event", PATIENCE, LOOK, () -> CatchUp.position(bench) > position);
            long first = System.nanoTime();
            Waiting.until("an empty outbox", PATIENCE, LOOK, () -> CatchUp.position(bench) >= position + events);
            ours.add(events / ((System.nanoTime() - first) / 1e9));
        }
        var ratios = new ArrayList<Double>();
        for (int i = 0; i < ours.size(); i++) {
            ratios.add(ours.get(i) / theirs.get(i));
        }
        return new Figure(
                "BM7",
                "%d events waiting, our relay and its replicas".formatted(events),
                "%.0f/s".formatted(Rounds.median(ours)),
                "Debezium as shipped %.0f/s".formatted(Rounds.median(theirs)),
                Rounds.median(ratios),
                "",
                "shown",
                true,
                ratios);
    }

    private static double rate(Listener listener, int events) throws Exception {
        long before = listener.count();
        Waiting.until("the first record", PATIENCE, LOOK, () -> listener.count() > before);
        long first = System.nanoTime();
        Waiting.until("every record", PATIENCE, LOOK, () -> listener.count() >= before + events);
        return events / ((System.nanoTime() - first) / 1e9);
    }
}
