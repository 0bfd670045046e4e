package vn.lantoa.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the other tests read is what kubectl would apply. It needs kubectl, so it is no part of {@code ./lantoa test};
 * {@code .ci/run} calls it where there is one.
 */
class KubectlRenderingIT {
    static Stream<Path> overlays() throws Exception {
        return Tree.realChecks().overlays().stream();
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void anOverlayRendersAsKubectlRendersIt(Path overlay, @TempDir Path folder) throws Exception {
        var output = folder.resolve("rendered.yaml");
        var kustomize = new ProcessBuilder("kubectl", "kustomize", overlay.toString())
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(kustomize.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(kustomize.exitValue()).isZero();

        var theirs = new TreeMap<String, JsonNode>();
        Yaml.documents(output).forEach(body -> theirs.put(key(body), sorted(body)));
        var ours = new TreeMap<String, JsonNode>();
        Tree.realChecks()
                .rendering(overlay)
                .resources()
                .forEach(resource -> ours.put(key(resource.body()), sorted(resource.body())));
        assertThat(ours.keySet()).isEqualTo(theirs.keySet());
        ours.forEach((key, body) -> assertThat(body).as(key).isEqualTo(theirs.get(key)));
    }

    private static String key(JsonNode body) {
        return body.path("apiVersion").asText() + " " + body.path("kind").asText() + " "
                + body.path("metadata").path("name").asText();
    }

    /** Strategic merges put items that are new before or behind the others; which, has no meaning. */
    private static JsonNode sorted(JsonNode body) {
        Nodes.walk(body, "", (path, node) -> {
            if (node instanceof ArrayNode array
                    && !array.isEmpty()
                    && array.get(0).has("name")) {
                var items = StreamSupport.stream(array.spliterator(), false)
                        .sorted(Comparator.comparing(item -> item.path("name").asText()))
                        .toList();
                array.removeAll().addAll(items);
            }
        });
        return body;
    }
}
