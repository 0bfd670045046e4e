package vn.lantoa.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import vn.lantoa.platform.Part;

/** BM7: the broker comes back after it was away, with events waiting, while BM1 goes on. */
final class CatchUp implements Scenario {
    private static final double RELAY_GOAL = 10_000;
    private static final double REPLICA_GOAL = 5_000;
    private static final double READS_GOAL = 0.7;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final Duration SELDOM = Duration.ofMillis(500);

    /** What one return of the broker gave. */
    private record Return(double relayed, double replicated, double firstAfter, double reads, double p99) {}

    @Override
    public String name() {
        return "BM7";
    }

    @Override
    public String title() {
        return "catching up after the broker was away, with BM1 beside it";
    }

    @Override
    public List<Figure> run(Bench bench) throws Exception {
        bench.seedUnits();
        int events = bench.quick() ? 20_000 : 200_000;
        var backlog = Backlog.prepare(bench);
        Load.warm(ReadUnit.CLIENTS, bench.warmUp(), worker -> reads(bench, worker));
        var alone = new ArrayList<Return>();
        var beside = new ArrayList<Return>();
        var undisturbed = new ArrayList<Double>();
        var drain = new ArrayList<Double>();
        var producer = new ArrayList<Double>();
        for (int i = 0; i < bench.longRounds(); i++) {
            var calm = Load.closed(ReadUnit.CLIENTS, bench.roundTime(), worker -> reads(bench, worker));
            bench.demandNoFailures(name(), calm.failures(), calm.firstFailure());
            undisturbed.add(calm.perSecond());
            beside.add(brokerReturns(bench, backlog, events, true));
            alone.add(brokerReturns(bench, backlog, events, false));
            drain.add(RelayLimits.drain(bench.database("units"), backlog.payload(), events));
            producer.add(RelayLimits.produce(bench.platform().bootstrapServers(), backlog.payload(), events));
        }
        return figures(events, beside, alone, undisturbed, drain, producer);
    }

    private List<Figure> figures(
            int events,
            List<Return> beside,
            List<Return> alone,
            List<Double> undisturbed,
            List<Double> drain,
            List<Double> producer) {
        var limits = "drain SQL %.0f/s, bare producer %.0f/s".formatted(Rounds.median(drain), Rounds.median(producer));
        var relayed = beside.stream().map(Return::relayed).toList();
        var replicated = beside.stream().map(Return::replicated).toList();
        var kept = new ArrayList<Double>();
        for (int i = 0; i < beside.size(); i++) {
            kept.add(beside.get(i).reads() / undisturbed.get(i));
        }
        var p99 = beside.stream().map(Return::p99).toList();
        return List.of(
                Figure.absolute(
                        name(),
                        "relay, %d events, BM1 beside it".formatted(events),
                        "%.0f/s",
                        relayed,
                        limits,
                        "≥ 10000/s",
                        Rounds.median(relayed) >= RELAY_GOAL),
                Figure.absolute(
                        name(),
                        "replicas of campaigns-service, one unit to nine persons, BM1 beside it",
                        "%.0f/s",
                        replicated,
                        "",
                        "≥ 5000/s",
                        Rounds.median(replicated) >= REPLICA_GOAL),
                Figure.absolute(
                        name(),
                        "rate of BM1 meanwhile, p99 %.0f ms".formatted(Rounds.median(p99)),
                        "%.2f",
                        kept,
                        "undisturbed %.0f/s".formatted(Rounds.median(undisturbed)),
                        "≥ 0.7",
                        Rounds.median(kept) >= READS_GOAL),
                shown(
                        "relay, nothing beside it",
                        "%.0f/s",
                        alone.stream().map(Return::relayed).toList(),
                        limits),
                shown(
                        "replicas, nothing beside it",
                        "%.0f/s",
                        alone.stream().map(Return::replicated).toList(),
                        ""),
                shown(
                        "from the listening broker to the first event sent",
                        "%.1f s",
                        beside.stream().map(Return::firstAfter).toList(),
                        ""));
    }

    private Figure shown(String what, String format, List<Double> values, String against) {
        return Figure.absolute(name(), what, format, values, against, "shown", true);
    }

    private Return brokerReturns(Bench bench, Backlog backlog, int events, boolean withReads) throws Exception {
        bench.awaitOutboxEmpty("units");
        bench.platform().stop(Part.KAFKA);
        var lasting = new AtomicBoolean(true);
        CompletableFuture<Load.Measured> reading = CompletableFuture.completedFuture(null);
        try {
            var before = known(bench, "campaigns");
            var elsewhere = known(bench, "recognition");
            backlog.insert(events);
            long position = position(bench);
            bench.start();
            long listening = System.nanoTime();
            Waiting.until("the first event sent", PATIENCE, LOOK, () -> position(bench) > position);
            long first = System.nanoTime();
            if (withReads) {
                reading = CompletableFuture.supplyAsync(
                        () -> Load.closedWhile(ReadUnit.CLIENTS, lasting::get, worker -> reads(bench, worker)));
            }
            Waiting.until("an empty outbox", PATIENCE, LOOK, () -> position(bench) >= position + events);
            long relayed = System.nanoTime();
            awaitReplicas(bench, "campaigns", events, before);
            long replicated = System.nanoTime();
            lasting.set(false);
            var read = reading.get();
            if (read != null) {
                bench.demandNoFailures(name(), read.failures(), read.firstFailure());
            }
            awaitReplicas(bench, "recognition", events, elsewhere);
            return new Return(
                    events / seconds(first, relayed),
                    events / seconds(first, replicated),
                    seconds(listening, first),
                    read == null ? 0 : read.perSecond(),
                    read == null ? 0 : read.p99Millis());
        } finally {
            lasting.set(false);
            bench.start();
        }
    }

    private static double seconds(long from, long to) {
        return Math.max(1, to - from) / 1e9;
    }

    private static Load.Step reads(Bench bench, int worker) {
        return ReadUnit.service(bench, Seed.randomUnits(worker));
    }

    /** Positions are given without a gap, so that the last one counts what has been sent. */
    static long position(Bench bench) throws Exception {
        return Jdbc.count(bench.database("units"), "SELECT position FROM relay_state");
    }

    private record Known(long persons, long units) {}

    private static Known known(Bench bench, String service) throws Exception {
        var database = bench.database(service);
        return new Known(
                Jdbc.count(database, "SELECT count(*) FROM known_person"),
                Jdbc.count(database, "SELECT count(*) FROM known_unit"));
    }

    private static void awaitReplicas(Bench bench, String service, int events, Known before) throws Exception {
        int units = events / Backlog.UNITS_EVERY;
        Waiting.until("replicas of " + service + " that know everything", PATIENCE, SELDOM, () -> {
            var now = known(bench, service);
            return now.persons() >= before.persons() + events - units && now.units() >= before.units() + units;
        });
    }
}
