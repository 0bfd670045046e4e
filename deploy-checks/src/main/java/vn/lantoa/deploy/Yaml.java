package vn.lantoa.deploy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** YAML as trees. A key that stands twice is an error. */
public final class Yaml {
    private static final ObjectMapper YAML =
            new ObjectMapper(new YAMLFactory()).enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    private Yaml() {}

    /** Every document of a file that is not empty. */
    public static List<ObjectNode> documents(Path file) throws IOException {
        var documents = new ArrayList<ObjectNode>();
        try (var values = YAML.readerFor(JsonNode.class).<JsonNode>readValues(file.toFile())) {
            while (values.hasNextValue()) {
                var value = values.nextValue();
                if (value instanceof ObjectNode object) {
                    documents.add(object);
                } else if (value != null && !value.isNull() && !value.isMissingNode()) {
                    throw new IOException("a document is no mapping");
                }
            }
        }
        return documents;
    }

    public static JsonNode parse(String text) throws IOException {
        return YAML.readTree(text);
    }

    public static JsonNode read(Path file) throws IOException {
        return YAML.readTree(Files.readString(file));
    }

    public static String write(JsonNode node) throws IOException {
        return YAML.writeValueAsString(node);
    }
}
