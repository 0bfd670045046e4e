package vn.lantoa.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.platform.Part;
import vn.lantoa.platform.Platform;
import vn.lantoa.platform.Progress;
import vn.lantoa.platform.Settings;
import vn.lantoa.testsupport.Folders;

/** A platform of its own for measuring: real processes in a scratch folder, on free ports, with start-up caches. */
final class Bench implements AutoCloseable {
    static final ZoneId PROVINCE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final Platform standard;
    private final Path scratch;
    private final boolean quick;
    private final boolean changeLog;
    private final List<Child> children = new CopyOnWriteArrayList<>();
    private final List<Platform> others = new CopyOnWriteArrayList<>();
    private final ReentrantLock starting = new ReentrantLock();
    private final List<String> notes = new ArrayList<>();
    private final List<Plan> plans = new ArrayList<>();
    private final Map<String, Long> rows = new LinkedHashMap<>();
    private volatile Platform platform;
    private volatile boolean ended;
    private volatile boolean closed;
    private boolean trained;
    private @Nullable UUID root;
    private @Nullable Stage stage;
    private boolean seeded;
    private @Nullable Platform large;
    private @Nullable Scale scale;

    /** @param changeLog whether PostgreSQL's log of changes is written so that others can follow it */
    Bench(Path scratch, boolean quick, boolean changeLog) {
        this.scratch = scratch;
        this.quick = quick;
        this.changeLog = changeLog;
        var found = Settings.onFreePorts(scratch.resolve("platform"));
        standard = new Platform(quick ? found : found.withStartUpCaches());
        platform = standard;
    }

    Platform platform() {
        return platform;
    }

    Settings settings() {
        return platform.settings();
    }

    Path project() {
        return standard.settings().project();
    }

    /** Sentences for the report. */
    List<String> notes() {
        return notes;
    }

    /** How the server went about statements of the scenarios. */
    List<Plan> plans() {
        return plans;
    }

    /** A folder that goes with this bench. */
    Path scratch(String name) throws IOException {
        return Files.createDirectories(scratch.resolve(name));
    }

    /** Brings up the platform on which a scenario is measured; the other one rests meanwhile. */
    void startFor(Scenario scenario) throws SQLException {
        if (scenario.atScale() == (platform == standard)) {
            if (Files.exists(platform.settings().home())) {
                rememberRows();
                platform.stop();
            }
            platform = scenario.atScale() ? large() : standard;
        }
        start();
    }

    /** A platform of its own for what would disturb the others: long-lived, so that it does without start-up caches. */
    private Platform large() {
        var made = large;
        if (made == null) {
            made = new Platform(Settings.onFreePorts(scratch.resolve("scale")));
            others.add(made);
            large = made;
        }
        return made;
    }

    /** The data at scale, loaded once. */
    Scale scale() throws Exception {
        var made = scale;
        if (made == null) {
            made = new Scale(quick);
            notes.add(new ScaleData(made, database("units")).load());
            scale = made;
        }
        return made;
    }

    /**
     * Brings up what does not run. The very first start of a full run writes the start-up caches, and what is measured
     * then runs from them, as with {@code ./lantoa start}.
     */
    void start() {
        starting.lock();
        try {
            requireGoingOn();
            BenchDatabase.prepare(platform.settings(), changeLog);
            if (platform != standard) {
                startUnitsOnly();
                return;
            }
            platform.start(Progress.silent());
            if (!quick && !trained) {
                platform.stop();
                requireGoingOn();
                platform.start(Progress.silent());
                trained = true;
            }
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("The bench's database could not be made", e);
        } finally {
            starting.unlock();
        }
    }

    /** Nobody follows the events of the data at scale: what the others would make of them is not measured here. */
    private void startUnitsOnly() {
        if (!platform.runs(Part.UNITS)) {
            platform.start(Progress.silent());
            platform.stop(Part.CAMPAIGNS);
            platform.stop(Part.RECOGNITION);
        }
    }

    private void requireGoingOn() {
        if (ended) {
            throw new IllegalStateException("The bench is ending");
        }
    }

    /** Makes room for something that is measured alone; {@link #start} brings it back. */
    void stop() {
        platform.stop();
    }

    /** A second platform, in a folder and with a life of its own; it ends with this bench at the latest. */
    Platform another(String name) {
        var other = new Platform(Settings.onFreePorts(scratch.resolve(name)).withStartUpCaches());
        others.add(other);
        return other;
    }

    /** A process that ends with this bench at the latest. */
    Child child(List<String> command, Map<String, String> environment, Path folder, String name) throws IOException {
        var child = new Child(command, environment, folder, name);
        children.add(child);
        if (ended) {
            child.close();
        }
        requireGoingOn();
        return child;
    }

    /** Ends every process and deletes the scratch folder; also when a start is under way. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        ended = true;
        children.forEach(Child::close);
        end();
        starting.lock();
        try {
            end();
            Folders.delete(scratch);
            closed = true;
        } finally {
            starting.unlock();
        }
    }

    /** Nothing of it is kept: only PostgreSQL is asked kindly, since it gives memory back to the system. */
    private void end() {
        Stream.concat(Stream.of(standard), others.stream()).forEach(each -> {
            Stream.of(Part.values()).filter(part -> part != Part.POSTGRES).forEach(each::kill);
            each.stop(Part.POSTGRES);
        });
    }

    boolean quick() {
        return quick;
    }

    Duration roundTime() {
        return Duration.ofSeconds(quick ? 2 : 8);
    }

    Duration warmUp() {
        return roundTime().multipliedBy(4);
    }

    /** At scale there is more to measure and less time for each. */
    Duration scaleRound() {
        return Duration.ofSeconds(quick ? 1 : 4);
    }

    Duration scaleWarmUp() {
        return scaleRound().multipliedBy(3);
    }

    int rounds() {
        return quick ? 2 : 5;
    }

    /** Of scenarios whose rounds are long. */
    int longRounds() {
        return quick ? 1 : 3;
    }

    URI units() {
        return URI.create(platform.root(Part.UNITS));
    }

    URI campaigns() {
        return URI.create(platform.root(Part.CAMPAIGNS));
    }

    String token(String user) {
        return platform.token(user);
    }

    DataSource database(String service) {
        return platform.database(Part.valueOf(service.toUpperCase(java.util.Locale.ROOT)));
    }

    /** 100,000 units below a root and some with many children, once. */
    void seedUnits() {
        if (!seeded) {
            try {
                Seed.units(database("units"), root());
                Seed.wideUnits(database("units"), root());
            } catch (SQLException e) {
                throw new IllegalStateException("The units could not be seeded", e);
            }
            seeded = true;
        }
    }

    /** Units, an officer and launched campaigns made over HTTP, once. */
    Stage stage() {
        var made = stage;
        if (made == null) {
            made = Stage.make(platform, root());
            stage = made;
        }
        return made;
    }

    UUID root() {
        var found = root;
        if (found == null) {
            found = Setup.create(platform, Part.UNITS, "admin", "/units", """
                    {"name":"Tỉnh đo tải","kind":"PROVINCE","sector":"TERRITORY","validFrom":"1945-09-02",
                     "placements":[{"line":"ADMINISTRATIVE","validFrom":"1945-09-02"}]}""");
            root = found;
        }
        return found;
    }

    /** Until the relay has sent what a load left behind, so that it does not weigh on the next one. */
    void awaitOutboxEmpty(String service) throws SQLException {
        long giveUp = System.nanoTime() + Duration.ofMinutes(10).toNanos();
        while (Jdbc.count(database(service), "SELECT count(*) FROM outbox") > 0) {
            if (System.nanoTime() > giveUp) {
                throw new IllegalStateException("The outbox of " + service + " does not drain");
            }
            java.util.concurrent.locks.LockSupport.parkNanos(100_000_000);
        }
    }

    /** A run with failures says nothing about speed. */
    void demandNoFailures(String scenario, long failures, String first) {
        if (failures > 0) {
            throw new IllegalStateException(scenario + ": " + failures + " answers were wrong, the first: " + first);
        }
    }

    /** How much was there when it was measured. */
    Map<String, Long> rows() throws SQLException {
        rememberRows();
        return rows;
    }

    private void rememberRows() throws SQLException {
        if (!platform.runs(Part.POSTGRES)) {
            return;
        }
        var tables = new LinkedHashMap<String, List<String>>();
        if (platform == standard) {
            tables.put("units", List.of("unit", "unit_closure", "person", "event_log"));
            tables.put("campaigns", List.of("registration", "audit_entry", "event_log", "known_person"));
        } else {
            tables.put("units", Scale.TABLES);
        }
        for (var service : tables.entrySet()) {
            for (String table : service.getValue()) {
                rows.put(
                        (platform == standard ? "" : "at scale ") + service.getKey() + "." + table,
                        Jdbc.count(database(service.getKey()), "SELECT count(*) FROM " + table));
            }
        }
    }

    static String idOf(String json) {
        try {
            return new ObjectMapper().readTree(json).path("id").asText();
        } catch (IOException e) {
            throw new IllegalStateException(json, e);
        }
    }
}
