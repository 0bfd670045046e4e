package vn.lantoa.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is committed is what is published: a sample of every event, and the catalogue. {@code -Dcontracts.write=true}
 * writes both anew after a contract has grown.
 */
class ContractsTest {
    private static final Path SAMPLES = Path.of("src/main/resources/META-INF/lantoa/events");
    private static final Path CATALOGUE = Path.of("../../docs/events/catalogue.md");
    private static final boolean WRITE = Boolean.getBoolean("contracts.write");
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .defaultPrettyPrinter(
                    new DefaultPrettyPrinter().withArrayIndenter(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE))
            .build();

    static List<Class<?>> contracts() {
        return EveryContract.all();
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void theCommittedSampleIsReadAndWrittenBackTheSame(Class<?> type) throws IOException {
        var file = SAMPLES.resolve(EveryContract.of(type).type() + ".json");
        if (WRITE) {
            Files.createDirectories(SAMPLES);
            Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(Example.of(type)) + "\n");
        }

        var committed = JSON.readTree(file.toFile());

        assertThat(JSON.<Object>readValue(file.toFile(), JSON.constructType(type)))
                .isEqualTo(Example.of(type));
        assertThat(JSON.<com.fasterxml.jackson.databind.JsonNode>valueToTree(Example.of(type)))
                .isEqualTo(committed);
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void theTypeSaysServiceAggregateAndWhatHappened(Class<?> type) {
        var contract = EveryContract.of(type);
        var service = contract.topic().topicName().split("\\.", -1)[1];

        assertThat(contract.type()).matches("vn\\.lantoa\\." + service + "\\.[a-z-]+\\.[a-z-]+\\.v1");
    }

    @Test
    void noTwoEventsShareAType() {
        assertThat(contracts())
                .extracting(type -> EveryContract.of(type).type())
                .doesNotHaveDuplicates();
    }

    @Test
    void theCatalogueNamesEveryEvent() throws IOException {
        if (WRITE) {
            Files.createDirectories(CATALOGUE.getParent());
            Files.writeString(CATALOGUE, catalogue());
        }

        assertThat(Files.readString(CATALOGUE)).isEqualTo(catalogue());
    }

    private static String catalogue() {
        var rows = contracts().stream()
                .map(type -> "| `%s` | `%s` | %s |"
                        .formatted(
                                EveryContract.of(type).type(),
                                EveryContract.of(type).topic().topicName(),
                                type.getSimpleName()))
                .collect(Collectors.joining("\n"));
        return """
                # Events

                CloudEvents 1.0 on Kafka in binary mode: `ce_*` headers, JSON value `{"change": …, "state": …}`, key = subject =
                id of the aggregate. `aggregateversion` counts the events of one aggregate. Delivered at least once; topics are
                compacted, so the newest state of everything stays. What is on `lantoa.units.restricted` is encrypted and never in
                `GET /events`. A sample of each lies in `libraries/event-contracts/src/main/resources/META-INF/lantoa/events`.

                | Type | Topic | Record |
                |---|---|---|
                """ + rows + "\n";
    }
}
