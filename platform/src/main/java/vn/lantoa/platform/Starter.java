package vn.lantoa.platform;

import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import vn.lantoa.testsupport.Ports;

/** One start: what is missing is started, in parallel where nothing has to wait; broken off, it ends what it started. */
final class Starter {
    private static final Duration PORT_PATIENCE = Duration.ofSeconds(3);

    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final Duration RECOVERY = Duration.ofSeconds(25);
    private static final long NOBODY = Long.MAX_VALUE;
    private static final List<Part> FOUNDATION = List.of(Part.POSTGRES, Part.KAFKA, Part.IDENTITY);

    private final Settings settings;
    private final Home home;
    private final Parts parts;
    private final Progress progress;
    private final Set<Part> started = EnumSet.noneOf(Part.class);
    private boolean broken;

    Starter(Settings settings, Home home, Parts parts, Progress progress) {
        this.settings = settings;
        this.home = home;
        this.parts = parts;
        this.progress = progress;
    }

    /** Returns when every part is ready. */
    void start() {
        Part.SERVICES.forEach(this::endWhenOutdated);
        Set<Part> missing = EnumSet.noneOf(Part.class);
        for (Part part : Part.values()) {
            if (parts.running(part).isEmpty()) {
                missing.add(part);
            }
        }
        missing.forEach(this::requireFreePort);
        if (missing.containsAll(Part.SERVICES)) {
            Machine.requireMemory();
        }
        parts.makeSecrets();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Part> before = neededByServices();
            List<Part> then = Stream.of(Part.values())
                    .filter(part -> !before.contains(part))
                    .toList();
            together(threads, before, part -> bringUp(part, missing.contains(part)));
            together(threads, then, part -> bringUp(part, missing.contains(part)));
        }
    }

    /** Services get on without Kafka, once its topics have been made. */
    private List<Part> neededByServices() {
        return Files.exists(home.kafka().resolve("server.properties"))
                ? List.of(Part.POSTGRES, Part.IDENTITY)
                : FOUNDATION;
    }

    /** Ends everything this start has started, and prevents it from starting more. */
    void breakOff() {
        synchronized (started) {
            broken = true;
        }
        Stopper.stop(parts, started, Progress.silent());
    }

    private interface Step {
        void take(Part part);
    }

    private static void together(ExecutorService threads, List<Part> some, Step step) {
        CompletableFuture<?>[] all = some.stream()
                .map(part -> CompletableFuture.runAsync(() -> step.take(part), threads))
                .toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(all).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof Failure failure ? failure : e;
        }
    }

    private void bringUp(Part part, boolean missing) {
        Instant begin = Instant.now();
        if (missing) {
            if (part == Part.UNITS) {
                firstAdministrator();
            }
            awaitReady(part, launch(part));
        } else if (!becomesReady(part, parts.running(part).orElse(NOBODY), RECOVERY)) {
            progress.step(part.title() + " does not answer and is started again");
            parts.stop(part);
            awaitReady(part, launch(part));
        }
        parts.prepare(part);
        if (missing) {
            progress.step("%s is ready (%.1f s)"
                    .formatted(
                            part.title(), Duration.between(begin, Instant.now()).toMillis() / 1000.0));
        }
    }

    private long launch(Part part) {
        synchronized (started) {
            requireUnbroken();
            started.add(part);
            return parts.launch(part);
        }
    }

    private void requireUnbroken() {
        synchronized (started) {
            if (broken) {
                throw new Failure("The start was broken off.");
            }
        }
    }

    private boolean becomesReady(Part part, long pid, Duration patience) {
        Instant end = Instant.now().plus(patience);
        while (!parts.ready(part)) {
            if (Instant.now().isAfter(end) || !Detached.alive(pid)) {
                return false;
            }
            LockSupport.parkNanos(Duration.ofMillis(40).toNanos());
        }
        return true;
    }

    private void awaitReady(Part part, long pid) {
        if (!becomesReady(part, pid, PATIENCE)) {
            requireUnbroken();
            throw new Failure("%s %s; its log is %s and ends with:%n%s"
                    .formatted(
                            part.title(),
                            Detached.alive(pid)
                                    ? "was not ready within " + PATIENCE.toSeconds() + " s"
                                    : "ended while it was starting",
                            home.log(part),
                            Logs.tail(home.log(part), 12)));
        }
    }

    private void endWhenOutdated(Part service) {
        if (!parts.services().application(service).copied()
                && parts.running(service).isPresent()) {
            progress.step(service.title() + " was built anew and is started again");
            parts.stop(service);
        }
    }

    private void requireFreePort(Part part) {
        int port = settings.port(part);
        // a part that was killed a moment ago is no longer to be seen among the processes, yet its port may be
        var giveUp = Instant.now().plus(PORT_PATIENCE);
        while (Ports.taken(port) && Instant.now().isBefore(giveUp)) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        if (Ports.taken(port)) {
            throw new Failure("Port %d (%s) is taken by another program: end that one, or set %s to a free port."
                    .formatted(port, part.title(), part.portVariable()));
        }
    }

    private void firstAdministrator() {
        if (!home.done("administrator")) {
            progress.step("Making the first administrator");
            new FirstAdministrator(settings, home, parts.services()).make();
            home.markDone("administrator");
        }
    }
}
