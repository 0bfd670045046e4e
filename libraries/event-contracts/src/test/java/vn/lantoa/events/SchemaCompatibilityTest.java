package vn.lantoa.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import vn.lantoa.events.units.UnitRegistered;

/** Planted mistakes: each way to break those who read an event is named with type, field and remedy. */
class SchemaCompatibilityTest {
    private static final String TYPE = "vn.lantoa.units.unit.registered.v1";
    private static final String REMEDY = ". Take it back, or publish vn.lantoa.units.unit.registered.v2 beside it"
            + " (docs/guides/events.md, \"Changing an event\")";

    @Test
    void theSameSchemaBreaksNobody() {
        assertThat(breaks(schema -> {})).isEmpty();
    }

    @Test
    void anOptionalFieldAndAnotherCodeMayBeAdded() {
        assertThat(breaks(schema -> {
                    properties(schema, "UnitVersionState").putObject("motto").put("type", "string");
                    ((ArrayNode) properties(schema, "LineageLink").path("kind").path("enum")).add("SPLIT");
                }))
                .isEmpty();
    }

    @Test
    void aRemovedFieldIsNamed() {
        assertThat(breaks(schema -> {
                    properties(schema, "UnitVersionState").remove("shortName");
                }))
                .containsExactly(TYPE + ": field state.versions[].shortName was removed or renamed" + REMEDY);
    }

    @Test
    void aRenamedFieldIsNamed() {
        assertThat(breaks(schema -> {
                    var properties = properties(schema, "UnitChange");
                    properties.set("legalDocument", properties.remove("document"));
                }))
                .containsExactly(TYPE + ": field change.document was removed or renamed" + REMEDY);
    }

    @Test
    void anotherTypeIsNamed() {
        assertThat(breaks(schema ->
                        ((ObjectNode) properties(schema, "IdentifierState").path("value")).put("type", "integer")))
                .containsExactly(TYPE + ": field state.identifiers[].value was of type string and is integer" + REMEDY);
    }

    @Test
    void anotherFormatIsNamed() {
        assertThat(breaks(schema ->
                        ((ObjectNode) properties(schema, "UnitState").path("validFrom")).put("format", "date-time")))
                .containsExactly(TYPE + ": field state.validFrom was of format date and is date-time" + REMEDY);
    }

    @Test
    void anotherTypeOfItemsIsNamed() {
        assertThat(breaks(
                        schema -> ((ObjectNode) properties(schema, "UnitState").path("versions"))
                                .putObject("items")
                                .put("type", "string")))
                .containsExactly(TYPE + ": field state.versions[] was of type object and is string" + REMEDY);
    }

    @Test
    void aFieldThatMayNowBeAbsentIsNamed() {
        assertThat(breaks(schema -> definition(schema, "UnitVersionState")
                        .putArray("required")
                        .add("kind")
                        .add("sector")))
                .containsExactly(
                        TYPE + ": field state.versions[].name was always there and may now be absent" + REMEDY);
    }

    @Test
    void aFieldThatOldRecordsLackIsNamed() {
        assertThat(breaks(schema -> {
                    ((ArrayNode) definition(schema, "UnitState").path("required"))
                            .add("validFrom")
                            .add("motto");
                    properties(schema, "UnitState").putObject("motto").put("type", "string");
                }))
                .containsExactly(
                        TYPE + ": field state.validFrom could be absent and is now required; older records in the topic"
                                + " lack it" + REMEDY,
                        TYPE + ": field state.motto is new and required; older records in the topic lack it: make it"
                                + " @Nullable" + REMEDY);
    }

    @Test
    void aCodeThatIsGoneIsNamed() {
        assertThat(breaks(schema -> ((ArrayNode) properties(schema, "LineageLink")
                                .path("portion")
                                .path("enum"))
                        .remove(1)))
                .containsExactly(
                        TYPE + ": field state.predecessors[].portion no longer takes the codes [PART]" + REMEDY,
                        TYPE + ": field state.successors[].portion no longer takes the codes [PART]" + REMEDY);
    }

    @Test
    void aFieldThatTookAnyTextIsNamed() {
        assertThat(breaks(
                        schema -> ((ObjectNode) properties(schema, "UnitChange").path("act"))
                                .putArray("enum")
                                .add("unit.register")))
                .containsExactly(TYPE + ": field change.act took any text and takes only [unit.register]" + REMEDY);
    }

    @Test
    void anotherTopicIsNamed() {
        assertThat(breaks(schema -> schema.put("x-topic", "lantoa.units.person")))
                .containsExactly(TYPE + ": field (topic) was lantoa.units.unit and is lantoa.units.person" + REMEDY);
    }

    @Test
    void anEventThatIsGoneIsNamed() {
        assertThat(SchemaCompatibility.breaks(TYPE, EventSchemas.of(UnitRegistered.class), null))
                .singleElement()
                .asString()
                .startsWith(TYPE + ": the event is gone");
    }

    private static List<String> breaks(Consumer<ObjectNode> change) {
        var current = EventSchemas.of(UnitRegistered.class);
        change.accept(current);
        return SchemaCompatibility.breaks(TYPE, EventSchemas.of(UnitRegistered.class), current);
    }

    private static ObjectNode definition(JsonNode schema, String record) {
        return (ObjectNode) schema.path("$defs").path(record);
    }

    private static ObjectNode properties(JsonNode schema, String record) {
        return (ObjectNode) definition(schema, record).path("properties");
    }
}
