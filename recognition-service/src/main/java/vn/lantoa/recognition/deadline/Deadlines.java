package vn.lantoa.recognition.deadline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The deadlines of {@code catalogue/deadlines.yaml}. Refuses what has no source. */
@ApplicationScoped
class Deadlines {
    private static final String FILE = "catalogue/deadlines.yaml";

    private final List<Deadline> all;

    Deadlines() {
        this(read());
    }

    Deadlines(JsonNode content) {
        all = deadlines(content.path("deadlines"));
    }

    List<Deadline> all() {
        return all;
    }

    private static List<Deadline> deadlines(JsonNode nodes) {
        var found = new ArrayList<Deadline>();
        for (var node : nodes) {
            found.add(new Deadline(
                    text(node, "code"),
                    texts(node.path("awardTypes")),
                    texts(node.path("states")),
                    node.path("days").decimalValue(),
                    node.path("warnDays").asInt(),
                    text(node, "legalRef"),
                    text(node, "confidence")));
        }
        return List.copyOf(found);
    }

    private static JsonNode read() {
        try (var stream = Thread.currentThread().getContextClassLoader().getResourceAsStream(FILE)) {
            if (stream == null) {
                throw new IllegalStateException("The catalogue lacks " + FILE);
            }
            return new YAMLMapper().readTree(stream);
        } catch (IOException unreadable) {
            throw new IllegalStateException("The catalogue cannot be read: " + FILE, unreadable);
        }
    }

    private static String text(JsonNode node, String field) {
        var value = node.path(field).asText("");
        if (value.isBlank()) {
            throw new IllegalStateException(FILE + ": " + field + " is missing in " + node);
        }
        return value;
    }

    private static List<String> texts(JsonNode nodes) {
        var found = new ArrayList<String>();
        nodes.forEach(node -> found.add(node.asText()));
        return List.copyOf(found);
    }
}
