package vn.lantoa.deploy.checks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import vn.lantoa.deploy.Check;
import vn.lantoa.deploy.Findings;
import vn.lantoa.deploy.Rendering;
import vn.lantoa.deploy.Resource;
import vn.lantoa.deploy.project.Project;

/** Every container, and every pod that an operator makes, asks for processor and memory and has a limit of memory. */
public final class Limits implements Check {
    private static final Set<String> OPERATED = Set.of("Cluster", "KafkaNodePool", "Keycloak");

    @Override
    public void check(Rendering rendering, Project project, Findings findings) {
        for (var workload : rendering.workloads()) {
            for (var container : workload.containers()) {
                resources(
                        workload.resource(), container.path(), container.body().path("resources"), findings);
            }
        }
        rendering.resources().stream()
                .filter(resource -> OPERATED.contains(resource.kind()))
                .forEach(resource -> resources(resource, "spec", resource.spec().path("resources"), findings));
    }

    private static void resources(Resource resource, String at, JsonNode resources, Findings findings) {
        require(
                resource,
                at + ".resources.requests.cpu",
                resources.path("requests").has("cpu"),
                findings);
        require(
                resource,
                at + ".resources.requests.memory",
                resources.path("requests").has("memory"),
                findings);
        require(
                resource,
                at + ".resources.limits.memory",
                resources.path("limits").has("memory"),
                findings);
    }

    private static void require(Resource resource, String path, boolean there, Findings findings) {
        if (!there) {
            findings.add(resource, path, "is not set", "set it to what was measured");
        }
    }
}
