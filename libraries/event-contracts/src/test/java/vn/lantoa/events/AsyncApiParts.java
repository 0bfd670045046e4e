package vn.lantoa.events;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Headers, heartbeat and dead letters in the AsyncAPI document. */
final class AsyncApiParts {
    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private AsyncApiParts() {}

    static void headers(ObjectNode schemas) {
        var headers = schemas.putObject("CloudEventHeaders");
        headers.put("type", "object");
        headers.put("description", "CloudEvents 1.0 in Kafka's binary mode, UTF-8");
        var required = headers.putArray("required");
        for (String name : new String[] {
            "ce_specversion",
            "ce_id",
            "ce_source",
            "ce_type",
            "ce_subject",
            "ce_time",
            "ce_aggregateversion",
            "content-type"
        }) {
            required.add(name);
        }
        var properties = headers.putObject("properties");
        properties.putObject("ce_specversion").put("type", "string").put("const", "1.0");
        text(properties, "ce_id", "uuid", "Id of the event, UUIDv7; the same when it is delivered again");
        text(properties, "ce_source", null, "/lantoa/<service>");
        text(properties, "ce_type", null, "vn.lantoa.<service>.<aggregate>.<past-tense>.v1");
        text(properties, "ce_subject", "uuid", "Id of the aggregate, as the key");
        text(properties, "ce_time", "date-time", "When it happened");
        properties
                .putObject("ce_aggregateversion")
                .put("type", "string")
                .put("pattern", "^[0-9]+$")
                .put("description", "Step of the aggregate: ignore what is not newer than what you hold");
        text(properties, "ce_causationid", "uuid", "The event or request that led to it");
        text(properties, "ce_traceparent", null, "W3C trace context of the act, CloudEvents extension");
        text(properties, "traceparent", null, "The same for tracing libraries");
        properties
                .putObject("ce_announcement")
                .put("type", "string")
                .put("const", "true")
                .put("description", "Said again without a new step: applies when it is not older than what you hold");
        var contentType = properties.putObject("content-type");
        contentType
                .put("type", "string")
                .putArray("enum")
                .add("application/json")
                .add("application/jose");
    }

    static void exampleHeaders(ObjectNode headers, Class<?> event) {
        var contract = EveryContract.of(event);
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", "0197b2c1-9200-7387-a0a6-b4c5d6e7f801");
        headers.put("ce_source", "/lantoa/" + contract.topic().writer().code());
        headers.put("ce_type", contract.type());
        headers.put("ce_subject", Samples.of(event).subject().toString());
        headers.put("ce_time", "2025-07-01T01:30:00Z");
        headers.put("ce_aggregateversion", "4");
        headers.put("ce_traceparent", TRACE);
        headers.put("traceparent", TRACE);
        headers.put("content-type", contract.topic().restricted() ? "application/jose" : "application/json");
    }

    static void key(ObjectNode message, String description, String bindings) {
        var binding = message.putObject("bindings").putObject("kafka");
        binding.putObject("key").put("type", "string").put("format", "uuid").put("description", description);
        binding.put("bindingVersion", bindings);
    }

    static void heartbeat(ObjectNode message) {
        message.put("name", "vn.lantoa.platform.heartbeat.v1");
        message.put("title", "Nhịp: mọi thay đổi trước thời điểm này đã được gửi");
        message.put("summary", "Everything that units-service committed before ce_time stands before this record.");
        message.put("contentType", "application/json");
        var headers = message.putObject("headers");
        headers.put("type", "object");
        headers.putArray("required")
                .add("ce_specversion")
                .add("ce_id")
                .add("ce_source")
                .add("ce_type")
                .add("ce_time");
        var payload = message.putObject("payload");
        payload.put("type", "object");
        payload.putArray("required").add("at");
        text(payload.putObject("properties"), "at", "date-time", "As ce_time");
        var binding = message.putObject("bindings").putObject("kafka");
        binding.putObject("key").put("type", "string").putArray("enum").add("heartbeat");
        binding.put("bindingVersion", "0.5.0");
    }

    static void deadLetter(ObjectNode message) {
        message.put("name", "dead-letter");
        message.put("title", "Sự kiện không xử lý được");
        message.put("summary", "Key, value and headers of the record as it came, and why it could not be applied.");
        var headers = message.putObject("headers");
        headers.put("type", "object");
        var required = headers.putArray("required");
        for (String name :
                new String[] {"dl_handler", "dl_topic", "dl_partition", "dl_offset", "dl_reason", "dl_stack"}) {
            required.add(name);
        }
        var properties = headers.putObject("properties");
        text(properties, "dl_handler", null, "Event handler that gave up");
        text(properties, "dl_topic", null, "Where the record came from");
        text(properties, "dl_partition", null, "Its partition");
        text(properties, "dl_offset", null, "Its offset");
        text(properties, "dl_reason", null, "Why it could not be applied");
        text(properties, "dl_stack", null, "Stack trace, cut");
        text(properties, "dl_value_omitted_bytes", null, "Size of a value that was too large to be kept here");
        message.putObject("payload").put("description", "The value as it came, encrypted when it came encrypted");
    }

    private static void text(ObjectNode properties, String name, @Nullable String format, String description) {
        var property = properties.putObject(name).put("type", "string");
        if (format != null) {
            property.put("format", format);
        }
        property.put("description", description);
    }
}
