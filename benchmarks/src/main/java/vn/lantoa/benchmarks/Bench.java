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

    /** Where registrations are written: replicated units, campaigns that run, and a mark for this run's keys. */
    record Stage(List<UUID> units, List<UUID> campaigns, String run) {
        private static final int REGISTRATIONS_EACH = 100_000;

        UUID campaignFor(int n) {
            return campaigns.get(n / REGISTRATIONS_EACH % campaigns.size());
        }
    }

    private final Settings settings;
    private final Platform platform;
    private final Path scratch;
    private final boolean quick;
    private final boolean changeLog;
    private final List<Child> children = new CopyOnWriteArrayList<>();
    private final List<Platform> others = new CopyOnWriteArrayList<>();
    private final ReentrantLock starting = new ReentrantLock();
    private volatile boolean ended;
    private volatile boolean closed;
    private boolean trained;
    private @Nullable UUID root;
    private @Nullable Stage stage;
    private boolean seeded;

    /** @param changeLog whether PostgreSQL's log of changes is written so that others can follow it */
    Bench(Path scratch, boolean quick, boolean changeLog) {
        this.scratch = scratch;
        this.quick = quick;
        this.changeLog = changeLog;
        var found = Settings.onFreePorts(scratch.resolve("platform"));
        settings = quick ? found : found.withStartUpCaches();
        platform = new Platform(settings);
    }

    Platform platform() {
        return platform;
    }

    Settings settings() {
        return settings;
    }

    Path project() {
        return settings.project();
    }

    /** A folder that goes with this bench. */
    Path scratch(String name) throws IOException {
        return Files.createDirectories(scratch.resolve(name));
    }

    /**
     * Brings up what does not run. The very first start of a full run writes the start-up caches, and what is measured
     * then runs from them, as with {@code ./lantoa start}.
     */
    void start() {
        starting.lock();
        try {
            requireGoingOn();
            BenchDatabase.prepare(settings, changeLog);
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
        Stream.concat(Stream.of(platform), others.stream()).forEach(each -> {
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
            made = makeStage();
            stage = made;
        }
        return made;
    }

    private Stage makeStage() {
        var top = root();
        var units = new ArrayList<UUID>();
        for (int i = 0; i < 400; i++) {
            units.add(create(Part.UNITS, "admin", "/units", """
                    {"name":"Xã thi đua %d","kind":"COMMUNE","sector":"TERRITORY","validFrom":"1945-09-02",
                     "placements":[{"line":"ADMINISTRATIVE","parent":"%s","validFrom":"1945-09-02"}]}""".formatted(i, top)));
        }
        official("bench-officer", "EMULATION_OFFICER", top);
        official("bench-leader", "LEADER", top);
        var campaigns = new ArrayList<UUID>();
        for (int i = 0; i < 12; i++) {
            campaigns.add(launchedCampaign(top, i));
        }
        return new Stage(units, campaigns, UUID.randomUUID().toString().substring(0, 8));
    }

    private void official(String account, String role, UUID unit) {
        var person = create(Part.UNITS, "admin", "/persons", "{\"name\":\"%s\"}".formatted(account));
        create(
                Part.UNITS,
                "admin",
                "/persons/" + person + "/accounts",
                "{\"issuer\":\"%s\",\"subject\":\"%s\"}"
                        .formatted(platform.endpoints().issuer(), account));
        create(
                Part.UNITS,
                "admin",
                "/role-grants",
                "{\"person\":\"%s\",\"role\":\"%s\",\"unit\":\"%s\"}".formatted(person, role, unit));
    }

    private UUID launchedCampaign(UUID organiser, int n) {
        var id = create(Part.CAMPAIGNS, "bench-officer", "/campaigns", """
                {"code":"BM-%d","title":"Thi đua đo tải %d","kind":"REGULAR","launchLevel":"PROVINCE","organiser":"%s",
                 "startsOn":"1950-01-01","endsOn":"2200-01-01"}""".formatted(n, n, organiser));
        act("bench-officer", id, "submit", 0);
        act("bench-leader", id, "approve", 1);
        act("bench-leader", id, "launch", 2);
        return id;
    }

    UUID root() {
        var found = root;
        if (found == null) {
            found = create(Part.UNITS, "admin", "/units", """
                    {"name":"Tỉnh đo tải","kind":"PROVINCE","sector":"TERRITORY","validFrom":"1945-09-02",
                     "placements":[{"line":"ADMINISTRATIVE","validFrom":"1945-09-02"}]}""");
            root = found;
        }
        return found;
    }

    private UUID create(Part service, String user, String path, String json) {
        return Setup.create(platform, service, user, path, json);
    }

    private void act(String user, UUID campaign, String act, int version) {
        Setup.act(platform, Part.CAMPAIGNS, user, "/campaigns/" + campaign + "/" + act, version);
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
        var rows = new LinkedHashMap<String, Long>();
        for (String table : List.of("unit", "unit_closure", "person", "event_log")) {
            rows.put("units." + table, Jdbc.count(database("units"), "SELECT count(*) FROM " + table));
        }
        for (String table : List.of("registration", "audit_entry", "event_log", "known_person")) {
            rows.put("campaigns." + table, Jdbc.count(database("campaigns"), "SELECT count(*) FROM " + table));
        }
        return rows;
    }

    static String idOf(String json) {
        try {
            return new ObjectMapper().readTree(json).path("id").asText();
        } catch (IOException e) {
            throw new IllegalStateException(json, e);
        }
    }
}
