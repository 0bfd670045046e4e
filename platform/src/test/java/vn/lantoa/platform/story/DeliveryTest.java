package vn.lantoa.platform.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lantoa.client.units.model.GivenIdentifier;
import vn.lantoa.events.Topic;
import vn.lantoa.platform.Part;
import vn.lantoa.platform.Platform;

/**
 * Between a committed change and the replicas stand a relay, a broker and two consumers; each of them is broken here.
 * Whatever happens: nothing lost, nothing applied twice, replicas equal to their owner.
 */
class DeliveryTest {
    @TempDir
    static Path home;

    private static Platform platform;
    private static Province province;

    @BeforeAll
    static void start() {
        platform = Platform.start(home);
        province = new Province(platform);
    }

    @AfterAll
    static void stop() {
        platform.stop();
    }

    @Test
    void eventsCommittedWhileTheBrokerWasAwayAndTheirRelayWasKilledArriveOnce() throws Exception {
        registered("trước", 5);
        platform.kill(Part.KAFKA);
        var written = registered("giữa", 20);
        platform.kill(Part.UNITS);
        assertThat(count("units", "SELECT count(*) FROM outbox")).isGreaterThanOrEqualTo(written.size());

        platform.restart();

        written.addAll(registered("sau", 5));
        replicasEqualTheirOwner();
        eachEventWasLoggedOnceInUnbrokenOrder();
        for (var service : List.of("campaigns", "recognition")) {
            for (var unit : written) {
                assertThat(count(service, "SELECT count(*) FROM known_unit WHERE id = '" + unit + "'"))
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void eventsDeliveredTwiceAndShuffledLeaveTheReplicasAsTheyWere() throws Exception {
        var units = registered("xáo", 10);
        for (var unit : units.subList(0, 5)) {
            var code = new GivenIdentifier().scheme("QD20").value("H14." + Math.abs(unit.hashCode() % 10_000));
            province.as("admin").units().identifyUnit(unit, code, null);
        }
        replicasEqualTheirOwner();
        var inbox = applied();
        long seed = System.nanoTime();

        redeliverTwiceShuffled(seed);
        var later = registered("cuối", 1);

        replicasEqualTheirOwner();
        assertThat(applied()).as("seed " + seed).isEqualTo(inbox + 2L * later.size());
        assertThat(count("campaigns", "SELECT count(*) FROM dead_letter")).isZero();
    }

    @Test
    void aRelayThatStoodStillLosesItsTurnAndSpoilsNothing() throws Exception {
        registered("yên", 3);
        replicasEqualTheirOwner();
        platform.pause(Part.UNITS);
        try {
            Awaitility.await("the lock of a relay that says nothing is taken from it")
                    .atMost(Duration.ofSeconds(15))
                    .until(() -> count(
                                    "units",
                                    "SELECT count(*) FROM pg_locks l JOIN pg_database d ON d.oid = l.database"
                                            + " WHERE l.locktype = 'advisory' AND d.datname = current_database()")
                            == 0);
        } finally {
            platform.resume(Part.UNITS);
        }
        registered("tiếp", 3);
        replicasEqualTheirOwner();
        eachEventWasLoggedOnceInUnbrokenOrder();
    }

    private static List<UUID> registered(String word, int count) {
        var units = new ArrayList<UUID>();
        for (int i = 0; i < count; i++) {
            units.add(province.register("Cơ quan " + word + " " + i, "AGENCY", "STATE", province.root, null));
        }
        return units;
    }

    /** Units, versions, places, codes and closure, row by row, by hash. */
    private static void replicasEqualTheirOwner() {
        for (var service : List.of("campaigns", "recognition")) {
            Awaitility.await(service + " holds what units-service holds")
                    .atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(200))
                    .untilAsserted(() -> {
                        for (var table : Map.of(
                                        "unit", "id, valid_from, valid_to",
                                        "unit_version", "unit, name, short_name, kind, sector, valid_from, valid_to",
                                        "unit_placement", "unit, line, parent, valid_from, valid_to",
                                        "unit_identifier", "unit, scheme, value, valid_from, valid_to",
                                        "unit_closure", "line, ancestor, descendant, depth, valid_from, valid_to")
                                .entrySet()) {
                            assertThat(hash(service, "known_" + table.getKey(), table.getValue()))
                                    .as(table.getKey())
                                    .isEqualTo(hash("units", table.getKey(), table.getValue()));
                        }
                    });
        }
    }

    private static String hash(String service, String table, String columns) throws SQLException {
        return text(
                service,
                "SELECT count(*) || ':' || coalesce(md5(string_agg(line, ';' ORDER BY line)), '') FROM"
                        + " (SELECT concat_ws('|', " + columns + ") COLLATE \"C\" AS line FROM " + table + ") AS t");
    }

    private static void eachEventWasLoggedOnceInUnbrokenOrder() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(count("units", "SELECT count(*) FROM outbox"))
                        .isZero());
        assertThat(sql("SELECT count(*) - count(DISTINCT event_id) FROM event_log"))
                .isZero();
        assertThat(sql("SELECT coalesce(max(position), 0) - count(*) FROM event_log"))
                .isZero();
        assertThat(sql("""
                                SELECT count(*) FROM (
                                    SELECT aggregate_version - lag(aggregate_version, 1, 0::bigint)
                                               OVER (PARTITION BY subject ORDER BY position) AS step
                                    FROM event_log WHERE NOT announcement) AS steps
                                WHERE step <> 1""")).isZero();
    }

    private static long sql(String query) {
        try {
            return count("units", query);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long applied() throws SQLException {
        return count("campaigns", "SELECT count(*) FROM inbox") + count("recognition", "SELECT count(*) FROM inbox");
    }

    private static void redeliverTwiceShuffled(long seed) {
        var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        var properties = new Properties();
        properties.put("bootstrap.servers", platform.bootstrapServers());
        try (var consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(Topic.UNIT.topicName()).stream()
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
        }
        var twice = new ArrayList<>(records);
        twice.addAll(records);
        Collections.shuffle(twice, new Random(seed));
        try (var producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (var record : twice) {
                producer.send(new ProducerRecord<>(
                        record.topic(), record.partition(), record.key(), record.value(), record.headers()));
            }
        }
    }

    private static long count(String service, String query) throws SQLException {
        return Long.parseLong(text(service, query));
    }

    private static String text(String service, String query) throws SQLException {
        try (var connection = platform.database(Part.valueOf(service.toUpperCase(java.util.Locale.ROOT)))
                        .getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
