package vn.lantoa.apichecks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** An OpenAPI contract as it is written. */
record Contract(JsonNode root) {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Set<String> VERBS = Set.of("get", "post", "put", "patch", "delete", "head", "options");

    /** An operation and where it stands. */
    record Operation(String path, String verb, JsonNode node) {
        String place() {
            var id = node.path("operationId").asText();
            return id.isBlank() ? verb.toUpperCase(java.util.Locale.ROOT) + " " + path : id;
        }
    }

    static Contract read(Path file) throws IOException {
        return parse(Files.readString(file));
    }

    static Contract parse(String text) throws JsonProcessingException {
        return new Contract(YAML.readTree(text));
    }

    List<Operation> operations() {
        var operations = new ArrayList<Operation>();
        root.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(verb -> {
                    if (VERBS.contains(verb.getKey())) {
                        operations.add(new Operation(path.getKey(), verb.getKey(), verb.getValue()));
                    }
                }));
        return operations;
    }

    JsonNode schemas() {
        return root.path("components").path("schemas");
    }

    String version() {
        return root.path("info").path("version").asText();
    }

    /** What a reference points to, or the node itself. */
    JsonNode resolved(JsonNode node) {
        var ref = node.path("$ref").asText();
        return ref.isEmpty() ? node : ref.startsWith("#") ? root.at(ref.substring(1)) : MissingNode.getInstance();
    }
}
