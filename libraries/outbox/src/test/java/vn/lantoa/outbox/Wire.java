package vn.lantoa.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import vn.lantoa.events.Topic;

/** What really stands in a topic, from its beginning. */
final class Wire {
    private Wire() {}

    /** Event versions of each campaign, in the order of its partition. */
    static Map<UUID, List<Long>> versions() {
        return read(Machine.kafka().bootstrapServers(), Topic.CAMPAIGN).stream()
                .filter(record -> !header(record, "ce_aggregateversion").isEmpty())
                .collect(Collectors.groupingBy(
                        record -> UUID.fromString(new String(record.key(), StandardCharsets.UTF_8)),
                        Collectors.mapping(
                                record -> Long.parseLong(header(record, "ce_aggregateversion")), Collectors.toList())));
    }

    static List<ConsumerRecord<byte[], byte[]>> read(String servers, Topic topic) {
        var config = Map.<String, Object>of("bootstrap.servers", servers);
        try (var consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic.topicName()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }

    static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
