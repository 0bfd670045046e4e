package vn.lantoa.outbox;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/**
 * How far one handler is behind: how many records, and since when the oldest of them waits. Of records that have not been
 * fetched yet it is only known that they are not older than the last one applied, nor than the moment when there were none.
 */
final class ConsumerLag {
    private final Clock clock;
    private final Map<TopicPartition, Long> fetchedSince = new HashMap<>();
    private final Map<TopicPartition, Long> reached = new HashMap<>();

    /** @param since milliseconds of the epoch; without meaning when there are no records */
    record Behind(long records, long since) {}

    ConsumerLag(Clock clock) {
        this.clock = clock;
    }

    void fetched(ConsumerRecords<byte[], byte[]> batch) {
        for (TopicPartition partition : batch.partitions()) {
            fetchedSince.put(partition, batch.records(partition).getFirst().timestamp());
        }
    }

    void applied(ConsumerRecords<byte[], byte[]> batch) {
        for (TopicPartition partition : batch.partitions()) {
            List<ConsumerRecord<byte[], byte[]>> records = batch.records(partition);
            reached.merge(partition, records.getLast().timestamp(), Math::max);
            fetchedSince.remove(partition);
        }
    }

    /**
     * @param beyond records of a partition behind the consumer's position, where known
     * @param batch what has been fetched, is not applied, and the position is already behind
     */
    Map<TopicPartition, Behind> now(
            Set<TopicPartition> assigned,
            Function<TopicPartition, OptionalLong> beyond,
            ConsumerRecords<byte[], byte[]> batch) {
        fetchedSince.keySet().retainAll(assigned);
        reached.keySet().retainAll(assigned);
        long now = clock.millis();
        var all = new HashMap<TopicPartition, Behind>();
        for (TopicPartition partition : assigned) {
            long records =
                    beyond.apply(partition).orElse(0) + batch.records(partition).size();
            if (records == 0) {
                fetchedSince.remove(partition);
                reached.put(partition, now);
            }
            Long since = fetchedSince.get(partition);
            all.put(
                    partition,
                    new Behind(records, since == null ? reached.computeIfAbsent(partition, unknown -> now) : since));
        }
        return all;
    }
}
