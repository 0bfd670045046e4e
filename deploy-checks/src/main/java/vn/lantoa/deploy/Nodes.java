package vn.lantoa.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Small steps on trees. */
public final class Nodes {
    private Nodes() {}

    /** A mapping of texts. */
    public static Map<String, String> strings(JsonNode node) {
        var strings = new LinkedHashMap<String, String>();
        node.properties()
                .forEach(entry -> strings.put(entry.getKey(), entry.getValue().asText()));
        return strings;
    }

    public static List<String> texts(JsonNode node) {
        var texts = new ArrayList<String>();
        node.forEach(item -> texts.add(item.asText()));
        return texts;
    }

    /** Every node below one, with its path; fields of a list's items stand as {@code items[0].field}. */
    public static void walk(JsonNode node, String path, BiConsumer<String, JsonNode> visitor) {
        visitor.accept(path, node);
        if (node.isObject()) {
            node.properties()
                    .forEach(entry -> walk(
                            entry.getValue(), path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(), visitor));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                walk(node.get(i), path + "[" + i + "]", visitor);
            }
        }
    }

    /** Whether everything wanted is there with the same value. */
    public static boolean within(Map<String, String> wanted, Map<String, String> there) {
        return there.entrySet().containsAll(wanted.entrySet());
    }

    /** Whether a label selector takes something with these labels; an empty one takes all. */
    public static boolean selects(JsonNode selector, Map<String, String> labels) {
        for (var expression : selector.path("matchExpressions")) {
            var value = labels.get(expression.path("key").asText());
            if (!expression.path("operator").asText().equals("In")
                    || !texts(expression.path("values")).contains(value)) {
                return false;
            }
        }
        return within(strings(selector.path("matchLabels")), labels);
    }
}
