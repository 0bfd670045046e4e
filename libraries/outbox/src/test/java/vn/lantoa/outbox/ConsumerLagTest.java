package vn.lantoa.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import vn.lantoa.outbox.ConsumerLag.Behind;

class ConsumerLagTest {
    private static final TopicPartition UNIT = new TopicPartition("lantoa.units.unit", 3);

    private long millis = 1_000_000;
    private final ConsumerLag lag = new ConsumerLag(new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(millis);
        }
    });

    @Test
    void whatIsFetchedWaitsSinceItsOldestRecordUntilItIsApplied() {
        var batch = batch(400_000, 500_000);
        lag.fetched(batch);

        assertThat(behind(7, batch)).isEqualTo(new Behind(9, 400_000));
        assertThat(behind(9, ConsumerRecords.empty())).as("taken back").isEqualTo(new Behind(9, 400_000));
    }

    @Test
    void whatIsNotFetchedYetIsNotOlderThanTheLastOneApplied() {
        var batch = batch(400_000, 500_000);
        lag.fetched(batch);
        behind(7, batch);
        lag.applied(batch);

        assertThat(behind(7, ConsumerRecords.empty())).isEqualTo(new Behind(7, 500_000));
    }

    @Test
    void afterALongRestANewEventIsNotTakenForAnOldOne() {
        lag.applied(batch(400_000));
        assertThat(behind(0, ConsumerRecords.empty()).records()).isZero();
        millis += 500;

        assertThat(behind(1, ConsumerRecords.empty())).isEqualTo(new Behind(1, 1_000_000));
    }

    @Test
    void aPartitionThatWasAwayIsBegunAnew() {
        lag.applied(batch(400_000));
        assertThat(lag.now(Set.of(), partition -> OptionalLong.empty(), ConsumerRecords.empty()))
                .isEmpty();

        assertThat(behind(5, ConsumerRecords.empty())).isEqualTo(new Behind(5, 1_000_000));
    }

    private Behind behind(long beyond, ConsumerRecords<byte[], byte[]> batch) {
        return lag.now(Set.of(UNIT), partition -> OptionalLong.of(beyond), batch)
                .get(UNIT);
    }

    private static ConsumerRecords<byte[], byte[]> batch(long... timestamps) {
        List<ConsumerRecord<byte[], byte[]>> records = LongStream.of(timestamps)
                .mapToObj(timestamp -> new ConsumerRecord<>(
                        UNIT.topic(),
                        UNIT.partition(),
                        timestamp,
                        timestamp,
                        TimestampType.CREATE_TIME,
                        0,
                        0,
                        new byte[0],
                        new byte[0],
                        new RecordHeaders(),
                        Optional.empty()))
                .toList();
        return new ConsumerRecords<>(Map.of(UNIT, records), Map.of());
    }
}
