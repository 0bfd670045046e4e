package vn.lantoa.deploy.checks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import vn.lantoa.deploy.Check;
import vn.lantoa.deploy.Findings;
import vn.lantoa.deploy.Nodes;
import vn.lantoa.deploy.Rendering;
import vn.lantoa.deploy.Resource;
import vn.lantoa.deploy.Workload;
import vn.lantoa.deploy.project.Project;

/** Ports of Services exist at the pods behind them; the way in from outside leads to Services and paths that are there. */
public final class Ports implements Check {
    @Override
    public void check(Rendering rendering, Project project, Findings findings) {
        rendering.all("Service").forEach(service -> service(rendering, service, findings));
        rendering.all("Ingress").forEach(ingress -> ingress(rendering, project, ingress, findings));
    }

    private static void service(Rendering rendering, Resource service, Findings findings) {
        var selector = Nodes.strings(service.spec().path("selector"));
        var ports = service.spec().path("ports");
        for (var workload : rendering.workloads()) {
            if (!selector.isEmpty() && Nodes.within(selector, workload.labels())) {
                for (int i = 0; i < ports.size(); i++) {
                    var target = ports.get(i).has("targetPort")
                            ? ports.get(i).path("targetPort")
                            : ports.get(i).path("port");
                    if (!at(workload).contains(target.asText())) {
                        findings.add(
                                service,
                                "spec.ports[" + i + "].targetPort",
                                "port '" + target.asText() + "' is none of " + workload,
                                "use one of " + at(workload));
                    }
                }
            }
        }
    }

    /** Names and numbers of the ports of a workload's pods. */
    static Set<String> at(Workload workload) {
        var ports = new TreeSet<String>();
        for (var container : workload.containers()) {
            for (var port : container.body().path("ports")) {
                ports.add(port.path("containerPort").asText());
                if (port.has("name")) {
                    ports.add(port.path("name").asText());
                }
            }
        }
        return ports;
    }

    private static void ingress(Rendering rendering, Project project, Resource ingress, Findings findings) {
        var rules = ingress.spec().path("rules");
        for (int i = 0; i < rules.size(); i++) {
            var paths = rules.get(i).path("http").path("paths");
            for (int j = 0; j < paths.size(); j++) {
                var at = "spec.rules[" + i + "].http.paths[" + j + "]";
                backend(rendering, ingress, at, paths.get(j).path("backend").path("service"), findings);
                path(project, ingress, at, paths.get(j), findings);
            }
        }
    }

    private static void backend(Rendering rendering, Resource ingress, String at, JsonNode backend, Findings findings) {
        var name = backend.path("name").asText();
        var port = backend.path("port");
        var service = rendering.find("Service", name);
        if (service.isEmpty()) {
            if (!Operators.hosts(rendering).contains(name)) {
                findings.add(
                        ingress, at + ".backend.service.name", "there is no Service " + name, "name one that is there");
            }
            return;
        }
        for (var field : Set.of("name", "number")) {
            var offered = service.get().spec().path("ports").findValuesAsText(field.equals("name") ? "name" : "port");
            if (port.has(field) && !offered.contains(port.path(field).asText())) {
                findings.add(
                        ingress,
                        at + ".backend.service.port." + field,
                        service.get() + " has no port '" + port.path(field).asText() + "'",
                        "use one of " + offered);
            }
        }
    }

    /** A service of ours answers below its own path only, and nothing of {@code /q} is for the world. */
    private static void path(Project project, Resource ingress, String at, JsonNode entry, Findings findings) {
        var path = entry.path("path").asText();
        var name = entry.path("backend").path("service").path("name").asText();
        for (var service : project.services()) {
            if (service.name().equals(name)) {
                var base = service.restPath();
                var above = base.substring(0, base.lastIndexOf('/'));
                if (!path.startsWith(above)) {
                    findings.add(
                            ingress,
                            at + ".path",
                            "'" + path + "' leads to " + name + ", which answers below " + base,
                            "write " + above + " or a path below it");
                }
            }
        }
    }
}
