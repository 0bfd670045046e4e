package vn.lantoa.platform.rollout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What deploy/ says, as it is applied. */
final class Manifests {
    private static final Path DEPLOY = Path.of("../deploy");
    private static final YAMLMapper YAML = new YAMLMapper();

    private Manifests() {}

    static List<JsonNode> read(String file) {
        try (var values = YAML.readerFor(JsonNode.class)
                .<JsonNode>readValues(
                        new YAMLFactory().createParser(DEPLOY.resolve(file).toFile()))) {
            return values.readAll().stream().filter(JsonNode::isObject).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The variables of application.env. */
    static Map<String, String> environment(String service) {
        try {
            var variables = new LinkedHashMap<String, String>();
            for (var line : Files.readAllLines(DEPLOY.resolve("base/" + service + "/application.env"))) {
                int equals = line.indexOf('=');
                variables.put(line.substring(0, equals), line.substring(equals + 1));
            }
            return variables;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Pod of a workload. */
    static JsonNode pod(String file) {
        return read(file).getFirst().at("/spec/template/spec");
    }
}
