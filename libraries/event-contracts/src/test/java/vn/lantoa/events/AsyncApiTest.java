package vn.lantoa.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AsyncApiTest {
    private static final String FILE = "docs/events/asyncapi.yaml";
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
            .build();
    private static JsonNode specification;
    private static ObjectNode document;

    @BeforeAll
    static void read() throws IOException {
        try (var stream = AsyncApiTest.class.getResourceAsStream("/asyncapi/3.0.0.json")) {
            specification = YAML.readTree(Objects.requireNonNull(stream));
        }
        document = AsyncApiDocument.of(EveryContract.all());
    }

    @Test
    void theCommittedDocumentIsWhatTheCodeSays() throws IOException {
        Committed.assertSame(
                FILE,
                "# Generated from libraries/event-contracts: change it there and run\n"
                        + "# mvn -pl libraries/event-contracts test -Dcontracts.write=true\n"
                        + YAML.writeValueAsString(document));
        assertThat(YAML.readTree(Committed.ROOT.resolve(FILE).toFile()))
                .as("read back from YAML")
                .isEqualTo(EventJson.read(document.toString()));
    }

    @Test
    void itIsAsyncApi() {
        assertThat(EventJson.errors(specification, document)).isEmpty();
    }

    @Test
    void whatIsNotAsyncApiIsFound() {
        var planted = document.deepCopy();
        ((ObjectNode) planted.at("/operations/unitsSendsUnitsUnit")).put("action", "shout");
        ((ObjectNode) planted.at("/channels/unitsPerson")).put("adress", "lantoa.units.person");

        assertThat(EventJson.errors(specification, planted))
                .anyMatch(error -> error.contains("unitsSendsUnitsUnit"))
                .anyMatch(error -> error.contains("adress"));
    }

    @Test
    void everyReferenceResolves() {
        var unresolved = new ArrayList<String>();
        resolve(document, unresolved);
        for (Class<?> event : EveryContract.all()) {
            var schema = EventSchemas.of(event);
            schema.findValuesAsText("$ref").stream()
                    .filter(reference -> schema.at(reference.substring(1)).isMissingNode())
                    .forEach(unresolved::add);
        }
        assertThat(unresolved).isEmpty();
    }

    @Test
    void aReferenceToNothingIsNamed() {
        var planted = document.deepCopy();
        ((ObjectNode) planted.at("/components/messages/UnitEnded/payload")).put("$ref", "./schemas/unit.v9.json");
        var unresolved = new ArrayList<String>();
        resolve(planted, unresolved);

        assertThat(unresolved).containsExactly("./schemas/unit.v9.json");
    }

    @Test
    void everyTopicIsAChannelWithItsEvents() {
        for (Topic topic : Topic.values()) {
            assertThat(document.path("channels"))
                    .as(topic.topicName())
                    .anyMatch(channel -> channel.path("address").asText().equals(topic.topicName())
                            && !channel.path("messages").isEmpty()
                            && channel.at("/bindings/kafka/partitions").asInt() == topic.partitions());
        }
    }

    private static void resolve(JsonNode root, List<String> unresolved) {
        for (String reference : root.findValuesAsText("$ref")) {
            boolean there = reference.startsWith("#")
                    ? !root.at(reference.substring(1)).isMissingNode()
                    : EveryContract.all().stream()
                            .anyMatch(event -> reference.equals(
                                    "./schemas/" + EveryContract.of(event).type() + ".json"));
            if (!there) {
                unresolved.add(reference);
            }
        }
    }
}
