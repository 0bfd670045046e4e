package vn.lantoa.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.platform.sample.Endpoints;
import vn.lantoa.platform.sample.SampleData;
import vn.lantoa.testsupport.Folders;
import vn.lantoa.testsupport.LocalIdentity;
import vn.lantoa.testsupport.Processes;

/**
 * Everything on one machine, as real processes that outlive this JVM until {@link #stop}. A platform is its home folder:
 * an object over the same folder finds what another one has started.
 */
public final class Platform implements AutoCloseable {

    private final Settings settings;
    private final Home home;
    private final Parts parts;
    private static final Duration TOKENS_KEPT = Duration.ofMinutes(4);

    private final Map<String, Token> tokens = new ConcurrentHashMap<>();
    private volatile @Nullable Starter starting;

    public Platform(Settings settings) {
        this.settings = settings;
        this.home = new Home(settings.home());
        this.parts = new Parts(settings, home);
    }

    /** For tests: on free ports, with a first administrator {@code admin} and no data; ends with this JVM at the latest. */
    public static Platform start(Path home) {
        Platform platform = new Platform(Settings.onFreePorts(home));
        Runtime.getRuntime().addShutdownHook(new Thread(platform::stop, "stop-platform"));
        platform.home.prepare();
        Watch.over(platform.home);
        return platform.start(Progress.silent());
    }

    /** Starts what is missing and returns when everything is ready; broken off or failing, it ends what it started. */
    public Platform start(Progress progress) {
        home.prepare();
        try (FileChannel lock = lock()) {
            Starter starter = new Starter(settings, home, parts, progress);
            starting = starter;
            try {
                starter.start();
            } catch (RuntimeException failure) {
                starter.breakOff();
                throw failure;
            } finally {
                starting = null;
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends what was started since, a start under way included. */
    void stopAllBut(Collection<Part> before, Progress progress) {
        Starter current = starting;
        if (current != null) {
            current.breakOff();
        }
        Stopper.stop(
                parts,
                Stream.of(Part.values()).filter(part -> !before.contains(part)).toList(),
                progress);
    }

    /** One start at a time in one home. */
    private FileChannel lock() throws IOException {
        FileChannel channel = FileChannel.open(home.run("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException sameJvm) {
            channel.close();
            throw new Failure("Another start is at work in %s: wait for it.".formatted(home.folder()), sameJvm);
        }
        channel.close();
        throw new Failure("Another start is at work in %s: wait for it.".formatted(home.folder()));
    }

    /** Loads the sample data when that has not been done. */
    public void loadSampleDataOnce(Progress progress) {
        if (!home.done("sample-data")) {
            SampleData.load(endpoints(), this::token, progress::step);
            home.markDone("sample-data");
        }
    }

    /** Loads files of the sample's format. */
    public void load(List<Path> files, Progress progress) {
        SampleData.load(endpoints(), this::token, progress::step, files);
    }

    /** Ends every part of this platform, and nothing else. */
    public void stop() {
        stop(Progress.silent());
    }

    void stop(Progress progress) {
        Stopper.stop(parts, List.of(Part.values()), progress);
    }

    /** Ends everything and forgets all data. */
    public void reset() {
        for (Part part : Part.values()) {
            parts.kill(part);
        }
        for (String kept : List.of(
                "postgres/data", "postgres/data.secret", "kafka", "secrets", "audit-heads", "state.properties")) {
            Folders.delete(home.folder().resolve(kept));
        }
    }

    /** As a power cut would. */
    public void kill(Part part) {
        parts.kill(part);
    }

    /** Ends one part in good order. */
    public void stop(Part part) {
        parts.stop(part);
    }

    /** Stands still, its connections open; see {@link #resume}. */
    public void pause(Part part) {
        Processes.signal(pid(part), "STOP");
    }

    /** Goes on. */
    public void resume(Part part) {
        Processes.signal(pid(part), "CONT");
    }

    /** Starts the parts that are not running, as {@link #start(Progress)} does. */
    public void restart() {
        start(Progress.silent());
    }

    /** Process id of a running part. */
    public long pid(Part part) {
        return parts.running(part)
                .orElseThrow(() -> new Failure(part.title() + " is not running: start it with ./lantoa start."));
    }

    /** Whether the part's process is there. */
    public boolean runs(Part part) {
        return parts.running(part).isPresent();
    }

    /** Every part at this moment. */
    public List<Status> status() {
        return Stream.of(Part.values()).map(this::status).toList();
    }

    private Status status(Part part) {
        var pid = parts.running(part);
        Health health = pid.isPresent() ? parts.health(part) : new Health(false, List.of());
        return new Status(
                part,
                pid.map(OptionalLong::of).orElse(OptionalLong.empty()),
                health.ready(),
                url(part),
                pid.map(Memory::mebibytes).orElse(0L),
                health.remarks());
    }

    /** Where the part answers. */
    public String url(Part part) {
        int port = settings.port(part);
        return switch (part) {
            case POSTGRES -> "postgresql://localhost:" + port;
            case KAFKA -> "localhost:" + port;
            case IDENTITY -> LocalIdentity.issuer(port);
            case UNITS, CAMPAIGNS, RECOGNITION -> "http://localhost:" + port + "/api/" + part.key() + "/v1";
        };
    }

    /** Base of a service's own pages: {@code /q/swagger-ui}, {@code /q/health}. */
    public String root(Part part) {
        return "http://localhost:" + settings.port(part);
    }

    /** Where the services answer. */
    public Endpoints endpoints() {
        return Endpoints.local(
                settings.port(Part.UNITS),
                settings.port(Part.CAMPAIGNS),
                settings.port(Part.RECOGNITION),
                url(Part.IDENTITY));
    }

    /** A bearer token for a user; kept for a while, though not as long as it holds: signing wants a recent log-in. */
    public String token(String user) {
        Token kept = tokens.compute(
                user,
                (name, before) -> before != null && Instant.now().isBefore(before.until())
                        ? before
                        : new Token(
                                LocalIdentity.token(url(Part.IDENTITY), name),
                                Instant.now().plus(TOKENS_KEPT)));
        return kept.value();
    }

    private record Token(String value, Instant until) {}

    /** Everything is allowed here: for checking and for measuring. */
    public DataSource database(Part service) {
        return parts.postgres().superuserDataSource(service.key());
    }

    public String bootstrapServers() {
        return url(Part.KAFKA);
    }

    public Settings settings() {
        return settings;
    }

    /** The log of a part. */
    public Path log(Part part) {
        return home.log(part);
    }

    @Override
    public void close() {
        stop();
    }
}
