package vn.lantoa.platform.sample;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Set;
import vn.lantoa.client.units.ApiClient;

/**
 * Requests as the files write them: the fields of the API, with keys of units, persons and posts for ids, and with inclusive
 * days. A field that the API does not know is a mistake in the file.
 */
final class Forms {
    private static final ObjectMapper JSON =
            ApiClient.createDefaultObjectMapper().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private static final Set<String> UNITS =
            Set.of("unit", "target", "from", "to", "parent", "source", "existing", "heir", "sources", "successors");
    private static final Set<String> PERSONS = Set.of("person", "members", "into", "delegate", "relative");
    private static final Set<String> POSTS = Set.of("posts");

    private Forms() {}

    /** @param others fields of the entry that are not the request's */
    static <T> T read(JsonNode entry, Class<T> type, String... others) {
        ObjectNode request = entry.deepCopy();
        request.remove(List.of(others));
        try {
            return JSON.treeToValue(resolved(request), type);
        } catch (JsonProcessingException wrong) {
            throw new LoadFailure(wrong.getOriginalMessage() + ", in " + entry, wrong);
        }
    }

    private static JsonNode resolved(ObjectNode object) {
        var result = object.objectNode();
        for (var field : object.properties()) {
            var name = field.getKey();
            var value = field.getValue();
            switch (name) {
                case "firstDay" -> result.set("validFrom", value);
                case "lastDay" ->
                    result.put("validTo", Json.day(object, name).plusDays(1).toString());
                case "key" -> result.put("id", UnitEntry.id(value.asText()).toString());
                default -> result.set(name, resolved(name, value));
            }
        }
        return result;
    }

    private static JsonNode resolved(String field, JsonNode value) {
        return switch (value) {
            case ObjectNode object -> resolved(object);
            case ArrayNode list -> {
                var all = list.arrayNode();
                list.forEach(each -> all.add(resolved(field, each)));
                yield all;
            }
            case TextNode text -> TextNode.valueOf(id(field, text.asText()));
            default -> value;
        };
    }

    private static String id(String field, String text) {
        if (UNITS.contains(field)) {
            return UnitEntry.id(text).toString();
        }
        if (PERSONS.contains(field)) {
            return PeopleLoader.id(text).toString();
        }
        return POSTS.contains(field) ? PeopleLoader.post(text).toString() : text;
    }
}
