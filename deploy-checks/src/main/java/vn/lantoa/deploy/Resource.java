package vn.lantoa.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One resource as it reaches the cluster.
 *
 * @param file where it was declared, relative to the project
 * @param body its content; rendering changes it in place
 * @param keyFiles for a generated ConfigMap: the file of each key
 */
public record Resource(String file, ObjectNode body, Map<String, String> keyFiles) {
    public Resource(String file, ObjectNode body) {
        this(file, body, Map.of());
    }

    public String kind() {
        return body.path("kind").asText();
    }

    public String apiVersion() {
        return body.path("apiVersion").asText();
    }

    /** Group of the API, empty for the core. */
    public String group() {
        int slash = apiVersion().indexOf('/');
        return slash < 0 ? "" : apiVersion().substring(0, slash);
    }

    public String name() {
        return body.path("metadata").path("name").asText();
    }

    public String namespace() {
        return body.path("metadata").path("namespace").asText();
    }

    public boolean is(String kind) {
        return kind().equals(kind);
    }

    public JsonNode spec() {
        return body.path("spec");
    }

    public Map<String, String> labels() {
        return Nodes.strings(body.path("metadata").path("labels"));
    }

    /** Kinds of Kubernetes itself, in whose names no custom resource may hide. */
    public boolean builtIn() {
        return group().isEmpty()
                || !group().contains(".")
                || Stream.of("networking", "rbac.authorization", "policy", "scheduling", "storage", "coordination")
                        .anyMatch(known -> group().equals(known + ".k8s.io"));
    }

    /** The file to open for a field: the source of a generated key, or the declaration. */
    public String fileOf(String path) {
        return path.startsWith("data.") ? keyFiles.getOrDefault(path.substring(5), file) : file;
    }

    @Override
    public String toString() {
        return kind() + " " + name();
    }
}
