package vn.lantoa.apichecks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** docs/personal-data.md: what is kept of persons, from the annotations of the code and the data about them. */
final class PersonalInventory {
    private static final String HEAD = """
            # Personal data

            Generated from the code (`@PersonalData` on record components) and `personal-data.yaml`; a test of `api-checks`
            compares, `-Dcontracts.write=true` writes it anew, and finds components with the name of something personal that say
            nothing. Sealed: the audit trail holds it only as ciphertext under the person's own key, which can be destroyed.
            """;
    /** Names under which something personal is to be expected. */
    private static final Pattern TELLING = Pattern.compile(
            "\\w*[pP]ersonName|displayName|recipientName|subjectName|readerName|otherNames?|birthDate|birthHash|identityNumber"
                    + "|identityHash|gender|ethnicGroup|nationality|staffCode|taxCode|diedOn|phone|email|wish|achievement");

    private static final List<String> SERVICES = List.of("units-service", "campaigns-service", "recognition-service");
    private static final List<String> LIBRARIES = List.of("access", "known-units");

    private final JsonNode data;
    private final Map<String, List<RecordHeaders.Component>> components = new LinkedHashMap<>();

    PersonalInventory(Path root) throws IOException {
        this.data = new ObjectMapper(new YAMLFactory())
                .readTree(Files.readString(
                        root.resolve("libraries/personal-data/src/main/resources/META-INF/lantoa/personal-data.yaml")));
        for (var service : SERVICES) {
            components.put(service, RecordHeaders.of(root.resolve(service)));
        }
        for (var library : LIBRARIES) {
            components.put(library, RecordHeaders.of(root.resolve("libraries").resolve(library)));
        }
    }

    /**
     * Components that are named like something personal, or sealed, and say no class; classes that there are not, and those
     * that nothing is of.
     */
    TreeSet<String> gaps() {
        var gaps = new TreeSet<String>();
        components.forEach((module, all) -> all.forEach(component -> {
            if (component.dataClass().isEmpty()
                    && (component.sealed() || TELLING.matcher(component.name()).matches())) {
                gaps.add(component.file() + ": " + component.place() + " says no class");
            }
            component
                    .dataClass()
                    .filter(code -> !data.path("classes").has(code))
                    .ifPresent(code -> gaps.add(component.place() + ": there is no class " + code));
        }));
        data.path("columns").forEach(service -> service.forEach(code -> unknown(code.asText(), gaps)));
        data.path("events").forEach(code -> unknown(code.asText(), gaps));
        var used = used();
        data.path("classes").properties().forEach(each -> {
            if (!used.contains(each.getKey())) {
                gaps.add("nothing is of the class " + each.getKey());
            }
            for (var field :
                    List.of("vi", "en", "sensitivity", "purpose", "legalRef", "confidence", "retention", "seenBy")) {
                if (each.getValue().path(field).asText().isBlank()) {
                    gaps.add(each.getKey() + " says no " + field);
                }
            }
        });
        return gaps;
    }

    private Set<String> used() {
        var used = new HashSet<String>();
        components.values().forEach(all -> all.forEach(each -> each.dataClass().ifPresent(used::add)));
        data.path("columns").forEach(service -> service.forEach(code -> used.add(code.asText())));
        data.path("events").forEach(code -> used.add(code.asText()));
        return used;
    }

    private void unknown(String code, TreeSet<String> gaps) {
        if (!data.path("classes").has(code)) {
            gaps.add("there is no class " + code);
        }
    }

    String markdown() {
        var page = new StringBuilder(HEAD);
        page.append("""

                ## Classes

                | Class | Tiếng Việt | English | Sensitivity | Purpose | Law | Certainty | Kept | Who sees it |
                |---|---|---|---|---|---|---|---|---|
                """);
        data.path("classes").properties().forEach(each -> {
            var it = each.getValue();
            page.append("| `").append(each.getKey()).append("` ");
            for (var field :
                    List.of("vi", "en", "sensitivity", "purpose", "legalRef", "confidence", "retention", "seenBy")) {
                page.append("| ").append(it.path(field).asText()).append(' ');
            }
            page.append("|\n");
        });
        page.append("""

                ## Requests, answers and what the services hand about

                | Where | Class | Fields | Of them sealed in the trail |
                |---|---|---|---|
                """);
        components.forEach((module, all) -> byClass(all)
                .forEach((code, some) -> page.append("| ")
                        .append(module)
                        .append(" | `")
                        .append(code)
                        .append("` | ")
                        .append(places(some))
                        .append(" | ")
                        .append(places(some.stream()
                                .filter(RecordHeaders.Component::sealed)
                                .toList()))
                        .append(" |\n")));
        page.append("""

                ## Tables

                | Where | Class | Columns |
                |---|---|---|
                """);
        data.path("columns")
                .properties()
                .forEach(service -> listed(service.getValue())
                        .forEach((code, places) -> page.append("| ")
                                .append(service.getKey())
                                .append(" | `")
                                .append(code)
                                .append("` | ")
                                .append(String.join(", ", places))
                                .append(" |\n")));
        page.append("""

                ## Events

                | Class | Components |
                |---|---|
                """);
        listed(data.path("events"))
                .forEach((code, places) -> page.append("| `")
                        .append(code)
                        .append("` | ")
                        .append(String.join(", ", places))
                        .append(" |\n"));
        return page.toString();
    }

    private static Map<String, List<RecordHeaders.Component>> byClass(List<RecordHeaders.Component> all) {
        var byClass = new TreeMap<String, List<RecordHeaders.Component>>();
        all.forEach(component -> component
                .dataClass()
                .ifPresent(code ->
                        byClass.computeIfAbsent(code, each -> new ArrayList<>()).add(component)));
        return byClass;
    }

    private static String places(List<RecordHeaders.Component> some) {
        return String.join(
                ", ",
                new TreeSet<>(some.stream()
                        .map(component -> "`" + component.place() + "`")
                        .toList()));
    }

    private static Map<String, List<String>> listed(JsonNode places) {
        var byClass = new TreeMap<String, List<String>>();
        places.properties()
                .forEach(place -> byClass.computeIfAbsent(place.getValue().asText(), each -> new ArrayList<>())
                        .add("`" + place.getKey() + "`"));
        return byClass;
    }
}
