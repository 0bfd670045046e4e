package vn.lantoa.benchmarks.peers;

import io.debezium.embedded.Connect;
import io.debezium.engine.DebeziumEngine;
import io.debezium.engine.DebeziumEngine.RecordCommitter;
import io.debezium.engine.RecordChangeEvent;
import io.debezium.engine.format.ChangeEventFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * Debezium's outbox relay: inserts into the outbox are read from PostgreSQL's log of changes, routed by Debezium's outbox
 * event router, and sent to Kafka; a batch counts as done when Kafka has acknowledged all of it, as with ours. Settings
 * whose names begin with {@code kafka.} are the producer's. Ends with its standard input.
 */
public final class DebeziumRelay {
    private static final String PRODUCER = "kafka.";

    private DebeziumRelay() {}

    public static void main(String[] args) throws IOException {
        var settings = new Properties();
        try (var file = Files.newBufferedReader(Path.of(args[0]))) {
            settings.load(file);
        }
        Thread.ofPlatform().daemon().name("until-input-ends").start(DebeziumRelay::exitWithInput);
        try (var producer = new KafkaProducer<>(
                producerSettings(settings), new ByteArraySerializer(), new ByteArraySerializer())) {
            DebeziumEngine<RecordChangeEvent<SourceRecord>> engine = DebeziumEngine.create(
                            ChangeEventFormat.of(Connect.class))
                    .using(settings)
                    .using((success, message, error) -> {
                        if (!success) {
                            System.err.println(message + " " + error);
                        }
                    })
                    .notifying((records, committer) -> relay(records, committer, producer))
                    .build();
            engine.run();
        }
        System.exit(1);
    }

    private static Map<String, Object> producerSettings(Properties settings) {
        var chosen = new HashMap<String, Object>();
        for (String name : settings.stringPropertyNames()) {
            if (name.startsWith(PRODUCER)) {
                chosen.put(name.substring(PRODUCER.length()), settings.getProperty(name));
            }
        }
        return chosen;
    }

    private static void relay(
            List<RecordChangeEvent<SourceRecord>> records,
            RecordCommitter<RecordChangeEvent<SourceRecord>> committer,
            Producer<byte[], byte[]> producer)
            throws InterruptedException {
        var sent = new ArrayList<Future<RecordMetadata>>(records.size());
        for (var each : records) {
            sent.add(producer.send(record(each.record())));
        }
        for (var each : sent) {
            try {
                each.get();
            } catch (java.util.concurrent.ExecutionException e) {
                throw new IllegalStateException("Kafka did not take a record", e);
            }
        }
        for (var each : records) {
            committer.markProcessed(each);
        }
        committer.markBatchFinished();
    }

    private static ProducerRecord<byte[], byte[]> record(SourceRecord record) {
        var result = new ProducerRecord<>(record.topic(), bytes(record.key()), bytes(record.value()));
        record.headers().forEach(header -> result.headers().add(header.key(), bytes(header.value())));
        return result;
    }

    private static byte[] bytes(Object value) {
        return String.valueOf(value).getBytes(StandardCharsets.UTF_8);
    }

    private static void exitWithInput() {
        try {
            while (System.in.read() >= 0) {
                continue;
            }
        } catch (IOException gone) {
            Runtime.getRuntime().halt(0);
        }
        Runtime.getRuntime().halt(0);
    }
}
