package vn.lantoa.deploy.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.lantoa.deploy.Findings;
import vn.lantoa.deploy.Nodes;
import vn.lantoa.deploy.Resource;

/**
 * A structural schema of a custom resource: type, properties, required, items, additionalProperties, enum, pattern,
 * minimum, and {@code use: name} for a shape that stands under {@code shapes}. A field that is not listed is a fault.
 */
final class Schema {
    private final JsonNode shapes;
    private final JsonNode root;

    private Schema(JsonNode file, JsonNode root) {
        this.shapes = file.path("shapes");
        this.root = root;
    }

    /** The schema of a kind; the file has the name of the API's group. */
    static Optional<Schema> of(Resource resource) {
        try (var stream = Schema.class.getResourceAsStream(resource.group() + ".yaml")) {
            if (stream == null) {
                return Optional.empty();
            }
            var file = new ObjectMapper(new YAMLFactory()).readTree(stream);
            var kind = file.path("kinds").path(resource.kind());
            var known = Nodes.texts(kind.path("apiVersions")).contains(resource.apiVersion());
            return known ? Optional.of(new Schema(file, kind)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void check(Resource resource, Findings findings) {
        for (var field : resource.body().properties()) {
            var known = switch (field.getKey()) {
                case "apiVersion", "kind", "metadata" -> true;
                case "spec" -> {
                    check(root, field.getValue(), "spec", resource, findings);
                    yield true;
                }
                default -> false;
            };
            if (!known) {
                findings.add(resource, field.getKey(), "the field '" + field.getKey() + "' does not exist", "drop it");
            }
        }
    }

    private void check(JsonNode declared, JsonNode value, String path, Resource resource, Findings findings) {
        var schema = declared.has("use") ? shapes.path(declared.path("use").asText()) : declared;
        var type = schema.path("type").asText("object");
        if (!fits(type, value)) {
            findings.add(resource, path, "is no " + type, "write a value of that type");
            return;
        }
        var allowed = Nodes.texts(schema.path("enum"));
        if (!allowed.isEmpty() && !allowed.contains(value.asText())) {
            findings.add(resource, path, "'" + value.asText() + "' is no allowed value", "use one of " + allowed);
        }
        if (schema.has("pattern") && !Pattern.matches(schema.path("pattern").asText(), value.asText())) {
            findings.add(
                    resource,
                    path,
                    "'" + value.asText() + "' has not the form "
                            + schema.path("pattern").asText(),
                    "correct it");
        }
        if (schema.has("minimum") && value.asDouble() < schema.path("minimum").asDouble()) {
            findings.add(resource, path, "is below " + schema.path("minimum").asText(), "raise it");
        }
        if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                check(schema.path("items"), value.get(i), path + "[" + i + "]", resource, findings);
            }
        } else if (value.isObject() && !type.equals("any")) {
            fields(schema, value, path, resource, findings);
        }
    }

    private void fields(JsonNode schema, JsonNode value, String path, Resource resource, Findings findings) {
        var properties = schema.path("properties");
        for (var field : value.properties()) {
            var at = path + "." + field.getKey();
            if (properties.has(field.getKey())) {
                check(properties.get(field.getKey()), field.getValue(), at, resource, findings);
            } else if (schema.has("additionalProperties")) {
                check(schema.get("additionalProperties"), field.getValue(), at, resource, findings);
            } else {
                findings.add(
                        resource,
                        at,
                        "the field '" + field.getKey() + "' does not exist, or is not in our schema of "
                                + resource.kind(),
                        "correct or drop it; a field that the operator does have goes into " + resource.group()
                                + ".yaml");
            }
        }
        for (var required : Nodes.texts(schema.path("required"))) {
            if (!value.has(required)) {
                findings.add(resource, path + "." + required, "is missing", "the operator requires it; give it");
            }
        }
    }

    private static boolean fits(String type, JsonNode value) {
        return switch (type) {
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "array" -> value.isArray();
            case "object" -> value.isObject();
            case "quantity", "int-or-string" -> value.isTextual() || value.isNumber();
            default -> true;
        };
    }
}
