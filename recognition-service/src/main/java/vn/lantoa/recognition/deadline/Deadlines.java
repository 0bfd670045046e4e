package vn.lantoa.recognition.deadline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;

/** The deadlines and the calendar of {@code catalogue/deadlines.yaml}. Refuses what has no source. */
@ApplicationScoped
class Deadlines {
    private static final String FILE = "catalogue/deadlines.yaml";

    private final List<Deadline> all;
    private final WorkingDays calendar;

    Deadlines() {
        this(read());
    }

    Deadlines(JsonNode content) {
        all = deadlines(content.path("deadlines"));
        calendar = calendar(content.path("rest"));
    }

    List<Deadline> all() {
        return all;
    }

    WorkingDays calendar() {
        return calendar;
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

    private static WorkingDays calendar(JsonNode rest) {
        text(rest.path("weekdays"), "legalRef");
        var restDays = EnumSet.noneOf(DayOfWeek.class);
        texts(rest.path("weekdays").path("days")).forEach(day -> restDays.add(DayOfWeek.valueOf(day)));
        var everyYear = new HashSet<MonthDay>();
        var once = new HashSet<LocalDate>();
        for (var holiday : rest.path("holidays")) {
            text(holiday, "legalRef");
            if (holiday.has("every")) {
                everyYear.add(MonthDay.parse("--" + text(holiday, "every")));
            }
            texts(holiday.path("on")).forEach(day -> once.add(LocalDate.parse(day)));
        }
        return new WorkingDays(restDays, everyYear, once);
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
