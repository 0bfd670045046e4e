package vn.lantoa.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.Topic;
import vn.lantoa.rest.Ids;

/** CloudEvents 1.0 in Kafka's binary mode. */
final class CloudEventRecords {
    private CloudEventRecords() {}

    static ProducerRecord<byte[], byte[]> of(OutboxRow row, String service) {
        var result = new ProducerRecord<>(row.topic(), bytes(row.subject().toString()), bytes(row.payload()));
        Headers headers = result.headers();
        put(headers, "ce_specversion", "1.0");
        put(headers, "ce_id", row.eventId());
        put(headers, "ce_source", "/lantoa/" + service);
        put(headers, "ce_type", row.type());
        put(headers, "ce_subject", row.subject());
        put(headers, "ce_time", row.occurredAt());
        put(headers, "ce_aggregateversion", row.aggregateVersion());
        put(headers, "ce_causationid", row.causationId());
        put(headers, "ce_traceparent", row.traceparent());
        put(headers, "traceparent", row.traceparent());
        if (row.announcement()) {
            put(headers, "ce_announcement", true);
        }
        put(headers, "content-type", row.contentType());
        return result;
    }

    /** Says that everything committed before {@code at} has been sent before this record. */
    static ProducerRecord<byte[], byte[]> heartbeat(Instant at, String service) {
        var result = new ProducerRecord<>(
                Topic.UNITS_RESTRICTED.topicName(),
                bytes(EventTypes.HEARTBEAT_KEY),
                EventJson.write(Map.of("at", at.toString())));
        Headers headers = result.headers();
        put(headers, "ce_specversion", "1.0");
        put(headers, "ce_id", Ids.next());
        put(headers, "ce_source", "/lantoa/" + service);
        put(headers, "ce_type", EventTypes.HEARTBEAT);
        put(headers, "ce_time", at);
        put(headers, "content-type", EventTypes.JSON);
        return result;
    }

    private static void put(Headers headers, String name, @Nullable Object value) {
        if (value != null) {
            headers.add(name, bytes(value.toString()));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
