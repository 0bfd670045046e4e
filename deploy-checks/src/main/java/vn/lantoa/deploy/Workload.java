package vn.lantoa.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Something that makes pods.
 *
 * @param path of the pod template within the resource
 */
public record Workload(Resource resource, String path, JsonNode template) {
    /** The workload that a resource is, or none. */
    static Stream<Workload> of(Resource resource) {
        return switch (resource.kind()) {
            case "Deployment", "StatefulSet", "DaemonSet", "Job", "ReplicaSet" ->
                Stream.of(
                        new Workload(resource, "spec.template", resource.spec().path("template")));
            case "CronJob" ->
                Stream.of(new Workload(
                        resource,
                        "spec.jobTemplate.spec.template",
                        resource.spec().path("jobTemplate").path("spec").path("template")));
            case "Pod" -> Stream.of(new Workload(resource, "", resource.body()));
            default -> Stream.empty();
        };
    }

    public JsonNode pod() {
        return template.path("spec");
    }

    public String podPath() {
        return path.isEmpty() ? "spec" : path + ".spec";
    }

    public Map<String, String> labels() {
        return Nodes.strings(template.path("metadata").path("labels"));
    }

    /** Main and initial containers. */
    public List<Container> containers() {
        var containers = new ArrayList<Container>();
        for (var list : List.of("initContainers", "containers")) {
            var nodes = pod().path(list);
            for (int i = 0; i < nodes.size(); i++) {
                containers.add(new Container(podPath() + "." + list + "[" + i + "]", nodes.get(i), list));
            }
        }
        return containers;
    }

    @Override
    public String toString() {
        return resource.toString();
    }

    /**
     * A container of a pod.
     *
     * @param list {@code containers} or {@code initContainers}
     */
    public record Container(String path, JsonNode body, String list) {
        public String name() {
            return body.path("name").asText();
        }

        public boolean initial() {
            return list.equals("initContainers");
        }
    }
}
