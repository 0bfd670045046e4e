package vn.lantoa.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergePatchTest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** The examples of RFC 7396, appendix A. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":\"b\"}|{\"a\":\"c\"}|{\"a\":\"c\"}",
                "{\"a\":\"b\"}|{\"b\":\"c\"}|{\"a\":\"b\",\"b\":\"c\"}",
                "{\"a\":\"b\"}|{\"a\":null}|{}",
                "{\"a\":\"b\",\"b\":\"c\"}|{\"a\":null}|{\"b\":\"c\"}",
                "{\"a\":[\"b\"]}|{\"a\":\"c\"}|{\"a\":\"c\"}",
                "{\"a\":\"c\"}|{\"a\":[\"b\"]}|{\"a\":[\"b\"]}",
                "{\"a\":{\"b\":\"c\"}}|{\"a\":{\"b\":\"d\",\"c\":null}}|{\"a\":{\"b\":\"d\"}}",
                "{\"a\":[{\"b\":\"c\"}]}|{\"a\":[1]}|{\"a\":[1]}",
                "[\"a\",\"b\"]|[\"c\",\"d\"]|[\"c\",\"d\"]",
                "{\"a\":\"b\"}|[\"c\"]|[\"c\"]",
                "{\"a\":\"foo\"}|null|null",
                "{\"e\":null}|{\"a\":1}|{\"e\":null,\"a\":1}",
                "[1,2]|{\"a\":\"b\",\"c\":null}|{\"a\":\"b\"}",
                "{}|{\"a\":{\"bb\":{\"ccc\":null}}}|{\"a\":{\"bb\":{}}}",
            })
    void theExamplesOfTheStandardHold(String target, String patch, String result) throws Exception {
        assertThat(MergePatch.merged(MAPPER.readTree(target), MAPPER.readTree(patch)))
                .isEqualTo(MAPPER.readTree(result));
    }

    @Property
    void patchingTwiceIsPatchingOnce(@ForAll("objects") JsonNode target, @ForAll("objects") JsonNode patch) {
        var once = MergePatch.merged(target, patch);
        assertThat(MergePatch.merged(once, patch)).isEqualTo(once);
    }

    @Property
    void anEmptyPatchChangesNothingAndTheTargetIsLeftAlone(
            @ForAll("objects") JsonNode target, @ForAll("objects") JsonNode patch) {
        var before = target.deepCopy();
        assertThat(MergePatch.merged(target, JSON.objectNode())).isEqualTo(before);
        MergePatch.merged(target, patch);
        assertThat(target).isEqualTo((JsonNode) before);
    }

    @Property
    void whatThePatchDoesNotNameStays(@ForAll("objects") JsonNode target, @ForAll("objects") JsonNode patch) {
        var result = MergePatch.merged(target, patch);
        target.properties().forEach(field -> {
            if (!patch.has(field.getKey())) {
                assertThat(result.get(field.getKey())).isEqualTo(field.getValue());
            }
        });
    }

    @Provide
    Arbitrary<JsonNode> objects() {
        return object(3);
    }

    private static Arbitrary<JsonNode> object(int depth) {
        return Arbitraries.maps(Arbitraries.strings().withChars("abc").ofLength(1), value(depth))
                .ofMaxSize(4)
                .map(fields -> {
                    ObjectNode node = JSON.objectNode();
                    fields.forEach(node::set);
                    return node;
                });
    }

    private static Arbitrary<JsonNode> value(int depth) {
        var leaf = Arbitraries.of(
                        JSON.textNode("x"),
                        JSON.numberNode(1),
                        JSON.nullNode(),
                        JSON.arrayNode().add(1))
                .map(node -> (JsonNode) node);
        return depth == 0 ? leaf : Arbitraries.oneOf(leaf, object(depth - 1));
    }
}
