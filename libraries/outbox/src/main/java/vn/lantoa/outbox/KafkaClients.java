package vn.lantoa.outbox;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Producers and consumers over the settings named {@code kafka.*} (servers, TLS, SASL). */
@ApplicationScoped
class KafkaClients {
    private final Map<String, Object> connection;
    private final String service;

    KafkaClients(
            @Identifier("default-kafka-broker") Map<String, Object> connection,
            @ConfigProperty(name = "lantoa.service") String service) {
        this.connection = connection;
        this.service = service;
    }

    String service() {
        return service;
    }

    /** The transactional id fences a relay that was paused while another took over; nothing else leans on it. */
    Producer<byte[], byte[]> relayProducer() {
        var config = producerConfig();
        config.put("transactional.id", "lantoa-" + service + "-relay");
        config.put("transaction.timeout.ms", 60_000);
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    Producer<byte[], byte[]> deadLetterProducer() {
        return new KafkaProducer<>(producerConfig(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    Consumer<byte[], byte[]> consumer(String name, int batch) {
        var config = new HashMap<>(connection);
        config.put("group.id", service + "." + name);
        config.put("client.id", service + "." + name);
        config.put("auto.offset.reset", "earliest");
        config.put("enable.auto.commit", false);
        config.put("isolation.level", "read_uncommitted");
        config.put("allow.auto.create.topics", false);
        config.put("max.poll.records", batch);
        config.put("fetch.min.bytes", 1);
        config.put("session.timeout.ms", 10_000);
        config.put("heartbeat.interval.ms", 3_000);
        config.put("default.api.timeout.ms", 10_000);
        config.put("metadata.max.age.ms", 10_000);
        config.put("reconnect.backoff.max.ms", 2_000);
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private Map<String, Object> producerConfig() {
        var config = new HashMap<>(connection);
        config.put("acks", "all");
        config.put("enable.idempotence", true);
        // one request under way: after a broker's return nothing overtakes what is being retried
        config.put("max.in.flight.requests.per.connection", 1);
        config.put("batch.size", 256 * 1024);
        config.put("linger.ms", 0);
        config.put("max.block.ms", 2_000);
        config.put("request.timeout.ms", 5_000);
        config.put("delivery.timeout.ms", 10_000);
        config.put("reconnect.backoff.max.ms", 2_000);
        config.put("buffer.memory", 16L * 1024 * 1024);
        config.put("max.request.size", 2 * 1024 * 1024);
        return config;
    }
}
