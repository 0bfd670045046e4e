package vn.lantoa.outbox;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** Reads CloudEvents in binary mode, encrypted ones too. */
@ApplicationScoped
class RecordDecoder {
    /** 256 KiB as JWE (a third longer) and its header. */
    private static final int MAX_VALUE_BYTES = 360_000;

    private final RestrictedValues restricted;

    RecordDecoder(RestrictedValues restricted) {
        this.restricted = restricted;
    }

    Incoming decode(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            return new Incoming.Tombstone(record);
        }
        try {
            if (EventTypes.HEARTBEAT.equals(header(record, "ce_type"))) {
                return new Incoming.Heartbeat(record, Instant.parse(required(record, "ce_time")));
            }
            return new Incoming.Event(record, event(record));
        } catch (UndecodableEvent e) {
            return new Incoming.Undecodable(record, e);
        } catch (IOException | JoseException | IllegalArgumentException | DateTimeParseException e) {
            return new Incoming.Undecodable(record, new UndecodableEvent("undecodable: " + e.getMessage(), e));
        }
    }

    private ReceivedEvent event(ConsumerRecord<byte[], byte[]> record) throws IOException, JoseException {
        if (record.value().length > MAX_VALUE_BYTES) {
            throw new UndecodableEvent("oversized: " + record.value().length + " bytes", null);
        }
        boolean secret = EventTypes.JOSE.equals(header(record, "content-type"));
        JsonNode body = EventJson.read(secret ? restricted.decrypt(record.value()) : record.value());
        if (!body.path("state").isObject()) {
            throw new UndecodableEvent("no state in the body", null);
        }
        return new ReceivedEvent(
                UUID.fromString(required(record, "ce_id")),
                required(record, "ce_type"),
                required(record, "ce_source"),
                UUID.fromString(required(record, "ce_subject")),
                Long.parseLong(required(record, "ce_aggregateversion")),
                Instant.parse(required(record, "ce_time")),
                "true".equals(header(record, "ce_announcement")),
                record.topic(),
                body.path("change"),
                body.path("state"));
    }

    private static String required(ConsumerRecord<byte[], byte[]> record, String name) {
        String value = header(record, name);
        if (value == null) {
            throw new UndecodableEvent("no header " + name, null);
        }
        return value;
    }

    private static @Nullable String header(ConsumerRecord<byte[], byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
