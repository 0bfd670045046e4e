package vn.lantoa.platform.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reading what a document says. */
final class Json {
    private Json() {}

    static JsonNode object() {
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

    static @Nullable Integer number(JsonNode node, String field) {
        return node.hasNonNull(field) ? Integer.valueOf(year(node, field)) : null;
    }

    /** A number that has to be there. */
    static int year(JsonNode node, String field) {
        try {
            return Integer.parseInt(text(node, field));
        } catch (NumberFormatException noNumber) {
            throw new LoadFailure(
                    "\"" + field + "\": \"" + text(node, field) + "\" is not a number, in " + node, noNumber);
        }
    }

    /** A date that has to be there. */
    static LocalDate day(JsonNode node, String field) {
        var day = date(node, field);
        if (day == null) {
            throw new LoadFailure("\"" + field + "\" is missing in " + node);
        }
        return day;
    }

    /** What each entry of a list becomes, in the order of the list; null where there is none. */
    static <T> @Nullable List<T> each(JsonNode node, String field, Function<JsonNode, T> what) {
        if (!node.hasNonNull(field)) {
            return null;
        }
        var all = new ArrayList<T>();
        node.path(field).forEach(one -> all.add(what.apply(one)));
        return all;
    }
}
