package vn.lantoa.deploy.kustomize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import vn.lantoa.deploy.Nodes;
import vn.lantoa.deploy.Resource;
import vn.lantoa.deploy.Yaml;

/** {@code patches}: strategic merges and JSON patches, each for at least one resource. */
final class Patches {
    private final Renderer renderer;
    private final Path folder;
    private final Path file;

    Patches(Renderer renderer, Path folder, Path file) {
        this.renderer = renderer;
        this.folder = folder;
        this.file = file;
    }

    void apply(JsonNode patches, List<Resource> resources) throws RenderException {
        for (int i = 0; i < patches.size(); i++) {
            apply("patches[" + i + "]", patches.get(i), resources);
        }
    }

    private void apply(String path, JsonNode entry, List<Resource> resources) throws RenderException {
        renderer.expectOnly(file, path, entry, Set.of("path", "patch", "target"));
        var target = entry.path("target");
        renderer.expectOnly(
                file, path + ".target", target, Set.of("group", "version", "kind", "name", "labelSelector"));
        for (var patch : content(path, entry)) {
            var touched = resources.stream()
                    .filter(resource -> target.isMissingNode() ? same(patch, resource) : aimed(target, resource))
                    .toList();
            if (touched.isEmpty()) {
                throw new RenderException(
                        renderer.name(file), path, "the patch is for nothing", "aim it at a resource that is there");
            }
            for (var resource : touched) {
                if (patch instanceof ArrayNode operations) {
                    new JsonPatch(renderer.name(file), path).apply(operations, resource);
                } else if (patch.path("$patch").asText().equals("delete")) {
                    resources.remove(resource);
                } else if (patch instanceof ObjectNode merged) {
                    var names = resource.name();
                    new StrategicMerge(renderer.name(file), path, resource.builtIn()).merge(resource.body(), merged);
                    if (!target.isMissingNode()) {
                        ((ObjectNode) resource.body().get("metadata")).put("name", names);
                    }
                }
            }
        }
    }

    private List<? extends JsonNode> content(String path, JsonNode entry) throws RenderException {
        if (entry.has("path")) {
            var source = folder.resolve(entry.path("path").asText()).normalize();
            if (!renderer.text(file, source).stripLeading().startsWith("-")
                    || renderer.text(file, source).startsWith("---")) {
                return renderer.documents(source);
            }
            return List.of(parse(path, renderer.text(file, source)));
        }
        return List.of(parse(path, entry.path("patch").asText()));
    }

    private JsonNode parse(String path, String text) throws RenderException {
        try {
            var patch = Yaml.parse(text);
            if (patch.isArray() || patch.isObject()) {
                return patch;
            }
        } catch (IOException e) {
            throw new RenderException(
                    renderer.name(file), path, "cannot be read as YAML", "write a mapping or a list of operations");
        }
        throw new RenderException(renderer.name(file), path, "is no patch", "write a mapping or a list of operations");
    }

    private static boolean same(JsonNode patch, Resource resource) {
        return patch.path("apiVersion").asText().equals(resource.apiVersion())
                && patch.path("kind").asText().equals(resource.kind())
                && patch.path("metadata").path("name").asText().equals(resource.name());
    }

    private static boolean aimed(JsonNode target, Resource resource) {
        var version = resource.apiVersion().substring(resource.apiVersion().indexOf('/') + 1);
        return matches(target.path("group"), resource.group())
                && matches(target.path("version"), version)
                && matches(target.path("kind"), resource.kind())
                && matches(target.path("name"), resource.name())
                && labelled(target.path("labelSelector").asText(), resource);
    }

    private static boolean matches(JsonNode expression, String value) {
        return expression.isMissingNode() || Pattern.matches(expression.asText(), value);
    }

    private static boolean labelled(String selector, Resource resource) {
        var labels = Nodes.strings(resource.body().path("metadata").path("labels"));
        for (var pair : selector.isEmpty() ? new String[0] : selector.split(",", -1)) {
            var sides = pair.split("==?", 2);
            if (sides.length < 2 || !sides[1].strip().equals(labels.get(sides[0].strip()))) {
                return false;
            }
        }
        return true;
    }
}
