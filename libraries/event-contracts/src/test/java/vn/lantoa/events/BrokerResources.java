package vn.lantoa.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the broker's operator is told: one KafkaTopic for each topic, one KafkaUser with its rights for each service. */
final class BrokerResources {
    static final String TOPICS = "deploy/components/kafka/topics.yaml";
    static final String USERS = "deploy/components/kafka/users.yaml";
    private static final String API = "kafka.strimzi.io/v1";
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
            .build();

    private BrokerResources() {}

    static String topics() {
        return text("Topics of the platform", Stream.of(Topic.values()).map(BrokerResources::topic));
    }

    static String users() {
        return text(
                "Users of the broker and their rights",
                Stream.of(Service.values()).map(BrokerResources::user));
    }

    static List<JsonNode> read(String yaml) {
        try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(yaml)) {
            return documents.readAll();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> topic(Topic topic) {
        var config = new LinkedHashMap<String, Object>();
        topic.config()
                .forEach((name, value) ->
                        config.put(name, value.chars().allMatch(Character::isDigit) ? Long.valueOf(value) : value));
        var spec = new LinkedHashMap<String, Object>();
        spec.put("partitions", topic.partitions());
        spec.put("replicas", topic.replication());
        spec.put("config", config);
        return resource("KafkaTopic", topic.topicName(), spec);
    }

    private static Map<String, Object> user(Service service) {
        var acls = new ArrayList<Map<String, Object>>();
        for (Topic topic : Topic.values()) {
            if (topic.writer() == service) {
                acls.add(acl("topic", topic.topicName(), "Describe", "Write"));
            }
        }
        for (Topic topic : Topic.values()) {
            for (Reader reader : topic.readers()) {
                if (reader.service() == service) {
                    acls.add(acl("topic", topic.topicName(), "Describe", "Read"));
                    acls.add(acl("group", reader.group(), "Describe", "Read"));
                }
            }
        }
        acls.add(acl("transactionalId", service.relayTransactionalId(), "Describe", "Write"));
        var authorization = new LinkedHashMap<String, Object>();
        authorization.put("type", "simple");
        authorization.put("acls", acls);
        var spec = new LinkedHashMap<String, Object>();
        spec.put("authentication", Map.of("type", "scram-sha-512"));
        spec.put("authorization", authorization);
        return resource("KafkaUser", service.workload(), spec);
    }

    private static Map<String, Object> acl(String type, String name, String... operations) {
        var resource = new LinkedHashMap<String, Object>();
        resource.put("type", type);
        resource.put("name", name);
        resource.put("patternType", "literal");
        var acl = new LinkedHashMap<String, Object>();
        acl.put("resource", resource);
        acl.put("operations", List.of(operations));
        return acl;
    }

    private static Map<String, Object> resource(String kind, String name, Map<String, Object> spec) {
        var metadata = new LinkedHashMap<String, Object>();
        metadata.put("name", name);
        metadata.put("labels", Map.of("strimzi.io/cluster", "lantoa"));
        var resource = new LinkedHashMap<String, Object>();
        resource.put("apiVersion", API);
        resource.put("kind", kind);
        resource.put("metadata", metadata);
        resource.put("spec", spec);
        return resource;
    }

    private static String text(String what, Stream<Map<String, Object>> resources) {
        var text = new StringBuilder("# " + what
                + ", generated from vn.lantoa.events.Topic: change it there and run\n"
                + "# mvn -pl libraries/event-contracts test -Dcontracts.write=true\n");
        resources.forEach(resource -> {
            try {
                text.append("---\n").append(YAML.writeValueAsString(resource));
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        });
        return text.toString();
    }
}
