package vn.lantoa.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.lantoa.testsupport.KafkaTopics;
import vn.lantoa.testsupport.LocalIdentity;
import vn.lantoa.testsupport.LocalKafka;
import vn.lantoa.testsupport.LocalPostgres;
import vn.lantoa.testsupport.PostgresServer;
import vn.lantoa.testsupport.Processes;

/** The processes of one platform: each part found, started, and ended. */
final class Parts {

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(25);
    private static final Duration RECORDING_PATIENCE = Duration.ofSeconds(150);
    private static final List<String> SMALL_JVM = List.of(
            "-Xmx64m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseCompactObjectHeaders",
            // Netty's, which warns of itself
            "--sun-misc-unsafe-memory-access=allow",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager");

    private final Settings settings;
    private final Home home;
    private final StartUpCaches caches;

    Parts(Settings settings, Home home) {
        this.settings = settings;
        this.home = home;
        this.caches = new StartUpCaches(home, settings.startUpCaches());
    }

    /** The part's process, when it runs; found again after everything else was forgotten. */
    Optional<Long> running(Part part) {
        try {
            return part == Part.POSTGRES ? postgresServer().running() : JavaCommand.running(home.arguments(part));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts the part's process and returns when it can be found again; it may take a while until it is ready. */
    long launch(Part part) {
        long pid = begin(part);
        Instant end = Instant.now().plus(STOP_PATIENCE);
        while (running(part).isEmpty() && Processes.alive(pid) && Instant.now().isBefore(end)) {
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
        return pid;
    }

    private long begin(Part part) {
        try {
            return switch (part) {
                case POSTGRES -> launchPostgres();
                case KAFKA -> Detached.start(kafka(), Map.of(), home.log(part));
                case IDENTITY -> Detached.start(identity(), Map.of(), home.log(part));
                case UNITS, CAMPAIGNS, RECOGNITION -> {
                    ServiceCommand command = services();
                    command.application(part).copy();
                    yield Detached.start(command.run(part), command.environment(part), home.log(part));
                }
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What must be there before others may use the part. */
    void prepare(Part part) {
        if (part == Part.POSTGRES) {
            LocalPostgres postgres = postgres();
            Part.SERVICES.forEach(service -> postgres.prepare(service.key()));
        } else if (part == Part.KAFKA) {
            KafkaTopics.create("localhost:" + settings.port(part));
        }
    }

    /** Whether the part does its work. */
    boolean ready(Part part) {
        if (part != Part.POSTGRES) {
            return Probe.ready(part, settings.port(part));
        }
        try {
            postgres().awaitReady(Duration.ZERO);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Whether the part does its work, and what it misses. */
    Health health(Part part) {
        return part.isService() ? Probe.health(settings.port(part)) : new Health(ready(part), List.of());
    }

    /** Ends the part in good order, and by force when it does not listen. */
    void stop(Part part) {
        Optional<Long> pid = running(part);
        if (pid.isPresent()) {
            boolean records = caches.records(part);
            Processes.end(
                    pid.get(), part == Part.POSTGRES ? "INT" : "TERM", records ? RECORDING_PATIENCE : STOP_PATIENCE);
            if (records) {
                caches.accept(part);
            }
        }
    }

    /** Whether stopping takes longer, since the part writes its start-up cache then. */
    boolean recording(Part part) {
        return part != Part.POSTGRES && caches.records(part) && running(part).isPresent();
    }

    /** At once, as a power cut would. */
    void kill(Part part) {
        running(part).ifPresent(pid -> {
            Processes.signal(pid, "KILL");
            Processes.awaitEnd(pid, STOP_PATIENCE);
        });
    }

    /** Before several threads ask for them. */
    void makeSecrets() {
        new Secrets(home.secrets()).keys();
        postgres();
    }

    LocalPostgres postgres() {
        try {
            return LocalPostgres.attach(postgresServer());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ServiceCommand services() {
        return new ServiceCommand(settings, home, postgres(), caches);
    }

    private PostgresServer postgresServer() throws IOException {
        return PostgresServer.over(home.postgres(), settings.port(Part.POSTGRES));
    }

    private long launchPostgres() throws IOException {
        PostgresServer server = postgresServer();
        server.endOrphan();
        LocalPostgres.attach(server).create();
        return Detached.start(server.command(), Map.of("LC_ALL", "C"), home.log(Part.POSTGRES));
    }

    private List<String> kafka() throws IOException {
        List<String> command = LocalKafka.command(home.kafka(), settings.port(Part.KAFKA), List.of());
        List<String> options = command.subList(1, command.size());
        List<String> arguments = new ArrayList<>(caches.options(Part.KAFKA, jars(), options));
        arguments.addAll(options);
        return JavaCommand.of(home.arguments(Part.KAFKA), arguments);
    }

    private List<String> identity() {
        List<String> arguments = new ArrayList<>(caches.options(Part.IDENTITY, jars(), SMALL_JVM));
        arguments.addAll(SMALL_JVM);
        arguments.add("-Dlogging.configuration="
                + settings.project().resolve("platform/logging.properties").toUri());
        arguments.addAll(List.of("-cp", System.getProperty("java.class.path"), LocalIdentity.class.getName()));
        arguments.add(Integer.toString(settings.port(Part.IDENTITY)));
        arguments.add(ServiceCommand.TOKENS_HOLD);
        return JavaCommand.of(home.arguments(Part.IDENTITY), arguments);
    }

    /** Class path with sizes and ages: what a start-up cache depends on. */
    private static String jars() {
        return Stream.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator, -1))
                .map(Path::of)
                .map(Path::toFile)
                .map(file -> file + " " + file.length() + " " + file.lastModified())
                .collect(Collectors.joining("\n"));
    }
}
