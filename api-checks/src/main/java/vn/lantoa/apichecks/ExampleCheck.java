package vn.lantoa.apichecks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.List;

/** Whether an example is what its schema says: types, formats, bounds, required fields, and no field that there is not. */
final class ExampleCheck {
    private static final String NO_WORD = "…";

    private final Contract contract;
    private final JsonSchemaFactory factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private final SchemaValidatorsConfig config =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    ExampleCheck(Contract contract) {
        this.contract = contract;
    }

    List<String> mistakes(JsonNode schema, JsonNode example) {
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        whole.setAll((ObjectNode) schema);
        whole.set("components", contract.root().path("components"));
        var mistakes = new ArrayList<String>();
        factory.getSchema(whole, config).validate(example).stream()
                .map(ValidationMessage::getMessage)
                .sorted()
                .forEach(mistakes::add);
        unknown(schema, example, "", mistakes);
        return mistakes;
    }

    private void unknown(JsonNode given, JsonNode example, String pointer, List<String> mistakes) {
        var schema = contract.resolved(given);
        var file = schema.path("format").asText().equals("binary");
        if (!file && example.isTextual() && example.asText().equals(NO_WORD)) {
            mistakes.add((pointer.isEmpty() ? "/" : pointer)
                    + ": no word; give one by @Schema(examples) or in api-examples.yaml");
        }
        if (example.isArray()) {
            example.forEach(item -> unknown(schema.path("items"), item, pointer + "/0", mistakes));
        }
        if (example.isObject() && schema.has("properties")) {
            example.properties().forEach(field -> {
                if (schema.path("properties").has(field.getKey())) {
                    unknown(
                            schema.path("properties").path(field.getKey()),
                            field.getValue(),
                            pointer + "/" + field.getKey(),
                            mistakes);
                } else {
                    mistakes.add(pointer + "/" + field.getKey() + ": there is no such field");
                }
            });
        }
    }
}
