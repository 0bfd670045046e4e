package vn.lantoa.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lantoa.events.Contract;

/** What a consumer reads of each committed sample is all that the producer wrote, and what it does not know is ignored. */
class PublishedSamplesTest {
    private static final UUID SUBJECT = UUID.fromString("0197a1b0-3c00-7d21-8a40-5e6f7a8b9c01");

    static Stream<Path> samples() throws IOException {
        try (var files = Files.list(Path.of("../../docs/events/samples"))) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theConsumersMapperReadsWhatTheProducersMapperWrote(Path sample) throws Exception {
        var name = sample.getFileName().toString();
        var type = name.substring(0, name.length() - ".json".length());
        var contract = contract(type);
        var written = EventJson.read(Files.readAllBytes(sample));
        var grown = (ObjectNode) written.path("state").deepCopy();
        grown.put("addedLater", "unknown here");
        var received = new ReceivedEvent(
                SUBJECT, type, "/lantoa/x", SUBJECT, 1, Instant.EPOCH, false, "x", written.path("change"), grown);

        assertThat(EventJson.read(EventJson.write(received.stateAs(part(contract, "state")))))
                .isEqualTo(written.path("state"));
        assertThat(EventJson.read(EventJson.write(received.changeAs(part(contract, "change")))))
                .isEqualTo(written.path("change"));
    }

    private static Class<?> contract(String type) throws IOException, URISyntaxException {
        var place = Path.of(Contract.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (var jar = Files.isDirectory(place) ? null : FileSystems.newFileSystem(place);
                var files = Files.walk(jar == null ? place : jar.getPath("/"))) {
            return files.map(file -> file.toString().replace('\\', '/'))
                    .filter(file -> file.contains("vn/lantoa/events/") && file.endsWith(".class"))
                    .map(file -> file.substring(file.indexOf("vn/lantoa"), file.length() - ".class".length()))
                    .<Class<?>>map(PublishedSamplesTest::load)
                    .filter(each -> each.isAnnotationPresent(Contract.class)
                            && each.getAnnotation(Contract.class).type().equals(type))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Class<?> load(String file) {
        try {
            return Class.forName(file.replace('/', '.'));
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static Class<?> part(Class<?> contract, String name) throws NoSuchMethodException {
        return contract.getDeclaredMethod(name).getReturnType();
    }
}
