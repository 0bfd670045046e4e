package vn.lantoa.benchmarks;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** What no relay on this machine can beat: taking rows out of a table, and putting records into Kafka. */
final class RelayLimits {
    private static final int BATCH = 500;
    private static final String TOPIC = "bench.bare-producer";

    private RelayLimits() {}

    /** Rows a second, in batches of one worker, from a table like the outbox. */
    static double drain(DataSource database, String payload, int rows) throws SQLException {
        Jdbc.execute(
                database,
                "DROP TABLE IF EXISTS bench_drain",
                "CREATE TABLE bench_drain (LIKE outbox INCLUDING ALL)",
                """
                INSERT INTO bench_drain (type, topic, subject, aggregate_version, payload, content_type, announcement, occurred_at)
                SELECT 'bench', 'bench', uuidv7(), 1, '%s', 'application/json', false, now()
                FROM generate_series(1, %d)""".formatted(payload.replace("'", "''"), rows));
        long start = System.nanoTime();
        try (var connection = database.getConnection();
                var take = connection.prepareStatement("""
                        DELETE FROM bench_drain WHERE id = ANY (ARRAY(
                            SELECT id FROM bench_drain ORDER BY id FOR UPDATE SKIP LOCKED LIMIT ?)) RETURNING id, payload""")) {
            take.setInt(1, BATCH);
            for (int left = rows; left > 0; ) {
                try (var taken = take.executeQuery()) {
                    int before = left;
                    while (taken.next()) {
                        left--;
                    }
                    if (left == before) {
                        throw new SQLException("the table is empty too soon");
                    }
                }
            }
        }
        double perSecond = rows / ((System.nanoTime() - start) / 1e9);
        Jdbc.execute(database, "DROP TABLE bench_drain");
        return perSecond;
    }

    /** Records a second, acknowledged by all. */
    static double produce(String servers, String payload, int records) throws Exception {
        createTopic(servers, TOPIC, 6);
        Map<String, Object> settings =
                Map.of("bootstrap.servers", servers, "acks", "all", "enable.idempotence", true, "linger.ms", 0);
        byte[] value = payload.getBytes(StandardCharsets.UTF_8);
        var refused = new AtomicReference<Exception>();
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.partitionsFor(TOPIC);
            long start = System.nanoTime();
            for (int i = 0; i < records; i++) {
                byte[] key = UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII);
                producer.send(new ProducerRecord<>(TOPIC, key, value), (sent, failure) -> {
                    if (failure != null) {
                        refused.compareAndSet(null, failure);
                    }
                });
            }
            producer.flush();
            if (refused.get() != null) {
                throw refused.get();
            }
            return records / ((System.nanoTime() - start) / 1e9);
        }
    }

    static void createTopic(String servers, String topic, int partitions) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1)))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }
}
