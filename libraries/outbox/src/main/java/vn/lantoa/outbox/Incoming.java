package vn.lantoa.outbox;

import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record as it was understood. */
sealed interface Incoming {
    ConsumerRecord<byte[], byte[]> record();

    record Event(ConsumerRecord<byte[], byte[]> record, ReceivedEvent event) implements Incoming {}

    record Heartbeat(ConsumerRecord<byte[], byte[]> record, Instant at) implements Incoming {}

    /** The end of a key: nothing to apply. */
    record Tombstone(ConsumerRecord<byte[], byte[]> record) implements Incoming {}

    record Undecodable(ConsumerRecord<byte[], byte[]> record, UndecodableEvent reason) implements Incoming {}
}
