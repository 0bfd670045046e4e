package vn.lantoa.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.postgresql.ds.PGSimpleDataSource;

/** Debezium embedded over the outbox of units-service, in a process of its own, routing every event to one topic. */
final class Debezium implements AutoCloseable {
    private static final Duration BUILDING = Duration.ofMinutes(10);
    private static final Duration STARTING = Duration.ofSeconds(90);

    private final Child process;
    private final String topic;

    private Debezium(Child process, String topic) {
        this.process = process;
        this.topic = topic;
    }

    /** Its class path, built by Maven from a project that stands beside the build. */
    static String classPath(Bench bench) throws Exception {
        var mvn = Programs.find("mvn");
        if (mvn.isEmpty()) {
            throw new Skipped("Debezium is fetched by Maven, and there is no mvn on the PATH.");
        }
        var project = bench.project().resolve("benchmarks/peers");
        try (var build = bench.child(
                List.of(
                        mvn.get().toString(),
                        "-B",
                        "-q",
                        "-ntp",
                        "-f",
                        project.resolve("pom.xml").toString(),
                        "package"),
                Map.of("JAVA_HOME", System.getProperty("java.home")),
                bench.scratch("debezium"),
                "mvn")) {
            build.awaitSuccess(BUILDING);
        } catch (IllegalStateException e) {
            throw new Skipped("Debezium could not be fetched: " + e.getMessage());
        }
        return project.resolve("target/classes") + java.io.File.pathSeparator + project.resolve("target/lib") + "/*";
    }

    /** A role that may follow the log of changes, and a publication of what is inserted into the outbox. */
    static String prepare(Bench bench) throws SQLException {
        var password = UUID.randomUUID().toString();
        Jdbc.execute(
                bench.database("units"),
                "CREATE ROLE peer_debezium LOGIN REPLICATION PASSWORD '" + password + "'",
                "GRANT CONNECT ON DATABASE units TO peer_debezium",
                "GRANT USAGE ON SCHEMA public TO peer_debezium",
                "GRANT SELECT ON outbox TO peer_debezium",
                "CREATE PUBLICATION peer_debezium FOR TABLE outbox WITH (publish = 'insert')");
        return password;
    }

    /** @param pollMillis how long it waits for more changes, when none are there */
    static Debezium start(Bench bench, String classPath, String password, String name, int pollMillis)
            throws Exception {
        var folder = bench.scratch("debezium");
        var topic = "peer.debezium." + name;
        RelayLimits.createTopic(bench.platform().bootstrapServers(), topic, 6);
        var file = folder.resolve(name + ".properties");
        write(file, settings(bench, password, name, topic, pollMillis));
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = bench.child(
                List.of(
                        java,
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                        "-cp",
                        classPath,
                        "vn.lantoa.benchmarks.peers.DebeziumRelay",
                        file.toString()),
                Map.of(),
                folder,
                name);
        Waiting.until("Debezium follows the log", STARTING, Duration.ofMillis(200), () -> {
            if (!process.alive()) {
                throw new IllegalStateException("Debezium ended: " + process.complaint());
            }
            return Jdbc.count(
                            bench.database("units"),
                            "SELECT count(*) FROM pg_replication_slots WHERE active AND slot_name = 'peer_" + name
                                    + "'")
                    == 1;
        });
        return new Debezium(process, topic);
    }

    private static Properties settings(Bench bench, String password, String name, String topic, int pollMillis) {
        var server = (PGSimpleDataSource) bench.database("units");
        var settings = new Properties();
        settings.putAll(Map.of(
                "name", name,
                "connector.class", "io.debezium.connector.postgresql.PostgresConnector",
                "topic.prefix", "peer",
                "offset.storage", "org.apache.kafka.connect.storage.MemoryOffsetBackingStore",
                "offset.flush.interval.ms", "1000",
                "poll.interval.ms", String.valueOf(pollMillis)));
        settings.putAll(Map.of(
                "database.hostname", "localhost",
                "database.port", String.valueOf(server.getPortNumbers()[0]),
                "database.dbname", "units",
                "database.user", "peer_debezium",
                "database.password", password));
        settings.putAll(Map.of(
                "plugin.name", "pgoutput",
                "slot.name", "peer_" + name,
                "publication.name", "peer_debezium",
                "publication.autocreate.mode", "disabled",
                "snapshot.mode", "no_data",
                "table.include.list", "public.outbox",
                "tombstones.on.delete", "false"));
        settings.putAll(Map.of(
                "transforms",
                "outbox",
                "transforms.outbox.type",
                "io.debezium.transforms.outbox.EventRouter",
                "transforms.outbox.table.field.event.id",
                "event_id",
                "transforms.outbox.table.field.event.key",
                "subject",
                "transforms.outbox.table.field.event.payload",
                "payload",
                "transforms.outbox.table.fields.additional.placement",
                "type:header:ce_type,aggregate_version:header:ce_aggregateversion,content_type:header:content-type",
                "transforms.outbox.route.by.field",
                "topic",
                "transforms.outbox.route.topic.replacement",
                topic));
        settings.putAll(Map.of(
                "kafka.bootstrap.servers", bench.platform().bootstrapServers(),
                "kafka.acks", "all",
                "kafka.enable.idempotence", "true",
                "kafka.linger.ms", "0"));
        return settings;
    }

    private static void write(Path file, Properties settings) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (var writer = Files.newBufferedWriter(file)) {
            settings.store(writer, null);
        }
    }

    String topic() {
        return topic;
    }

    void pause() {
        process.pause();
    }

    void resume() {
        process.resume();
    }

    @Override
    public void close() {
        process.close();
    }
}
