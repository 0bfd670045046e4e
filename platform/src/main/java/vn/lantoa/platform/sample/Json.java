package vn.lantoa.platform.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reading what a document says, and writing what a request wants. */
final class Json {
    private Json() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static String text(JsonNode node, String field) {
        var value = optional(node, field);
        if (value == null) {
            throw new LoadFailure("\"" + field + "\" is missing in " + node);
        }
        return value;
    }

    static @Nullable String optional(JsonNode node, String field) {
        var value = node.path(field);
        return value.isMissingNode() || value.isNull() ? null : value.asText();
    }

    static List<String> texts(JsonNode node, String field) {
        var all = new ArrayList<String>();
        node.path(field).forEach(one -> all.add(one.asText()));
        return all;
    }

    static @Nullable LocalDate date(JsonNode node, String field) {
        var text = optional(node, field);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException noDate) {
            throw new LoadFailure(
                    "\"" + field + "\": \"" + text + "\" is not a date like 2025-07-01, in " + node, noDate);
        }
    }

    /** The day on which it no longer holds: documents name the last day, the APIs the day after. */
    static @Nullable LocalDate end(JsonNode node) {
        var last = date(node, "lastDay");
        return last == null ? null : last.plusDays(1);
    }

    /** Copies fields that the request calls by the same name. */
    static void copy(JsonNode from, ObjectNode to, String... fields) {
        for (var field : fields) {
            if (from.hasNonNull(field)) {
                to.set(field, from.get(field));
            }
        }
    }

    static void put(ObjectNode to, String field, @Nullable Object value) {
        if (value != null) {
            to.put(field, value.toString());
        }
    }
}
