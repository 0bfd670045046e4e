package vn.lantoa.benchmarks;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads topics from now on, and remembers when the record of each key came first, and how many there were. */
final class Listener implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(50);

    private final Map<UUID, Long> arrived = new ConcurrentHashMap<>();
    private final Thread thread;
    private final AtomicLong count = new AtomicLong();
    private volatile boolean listening = true;

    Listener(String servers, Set<String> topics) {
        Map<String, Object> settings = new HashMap<>(Map.of(
                "bootstrap.servers",
                servers,
                "enable.auto.commit",
                false,
                "isolation.level",
                "read_uncommitted",
                "fetch.min.bytes",
                1));
        var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> all = topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(all);
        consumer.seekToEnd(all);
        all.forEach(consumer::position);
        thread = Thread.ofPlatform().name("listener").start(() -> listen(consumer));
    }

    private void listen(KafkaConsumer<byte[], byte[]> consumer) {
        try (consumer) {
            while (listening) {
                var records = consumer.poll(POLL);
                long now = System.nanoTime();
                for (var each : records) {
                    if (each.key() != null && each.key().length == 36) {
                        arrived.putIfAbsent(UUID.fromString(new String(each.key(), StandardCharsets.US_ASCII)), now);
                    }
                }
                count.addAndGet(records.count());
            }
        }
    }

    Map<UUID, Long> arrived() {
        return arrived;
    }

    long count() {
        return count.get();
    }

    @Override
    public void close() throws InterruptedException {
        listening = false;
        thread.join();
    }
}
