package vn.lantoa.events;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;

/** AsyncAPI 3.0 of the whole platform: a channel for each topic, what each service sends and receives. */
final class AsyncApiDocument {
    private static final String BINDINGS = "0.5.0";
    private static final String KAFKA = "kafka";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private AsyncApiDocument() {}

    static ObjectNode of(List<Class<?>> events) {
        var document = NODES.objectNode();
        document.put("asyncapi", "3.0.0");
        info(document.putObject("info"));
        document.put("defaultContentType", "application/json");
        server(document.putObject("servers").putObject(KAFKA));
        var channels = document.putObject("channels");
        var operations = document.putObject("operations");
        for (Topic topic : Topic.values()) {
            channel(channels.putObject(name(topic)), topic, events);
            operations(operations, topic);
        }
        var components = document.putObject("components");
        var messages = components.putObject("messages");
        events.forEach(event -> message(messages.putObject(event.getSimpleName()), event));
        AsyncApiParts.heartbeat(messages.putObject("Heartbeat"));
        AsyncApiParts.deadLetter(messages.putObject("DeadLetter"));
        AsyncApiParts.headers(components.putObject("schemas"));
        components
                .putObject("securitySchemes")
                .putObject("scram")
                .put("type", "scramSha512")
                .put(
                        "description",
                        "A user of its own for each system, over TLS; each topic needs a right to read it.");
        return document;
    }

    private static void info(ObjectNode info) {
        info.put("title", "Lan Tỏa: sự kiện thi đua, khen thưởng");
        info.put("version", "1.0.0");
        info.put("description", """
                Đơn vị, phong trào thi đua và khen thưởng của tỉnh, dưới dạng sự kiện. Mỗi sự kiện mang toàn bộ trạng thái \
                công khai sau thay đổi.

                Units, campaigns and recognition of the province as events: CloudEvents 1.0 in Kafka's binary mode, at least \
                once, in order for each aggregate, on compacted topics. How to read them: docs/guides/events.md.""");
        info.putObject("license").put("name", "Apache-2.0").put("url", "https://www.apache.org/licenses/LICENSE-2.0");
        var tags = info.putArray("tags");
        for (Service service : Service.values()) {
            tags.addObject().put("name", service.code()).put("description", "Events of " + service.workload());
        }
    }

    private static void server(ObjectNode server) {
        server.put("host", "{bootstrap}");
        server.put("protocol", "kafka-secure");
        server.put("description", "The broker of the province");
        server.putObject("variables")
                .putObject("bootstrap")
                .put("default", "lantoa-kafka-bootstrap:9093")
                .put("description", "Inside the cluster; on one machine localhost:28105 without TLS");
        server.putArray("security").addObject().put("$ref", "#/components/securitySchemes/scram");
    }

    private static void channel(ObjectNode channel, Topic topic, List<Class<?>> events) {
        channel.put("address", topic.topicName());
        channel.put("title", topic.topicName());
        channel.put("description", description(topic));
        var messages = channel.putObject("messages");
        if (!topic.compacted()) {
            reference(messages, "DeadLetter");
        }
        events.stream()
                .filter(event -> EveryContract.of(event).topic() == topic)
                .forEach(event -> reference(messages, event.getSimpleName()));
        if (topic.restricted()) {
            reference(messages, "Heartbeat");
        }
        var binding = channel.putObject("bindings").putObject(KAFKA);
        binding.put("topic", topic.topicName());
        binding.put("partitions", topic.partitions());
        binding.put("replicas", topic.replication());
        var configuration = binding.putObject("topicConfiguration");
        topic.config().forEach((setting, value) -> {
            if (setting.equals("cleanup.policy")) {
                configuration.putArray(setting).add(value);
            } else {
                configuration.put(setting, Long.parseLong(value));
            }
        });
        binding.put("bindingVersion", BINDINGS);
        channel.putArray("tags").addObject().put("name", topic.writer().code());
    }

    private static String description(Topic topic) {
        if (!topic.compacted()) {
            return "What " + topic.writer().workload() + " could not apply, with original headers, reason and stack.";
        }
        var kept = "Key: id of the aggregate. Compacted: the newest state of everything stays.";
        return topic.restricted()
                ? kept
                        + " Restricted: values are encrypted (JWE compact, dir, A256GCM) for the three services; nobody else"
                        + " is admitted."
                : kept;
    }

    private static void operations(ObjectNode operations, Topic topic) {
        var send = operations.putObject(topic.writer().code() + "Sends" + capital(name(topic)));
        send.put("action", "send");
        send.putObject("channel").put("$ref", "#/channels/" + name(topic));
        send.put("summary", "%s writes %s".formatted(topic.writer().workload(), topic.topicName()));
        send.putArray("tags").addObject().put("name", topic.writer().code());
        for (Reader reader : topic.readers()) {
            var receive = operations.putObject(reader.service().code() + "Receives" + capital(name(topic)));
            receive.put("action", "receive");
            receive.putObject("channel").put("$ref", "#/channels/" + name(topic));
            receive.put("summary", "%s reads %s".formatted(reader.service().workload(), topic.topicName()));
            receive.put(
                    "description",
                    "May be %d events or %d seconds behind."
                            .formatted(
                                    topic.allowedLag().events(),
                                    topic.allowedLag().age().toSeconds()));
            receive.putArray("tags").addObject().put("name", reader.service().code());
            var binding = receive.putObject("bindings").putObject(KAFKA);
            constant(binding.putObject("groupId"), reader.group());
            constant(binding.putObject("clientId"), reader.group());
            binding.put("bindingVersion", BINDINGS);
        }
    }

    private static void message(ObjectNode message, Class<?> event) {
        var contract = EveryContract.of(event);
        var meaning = Objects.requireNonNull(event.getAnnotation(Meaning.class));
        var restricted = contract.topic().restricted();
        message.put("name", contract.type());
        message.put("title", meaning.value());
        message.put("summary", meaning.en());
        message.put("contentType", restricted ? "application/jose" : "application/json");
        message.putObject("headers").put("$ref", "#/components/schemas/CloudEventHeaders");
        var payload = message.putObject("payload");
        var schema = "./schemas/" + contract.type() + ".json";
        if (restricted) {
            payload.put("type", "string");
            payload.put("pattern", "^[A-Za-z0-9_-]+\\.\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$");
            payload.put("description", "JWE compact (dir, A256GCM); x-decrypted-payload is what lies in it.");
            message.putObject("x-decrypted-payload").put("$ref", schema);
        } else {
            payload.put("$ref", schema);
        }
        message.put("x-sample", "./samples/" + contract.type() + ".json");
        var example = ((ArrayNode) message.putArray("examples")).addObject();
        example.put("name", event.getSimpleName());
        AsyncApiParts.exampleHeaders(example.putObject("headers"), event);
        AsyncApiParts.key(message, "Id of the aggregate, as ce_subject", BINDINGS);
        message.putArray("tags")
                .addObject()
                .put("name", contract.topic().writer().code());
    }

    private static void reference(ObjectNode messages, String message) {
        messages.putObject(message).put("$ref", "#/components/messages/" + message);
    }

    private static void constant(ObjectNode schema, String value) {
        schema.put("type", "string").putArray("enum").add(value);
    }

    private static String name(Topic topic) {
        var name = new StringBuilder();
        for (String part : topic.topicName().substring("lantoa.".length()).split("[.-]", -1)) {
            name.append(name.isEmpty() ? part : capital(part));
        }
        return name.toString();
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
