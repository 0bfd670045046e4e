package vn.lantoa.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Whether those who read a released schema can still read what is written today, and whether today's readers can read
 * what was written then: compacted topics keep old records for good. Within a version a schema only grows by optional
 * fields and codes.
 */
final class SchemaCompatibility {
    private final String type;
    private final JsonNode released;
    private final JsonNode current;
    private final List<String> breaks = new ArrayList<>();

    private SchemaCompatibility(String type, JsonNode released, JsonNode current) {
        this.type = type;
        this.released = released;
        this.current = current;
    }

    /** Each break with type, field, and what to do about it. */
    static List<String> breaks(String type, JsonNode released, @Nullable JsonNode current) {
        if (current == null) {
            return List.of(
                    ("%s: the event is gone; its readers still wait for it. Keep publishing it until none reads it,"
                                    + " and remove docs/events/released/%s.json with that release")
                            .formatted(type, type));
        }
        var comparison = new SchemaCompatibility(type, released, current);
        comparison.compare();
        return comparison.breaks;
    }

    private void compare() {
        var topicThen = released.path("x-topic").asText();
        var topicNow = current.path("x-topic").asText();
        if (!topicThen.equals(topicNow)) {
            broken("(topic)", "was %s and is %s".formatted(topicThen, topicNow));
        }
        compare("", released, current);
    }

    private void compare(String path, JsonNode thenNode, JsonNode nowNode) {
        var then = resolved(released, thenNode);
        var now = resolved(current, nowNode);
        if (!then.path("type").equals(now.path("type"))) {
            broken(
                    path,
                    "was of type %s and is %s"
                            .formatted(
                                    then.path("type").asText(), now.path("type").asText()));
            return;
        }
        if (!then.path("format").equals(now.path("format"))) {
            broken(path, "was of format %s and is %s".formatted(format(then), format(now)));
        }
        codes(path, then, now);
        switch (then.path("type").asText()) {
            case "array" -> compare(path + "[]", then.path("items"), now.path("items"));
            case "object" -> fields(path, then, now);
            default -> {
                // a value has no parts
            }
        }
    }

    private void fields(String path, JsonNode then, JsonNode now) {
        var requiredThen = texts(then.path("required"));
        var requiredNow = texts(now.path("required"));
        then.path("properties").properties().forEach(field -> {
            var name = field.getKey();
            var place = path.isEmpty() ? name : path + "." + name;
            var successor = now.path("properties").path(name);
            if (successor.isMissingNode()) {
                broken(place, "was removed or renamed");
                return;
            }
            if (requiredThen.contains(name) && !requiredNow.contains(name)) {
                broken(place, "was always there and may now be absent");
            }
            if (!requiredThen.contains(name) && requiredNow.contains(name)) {
                broken(place, "could be absent and is now required; older records in the topic lack it");
            }
            compare(place, field.getValue(), successor);
        });
        for (String name : requiredNow) {
            if (then.path("properties").path(name).isMissingNode()) {
                broken(
                        path.isEmpty() ? name : path + "." + name,
                        "is new and required; older records in the topic lack it: make it @Nullable");
            }
        }
    }

    private void codes(String path, JsonNode then, JsonNode now) {
        var codesThen = texts(then.path("enum"));
        var codesNow = texts(now.path("enum"));
        if (codesThen.isEmpty() && !codesNow.isEmpty()) {
            broken(path, "took any text and takes only " + codesNow);
        }
        var lost = new TreeSet<>(codesThen);
        lost.removeAll(codesNow);
        if (!codesNow.isEmpty() && !lost.isEmpty()) {
            broken(path, "no longer takes the codes " + lost);
        }
    }

    private void broken(String place, String what) {
        breaks.add(
                "%s: field %s %s. Take it back, or publish %s beside it (docs/guides/events.md, \"Changing an event\")"
                        .formatted(type, place, what, successor(type)));
    }

    private static String successor(String type) {
        int dot = type.lastIndexOf(".v");
        return type.substring(0, dot + 2) + (Integer.parseInt(type.substring(dot + 2)) + 1);
    }

    private static String format(JsonNode schema) {
        return schema.path("format").asText("none");
    }

    private static JsonNode resolved(JsonNode document, JsonNode schema) {
        var reference = schema.path("$ref");
        return reference.isMissingNode()
                ? schema
                : document.at(reference.asText().substring(1));
    }

    private static Set<String> texts(JsonNode array) {
        var texts = new TreeSet<String>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
