package vn.lantoa.deploy.kustomize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import vn.lantoa.deploy.Nodes;
import vn.lantoa.deploy.Resource;

/** {@code namespace}, {@code labels}, {@code replicas} and {@code images}. */
final class Transformers {
    private static final Set<String> CLUSTER_WIDE = Set.of(
            "Namespace",
            "ClusterRole",
            "ClusterRoleBinding",
            "CustomResourceDefinition",
            "PersistentVolume",
            "PriorityClass",
            "StorageClass");
    private static final List<String> TEMPLATES = List.of(
            "/spec/template/metadata/labels",
            "/spec/jobTemplate/metadata/labels",
            "/spec/jobTemplate/spec/template/metadata/labels");

    private final String file;

    Transformers(String file) {
        this.file = file;
    }

    void apply(ObjectNode kustomization, List<Resource> resources) throws RenderException {
        namespace(kustomization.path("namespace").asText(), resources);
        for (var labels : kustomization.path("labels")) {
            label(labels, resources);
        }
        for (var replicas : kustomization.path("replicas")) {
            scale(replicas, resources);
        }
        for (var image : kustomization.path("images")) {
            image(image, resources);
        }
    }

    private static void namespace(String namespace, List<Resource> resources) {
        for (var resource : resources) {
            if (!namespace.isEmpty() && resource.body().get("metadata") instanceof ObjectNode metadata) {
                if (resource.is("Namespace")) {
                    metadata.put("name", namespace);
                } else if (!CLUSTER_WIDE.contains(resource.kind())) {
                    metadata.put("namespace", namespace);
                }
            }
        }
    }

    private void label(JsonNode labels, List<Resource> resources) throws RenderException {
        only("labels", labels, Set.of("pairs", "includeTemplates"));
        for (var resource : resources) {
            Nodes.strings(labels.path("pairs")).forEach(resource.body().withObject("/metadata/labels")::put);
            for (var template : TEMPLATES) {
                var owner = template.substring(0, template.indexOf("/metadata"));
                if (labels.path("includeTemplates").asBoolean()
                        && resource.builtIn()
                        && resource.body().at(owner).isObject()) {
                    Nodes.strings(labels.path("pairs")).forEach(resource.body().withObject(template)::put);
                }
            }
        }
    }

    private void scale(JsonNode replicas, List<Resource> resources) throws RenderException {
        only("replicas", replicas, Set.of("name", "count"));
        var name = replicas.path("name").asText();
        var scaled = resources.stream()
                .filter(resource -> Set.of("Deployment", "StatefulSet").contains(resource.kind()))
                .filter(resource -> resource.name().equals(name))
                .toList();
        if (scaled.isEmpty()) {
            throw new RenderException(file, "replicas", "there is no " + name + " to scale", "name a Deployment");
        }
        scaled.forEach(resource -> resource.body()
                .withObject("/spec")
                .put("replicas", replicas.path("count").asInt()));
    }

    private void image(JsonNode image, List<Resource> resources) throws RenderException {
        only("images", image, Set.of("name", "newName", "newTag", "digest"));
        var name = image.path("name").asText();
        var used = false;
        for (var resource : resources) {
            for (var list : List.of("containers", "initContainers")) {
                for (var holder : resource.body().findParents(list)) {
                    for (var container : holder.path(list)) {
                        if (container instanceof ObjectNode object
                                && bare(object.path("image").asText()).equals(name)) {
                            object.put("image", renamed(object.path("image").asText(), image));
                            used = true;
                        }
                    }
                }
            }
        }
        if (!used) {
            throw new RenderException(file, "images", "no container runs " + name, "name an image that is used");
        }
    }

    private static String renamed(String old, JsonNode image) {
        var name = image.path("newName").asText(bare(old));
        if (image.has("digest")) {
            return name + (image.has("newTag") ? ":" + image.path("newTag").asText() : "") + "@"
                    + image.path("digest").asText();
        }
        return image.has("newTag")
                ? name + ":" + image.path("newTag").asText()
                : name + old.substring(bare(old).length());
    }

    private static String bare(String image) {
        var name = image.contains("@") ? image.substring(0, image.indexOf('@')) : image;
        int colon = name.lastIndexOf(':');
        return colon > name.lastIndexOf('/') ? name.substring(0, colon) : name;
    }

    private void only(String path, JsonNode node, Set<String> known) throws RenderException {
        for (var entry : node.properties()) {
            if (!known.contains(entry.getKey())) {
                throw new RenderException(
                        file,
                        path + "." + entry.getKey(),
                        "kustomize key '" + entry.getKey() + "' is unknown here",
                        "use one of " + known + ", or teach the renderer");
            }
        }
    }
}
