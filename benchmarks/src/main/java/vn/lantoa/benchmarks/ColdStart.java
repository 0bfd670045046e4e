package vn.lantoa.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import vn.lantoa.platform.Part;
import vn.lantoa.platform.Platform;
import vn.lantoa.platform.Progress;
import vn.lantoa.platform.Settings;

/** BM11: from the start of a service's process to its first answer out of the database, and what the process weighs. */
final class ColdStart implements Scenario {
    private static final double START_GOAL = -0.35;
    private static final double MEMORY_GOAL = 350;
    private static final double MEGABYTES_A_MEBIBYTE = 1.048576;
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @Override
    public String name() {
        return "BM11";
    }

    @Override
    public String title() {
        return "cold start of each service with and without its start-up cache, memory idle and loaded";
    }

    @Override
    public List<Figure> run(Bench bench) throws Exception {
        bench.stage();
        var settings = bench.settings();
        var plain = new Platform(new Settings(settings.project(), settings.home(), settings.ports(), false));
        var cached = new Platform(settings.withStartUpCaches());
        var figures = new ArrayList<Figure>();
        try {
            for (Part service : Part.SERVICES) {
                figures.addAll(measure(bench, service, cached, plain));
            }
        } finally {
            bench.start();
        }
        return figures;
    }

    private List<Figure> measure(Bench bench, Part service, Platform cached, Platform plain) throws Exception {
        train(bench, cached, service);
        var with = new ArrayList<Double>();
        var without = new ArrayList<Double>();
        for (int i = 0; i < bench.rounds(); i++) {
            without.add(firstUsefulAnswer(bench, plain, service));
            with.add(firstUsefulAnswer(bench, cached, service));
        }
        demandCache(cached, service);
        var saved = new ArrayList<Double>();
        for (int i = 0; i < with.size(); i++) {
            saved.add(with.get(i) / without.get(i) - 1);
        }
        LockSupport.parkNanos(Duration.ofSeconds(bench.quick() ? 1 : 5).toNanos());
        double idle = megabytes(cached, service);
        double loaded = underLoad(bench, cached, service);
        return List.of(
                new Figure(
                        name(),
                        service.title() + ", first useful answer",
                        "%.2f s".formatted(Rounds.median(with)),
                        "without the cache %.2f s".formatted(Rounds.median(without)),
                        Rounds.median(saved),
                        spread(saved),
                        "≤ −0.35",
                        Rounds.median(saved) <= START_GOAL,
                        saved),
                new Figure(
                        name(),
                        service.title() + ", memory idle / loaded",
                        "%.0f / %.0f MB".formatted(idle, loaded),
                        "",
                        loaded,
                        "",
                        "≤ 350 MB loaded",
                        loaded <= MEMORY_GOAL));
    }

    private static String spread(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        return String.format(Locale.ROOT, "%.2f–%.2f", sorted.getFirst(), sorted.getLast());
    }

    /** Its cache is written when a run of the service ends that had none. */
    private static void train(Bench bench, Platform cached, Part service) throws Exception {
        for (int i = 0; i < 2; i++) {
            firstUsefulAnswer(bench, cached, service);
            if (usesCache(cached, service)) {
                return;
            }
            var time = bench.roundTime();
            var trained = Load.closed(2, time, worker -> useful(bench, cached, service));
            bench.demandNoFailures("BM11", trained.failures(), trained.firstFailure());
        }
        firstUsefulAnswer(bench, cached, service);
    }

    private static boolean usesCache(Platform cached, Part service) {
        try {
            return Files.readString(cached.settings().home().resolve("run/" + service.key() + ".args"))
                    .contains("-XX:AOTCache=");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void demandCache(Platform cached, Part service) {
        if (!usesCache(cached, service)) {
            throw new IllegalStateException(service.title() + " has written no start-up cache");
        }
    }

    /** Seconds from the start of the process. The page cache of the system is warm, as after any start before. */
    private static double firstUsefulAnswer(Bench bench, Platform platform, Part service) throws Exception {
        platform.stop(service);
        var step = new CompletableFuture<Void>();
        var starting = Thread.ofPlatform().name("start").start(() -> {
            try {
                platform.start(Progress.silent());
                step.complete(null);
            } catch (RuntimeException e) {
                step.completeExceptionally(e);
            }
        });
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (!answers(bench, platform, service)) {
            if (System.nanoTime() > giveUp || step.isCompletedExceptionally()) {
                step.getNow(null);
                throw new IllegalStateException(service.title() + " gives no useful answer");
            }
            LockSupport.parkNanos(5_000_000);
        }
        var answered = Instant.now();
        starting.join();
        step.get();
        var started = ProcessHandle.of(platform.pid(service))
                .flatMap(process -> process.info().startInstant())
                .orElseThrow();
        return Duration.between(started, answered).toMillis() / 1000.0;
    }

    private static boolean answers(Bench bench, Platform platform, Part service) {
        try (var http = new RawHttp(URI.create(platform.root(service)))) {
            return http.get(path(bench, service), platform.token("admin")).status() == 200;
        } catch (UncheckedIOException | NumberFormatException notYet) {
            return false;
        }
    }

    private static Load.Step useful(Bench bench, Platform platform, Part service) {
        var http = new RawHttp(URI.create(platform.root(service)));
        var path = path(bench, service);
        var token = platform.token("admin");
        return new Load.Step() {
            @Override
            public void run() {
                var answer = http.get(path, token);
                if (answer.status() != 200) {
                    throw new IllegalStateException(answer.status() + " " + answer.body());
                }
            }

            @Override
            public void close() {
                http.close();
            }
        };
    }

    /** Something that needs token, rights and database. */
    private static String path(Bench bench, Part service) {
        return "/api/" + service.key() + "/v1"
                + switch (service) {
                    case UNITS -> "/units/" + bench.root();
                    case CAMPAIGNS -> "/campaigns?limit=50";
                    case RECOGNITION -> "/awards?limit=50";
                    case POSTGRES, KAFKA, IDENTITY -> throw new IllegalArgumentException(service.title());
                };
    }

    /** The most that was seen while 16 clients read. */
    private static double underLoad(Bench bench, Platform platform, Part service) {
        var loading = CompletableFuture.supplyAsync(() -> Load.closed(
                ReadUnit.CLIENTS, bench.roundTime().multipliedBy(3), worker -> useful(bench, platform, service)));
        double most = 0;
        while (!loading.isDone()) {
            most = Math.max(most, megabytes(platform, service));
            LockSupport.parkNanos(300_000_000);
        }
        var loaded = loading.join();
        bench.demandNoFailures("BM11", loaded.failures(), loaded.firstFailure());
        return Math.max(most, megabytes(platform, service));
    }

    private static double megabytes(Platform platform, Part service) {
        return platform.status().stream()
                        .filter(status -> status.part() == service)
                        .mapToLong(status -> status.mebibytes())
                        .sum()
                * MEGABYTES_A_MEBIBYTE;
    }
}
