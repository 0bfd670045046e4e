package vn.lantoa.deploy.kustomize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** Lists of known kinds merge by the key of their items; lists of custom resources are replaced. */
final class StrategicMerge {
    private static final Map<String, List<String>> KEYS = Map.ofEntries(
            Map.entry("containers", List.of("name")),
            Map.entry("initContainers", List.of("name")),
            Map.entry("env", List.of("name")),
            Map.entry("volumes", List.of("name")),
            Map.entry("volumeMounts", List.of("mountPath")),
            Map.entry("imagePullSecrets", List.of("name")),
            Map.entry("topologySpreadConstraints", List.of("topologyKey", "whenUnsatisfiable")),
            Map.entry("ports", List.of("containerPort", "port")));

    private final String file;
    private final String path;
    private final boolean builtIn;

    StrategicMerge(String file, String path, boolean builtIn) {
        this.file = file;
        this.path = path;
        this.builtIn = builtIn;
    }

    void merge(ObjectNode into, ObjectNode patch) throws RenderException {
        for (var entry : patch.properties()) {
            var name = entry.getKey();
            var value = entry.getValue();
            if (name.startsWith("$")) {
                throw new RenderException(
                        file, path, "directive '" + name + "' is unknown here", "write the patch as a JSON patch");
            } else if (value.isNull()) {
                into.remove(name);
            } else if (value instanceof ObjectNode object && into.get(name) instanceof ObjectNode held) {
                merge(held, object);
            } else if (value instanceof ArrayNode items
                    && into.get(name) instanceof ArrayNode held
                    && builtIn
                    && KEYS.containsKey(name)) {
                merge(name, held, items);
            } else {
                into.set(name, value.deepCopy());
            }
        }
    }

    private void merge(String name, ArrayNode held, ArrayNode items) throws RenderException {
        for (var item : items) {
            int index = index(name, held, item);
            if (item.path("$patch").asText().equals("delete")) {
                if (index < 0) {
                    throw new RenderException(file, path, "deletes what " + name + " does not have", "drop it");
                }
                held.remove(index);
            } else if (index < 0) {
                held.add(item.deepCopy());
            } else if (held.get(index) instanceof ObjectNode object && item instanceof ObjectNode changed) {
                merge(object, changed);
            }
        }
    }

    private static int index(String name, ArrayNode held, JsonNode item) {
        var keys = KEYS.getOrDefault(name, List.of()).stream().filter(item::has).toList();
        for (int i = 0; i < held.size(); i++) {
            var there = held.get(i);
            if (!keys.isEmpty() && keys.stream().allMatch(key -> item.path(key).equals(there.path(key)))) {
                return i;
            }
        }
        return -1;
    }
}
