package vn.lantoa.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is committed is what is published: schema and sample of every event, and the catalogue.
 * {@code -Dcontracts.write=true} writes them anew after a contract has grown; {@code -Dcontracts.release=true} copies the
 * schemas to those that consumers rely on.
 */
class ContractsTest {
    private static final String EVENTS = "docs/events/";
    private static final boolean RELEASE = Boolean.getBoolean("contracts.release");

    static List<Class<?>> contracts() {
        return EveryContract.all();
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void theCommittedSchemaIsThatOfTheRecord(Class<?> event) {
        Committed.assertSame(
                EVENTS + "schemas/" + EveryContract.of(event).type() + ".json",
                EventJson.pretty(EventSchemas.of(event)));
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void theCommittedSampleIsWhatTheCodeWritesAndFitsItsSchema(Class<?> event) throws IOException {
        var type = EveryContract.of(event).type();
        var sample = Samples.of(event);

        Committed.assertSame(EVENTS + "samples/" + type + ".json", EventJson.pretty(EventJson.value(sample)));
        var committed = EventJson.read(Files.readString(Committed.ROOT.resolve(EVENTS + "samples/" + type + ".json")));
        assertThat(EventJson.errors(EventSchemas.of(event), committed)).as(type).isEmpty();
        ((ObjectNode) committed).put("subject", sample.subject().toString());
        assertThat(EventJson.MAPPER.<Object>treeToValue(committed, EventJson.MAPPER.constructType(event)))
                .isEqualTo(sample);
    }

    @Test
    void theSamplesShowEveryField() {
        var shown = new TreeSet<String>();
        Samples.all().forEach(sample -> show(sample, shown));

        var declared = new TreeSet<String>();
        contracts()
                .forEach(event -> EventSchemas.of(event)
                        .path("$defs")
                        .properties()
                        .forEach(record -> record.getValue()
                                .path("properties")
                                .fieldNames()
                                .forEachRemaining(field -> declared.add(record.getKey() + "." + field))));
        assertThat(shown).containsAll(declared);
    }

    @Test
    void aSampleThatOffendsItsSchemaIsFound() {
        var event = Samples.all().getFirst();
        var schema = EventSchemas.of(event.getClass());
        var value = EventJson.value(event);
        ((ObjectNode) value.path("state"))
                .put("id", "no-uuid")
                .put("validFrom", "yesterday")
                .remove("versions");

        assertThat(EventJson.errors(schema, value))
                .hasSize(3)
                .anyMatch(error -> error.contains("/state/id"))
                .anyMatch(error -> error.contains("/state/validFrom"))
                .anyMatch(error -> error.contains("versions"));
    }

    @Test
    void theFoldersHoldNothingElse() {
        var files = contracts().stream()
                .map(event -> EveryContract.of(event).type() + ".json")
                .collect(Collectors.toSet());
        Committed.assertOnly(EVENTS + "schemas", files);
        Committed.assertOnly(EVENTS + "samples", files);
    }

    @Test
    void whatConsumersRelyOnIsStillTrue() throws IOException {
        var released = Committed.ROOT.resolve(EVENTS + "released");
        Files.createDirectories(released);
        var breaks = new ArrayList<String>();
        for (String file : names(released)) {
            var type = file.substring(0, file.length() - ".json".length());
            breaks.addAll(SchemaCompatibility.breaks(
                    type, EventJson.read(Files.readString(released.resolve(file))), current(type)));
        }
        assertThat(breaks).isEmpty();
        if (RELEASE) {
            for (Class<?> event : contracts()) {
                Files.writeString(
                        released.resolve(EveryContract.of(event).type() + ".json"),
                        EventJson.pretty(EventSchemas.of(event)));
            }
        }
        assertThat(names(released)).as("released schemas").isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void theTypeSaysServiceAggregateAndWhatHappened(Class<?> type) {
        var contract = EveryContract.of(type);

        assertThat(contract.type())
                .matches("vn\\.lantoa\\." + contract.topic().writer().code() + "\\.[a-z-]+\\.[a-z-]+\\.v[1-9]");
    }

    @Test
    void noTwoEventsShareAType() {
        assertThat(contracts())
                .extracting(type -> EveryContract.of(type).type())
                .doesNotHaveDuplicates();
    }

    @Test
    void theCatalogueNamesEveryEvent() {
        Committed.assertSame(EVENTS + "catalogue.md", catalogue());
    }

    private static JsonNode current(String type) {
        return contracts().stream()
                .filter(event -> EveryContract.of(event).type().equals(type))
                .findFirst()
                .map(EventSchemas::of)
                .orElse(null);
    }

    private static Set<String> names(java.nio.file.Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static void show(Object value, Set<String> shown) {
        if (value instanceof List<?> list) {
            list.forEach(each -> show(each, shown));
        } else if (value instanceof Record) {
            for (RecordComponent component : value.getClass().getRecordComponents()) {
                try {
                    var part = component.getAccessor().invoke(value);
                    if (part != null && !List.of().equals(part)) {
                        shown.add(value.getClass().getSimpleName() + "." + component.getName());
                        show(part, shown);
                    }
                } catch (ReflectiveOperationException unreadable) {
                    throw new IllegalStateException(unreadable);
                }
            }
        }
    }

    private static String catalogue() {
        var topics = Arrays.stream(Topic.values())
                .map(topic -> "| `%s` | %s | %s | %d | %s | %s |"
                        .formatted(
                                topic.topicName(),
                                topic.writer().workload(),
                                topic.readers().isEmpty()
                                        ? "–"
                                        : topic.readers().stream()
                                                .map(reader -> "`" + reader.group() + "`")
                                                .collect(Collectors.joining(", ")),
                                topic.partitions(),
                                topic.compacted() ? "compacted" : "90 days",
                                topic.readers().isEmpty()
                                        ? "–"
                                        : "%,d, %d s"
                                                .formatted(
                                                        topic.allowedLag().events(),
                                                        topic.allowedLag().age().toSeconds())))
                .collect(Collectors.joining("\n"));
        var rows = contracts().stream()
                .map(type -> "| [`%1$s`](schemas/%1$s.json) | [sample](samples/%1$s.json) | `%2$s` | %3$s |"
                        .formatted(
                                EveryContract.of(type).type(),
                                EveryContract.of(type).topic().topicName(),
                                type.getAnnotation(Meaning.class).value()))
                .collect(Collectors.joining("\n"));
        return """
                # Events

                CloudEvents 1.0 on Kafka in binary mode: `ce_*` headers, JSON value `{"change": …, "state": …}`, key = subject =
                id of the aggregate. `aggregateversion` counts the events of one aggregate. Delivered at least once; topics are
                compacted, so the newest state of everything stays. What is on `lantoa.units.restricted` is encrypted and never in
                `GET /events`. The same as AsyncAPI 3: [asyncapi.yaml](asyncapi.yaml). How to read them:
                [docs/guides/events.md](../guides/events.md).

                ## Topics

                | Topic | Written by | Read by | Partitions | Kept | Allowed lag |
                |---|---|---|---|---|---|
                """ + topics + """


                ## Types

                | Type | | Topic | |
                |---|---|---|---|
                """ + rows + "\n";
    }
}
