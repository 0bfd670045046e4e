package vn.lantoa.deploy.kustomize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.lantoa.deploy.Nodes;
import vn.lantoa.deploy.Resource;

/** {@code configMapGenerator}: ConfigMaps from env files, files and literals. */
final class ConfigMaps {
    /** Marks a generated map until its name gets the hash of its content. */
    static final String HASH = "lantoa-needs-hash";

    private final Renderer renderer;
    private final Path folder;
    private final Path file;

    ConfigMaps(Renderer renderer, Path folder, Path file) {
        this.renderer = renderer;
        this.folder = folder;
        this.file = file;
    }

    void generate(ObjectNode kustomization, List<Resource> resources) throws RenderException {
        var common = kustomization.path("generatorOptions");
        renderer.expectOnly(file, "generatorOptions", common, Set.of("disableNameSuffixHash", "labels", "annotations"));
        var generators = kustomization.path("configMapGenerator");
        for (int i = 0; i < generators.size(); i++) {
            generate("configMapGenerator[" + i + "]", generators.get(i), common, resources);
        }
    }

    private void generate(String path, JsonNode generator, JsonNode common, List<Resource> resources)
            throws RenderException {
        renderer.expectOnly(file, path, generator, Set.of("name", "behavior", "envs", "files", "literals", "options"));
        var options = generator.path("options");
        renderer.expectOnly(file, path + ".options", options, Set.of("disableNameSuffixHash", "labels", "annotations"));
        var keyFiles = new LinkedHashMap<String, String>();
        var data = data(path, generator, keyFiles);
        var name = generator.path("name").asText();
        var behavior = generator.path("behavior").asText("create");
        if (behavior.equals("create")) {
            resources.add(new Resource(renderer.name(file), map(name, data, common, options), keyFiles));
            return;
        }
        for (var resource : resources) {
            if (resource.is("ConfigMap") && resource.name().equals(name) && behavior.equals("merge")) {
                data.forEach(((ObjectNode) resource.body().get("data"))::put);
                resource.keyFiles().putAll(keyFiles);
                return;
            }
        }
        throw new RenderException(
                renderer.name(file),
                path,
                "'" + behavior + "' finds no ConfigMap " + name,
                "create it below, or use behavior: merge on one that is generated below");
    }

    private Map<String, String> data(String path, JsonNode generator, Map<String, String> keyFiles)
            throws RenderException {
        var data = new LinkedHashMap<String, String>();
        for (var env : Nodes.texts(generator.path("envs"))) {
            var source = folder.resolve(env).normalize();
            for (var line : renderer.text(file, source).lines().toList()) {
                var entry = line.stripLeading();
                if (!entry.isEmpty() && !entry.startsWith("#")) {
                    put(renderer.name(source), entry, data);
                    keyFiles.put(entry.substring(0, entry.indexOf('=')), renderer.name(source));
                }
            }
        }
        for (var named : Nodes.texts(generator.path("files"))) {
            int equals = named.indexOf('=');
            var source = folder.resolve(named.substring(equals + 1)).normalize();
            var key = equals < 0 ? source.getFileName().toString() : named.substring(0, equals);
            data.put(key, renderer.text(file, source));
            keyFiles.put(key, renderer.name(source));
        }
        for (var literal : Nodes.texts(generator.path("literals"))) {
            put(renderer.name(file), literal, data);
            keyFiles.put(literal.substring(0, literal.indexOf('=')), renderer.name(file));
        }
        if (data.isEmpty()) {
            throw new RenderException(renderer.name(file), path, "generates nothing", "name envs, files or literals");
        }
        return data;
    }

    private static void put(String source, String entry, Map<String, String> data) throws RenderException {
        int equals = entry.indexOf('=');
        if (equals < 1) {
            throw new RenderException(source, entry, "is no KEY=VALUE", "give the key its value");
        }
        if (data.put(entry.substring(0, equals), entry.substring(equals + 1)) != null) {
            throw new RenderException(source, entry.substring(0, equals), "stands twice", "keep one of them");
        }
    }

    private static ObjectNode map(String name, Map<String, String> data, JsonNode common, JsonNode options) {
        var nodes = JsonNodeFactory.instance;
        var body = nodes.objectNode().put("apiVersion", "v1").put("kind", "ConfigMap");
        var content = body.putObject("data");
        data.forEach(content::put);
        var metadata = body.putObject("metadata").put("name", name);
        for (var kind : List.of("labels", "annotations")) {
            for (var from : List.of(common, options)) {
                Nodes.strings(from.path(kind))
                        .forEach((key, value) -> metadata.withObject("/" + kind).put(key, value));
            }
        }
        if (!common.path("disableNameSuffixHash").asBoolean()
                && !options.path("disableNameSuffixHash").asBoolean()) {
            metadata.put(HASH, true);
        }
        return body;
    }
}
