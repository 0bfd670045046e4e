package vn.lantoa.deploy.kustomize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import vn.lantoa.deploy.Nodes;
import vn.lantoa.deploy.Resource;
import vn.lantoa.deploy.Yaml;

/** Renders one overlay, as {@code kubectl kustomize} does, and remembers the file of each resource. */
public final class Renderer {
    private static final String FILE = "kustomization.yaml";
    private static final Set<String> KEYS = Set.of(
            "apiVersion",
            "kind",
            "metadata",
            "resources",
            "components",
            "configMapGenerator",
            "generatorOptions",
            "patches",
            "namespace",
            "labels",
            "replicas",
            "images");

    private final Path project;
    private final Set<Path> read = new TreeSet<>();

    /** @param project the folder that file names are relative to */
    public Renderer(Path project) {
        this.project = project.toAbsolutePath().normalize();
    }

    /** The files that were read so far. */
    public Set<Path> read() {
        return Set.copyOf(read);
    }

    /** What the overlay in a folder brings. */
    public List<Resource> render(Path overlay) throws RenderException {
        var resources = build(overlay.toAbsolutePath().normalize(), new ArrayList<>(), "Kustomization");
        Hashes.name(resources);
        return resources;
    }

    private List<Resource> build(Path folder, List<Resource> resources, String kind) throws RenderException {
        var file = folder.resolve(FILE);
        var kustomization = kustomization(file, kind);
        for (var entry : Nodes.texts(kustomization.path("resources"))) {
            var path = folder.resolve(entry).normalize();
            resources.addAll(
                    Files.isDirectory(path) ? build(path, new ArrayList<>(), "Kustomization") : declared(file, path));
        }
        for (var entry : Nodes.texts(kustomization.path("components"))) {
            build(folder.resolve(entry).normalize(), resources, "Component");
        }
        refuseTwins(file, resources);
        var generator = new ConfigMaps(this, folder, file);
        generator.generate(kustomization, resources);
        new Patches(this, folder, file).apply(kustomization.path("patches"), resources);
        new Transformers(name(file)).apply(kustomization, resources);
        return resources;
    }

    private ObjectNode kustomization(Path file, String kind) throws RenderException {
        var documents = documents(file);
        if (documents.size() != 1) {
            throw new RenderException(name(file), "", "is not one document", "keep one kustomization in one file");
        }
        var kustomization = documents.getFirst();
        if (!kustomization.path("kind").asText().equals(kind)) {
            throw new RenderException(
                    name(file), "kind", "is used as a " + kind, "say kind: " + kind + " or list it where it belongs");
        }
        expectOnly(file, "", kustomization, KEYS);
        return kustomization;
    }

    private List<Resource> declared(Path by, Path path) throws RenderException {
        if (!Files.isRegularFile(path)) {
            throw new RenderException(name(by), "resources", "there is no " + name(path), "name a file that exists");
        }
        var resources = new ArrayList<Resource>();
        for (var document : documents(path)) {
            var resource = new Resource(name(path), document);
            if (resource.kind().isEmpty()
                    || resource.apiVersion().isEmpty()
                    || resource.name().isEmpty()) {
                throw new RenderException(
                        name(path), "", "a resource lacks apiVersion, kind or metadata.name", "give it all three");
            }
            resources.add(resource);
        }
        return resources;
    }

    private void refuseTwins(Path file, List<Resource> resources) throws RenderException {
        var seen = new HashSet<String>();
        for (var resource : resources) {
            if (!seen.add(resource.group() + " " + resource)) {
                throw new RenderException(
                        name(file), "resources", resource + " comes twice", "keep one or give one another name");
            }
        }
    }

    List<ObjectNode> documents(Path file) throws RenderException {
        read.add(file);
        try {
            return Yaml.documents(file);
        } catch (IOException e) {
            throw new RenderException(
                    name(file),
                    "",
                    "cannot be read as YAML: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                    "make it a YAML file whose keys stand once");
        }
    }

    String text(Path by, Path file) throws RenderException {
        read.add(file);
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new RenderException(name(by), "", "there is no " + name(file), "name a file that exists");
        }
    }

    void expectOnly(Path file, String path, JsonNode node, Set<String> known) throws RenderException {
        for (var entry : node.properties()) {
            if (!known.contains(entry.getKey())) {
                throw new RenderException(
                        name(file),
                        path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(),
                        "kustomize key '" + entry.getKey() + "' is unknown here",
                        "use one of " + new TreeSet<>(known) + ", or teach the renderer");
            }
        }
    }

    /** Name of a file as findings show it. */
    public String name(Path file) {
        return project.relativize(file.toAbsolutePath().normalize()).toString().replace('\\', '/');
    }
}
