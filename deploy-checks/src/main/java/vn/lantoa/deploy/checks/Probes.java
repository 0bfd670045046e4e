package vn.lantoa.deploy.checks;

import java.util.Map;
import vn.lantoa.deploy.Check;
import vn.lantoa.deploy.Findings;
import vn.lantoa.deploy.Rendering;
import vn.lantoa.deploy.Workload;
import vn.lantoa.deploy.project.Project;
import vn.lantoa.deploy.project.ServiceFacts;

/** Every Deployment has three probes, at paths and ports that its service serves; so have the scrapers. */
public final class Probes implements Check {
    private static final Map<String, String> ENDINGS =
            Map.of("livenessProbe", "/live", "readinessProbe", "/ready", "startupProbe", "/started");

    @Override
    public void check(Rendering rendering, Project project, Findings findings) {
        for (var workload : rendering.workloads()) {
            for (var container : workload.containers()) {
                if (workload.resource().is("Deployment") && !container.initial()) {
                    ENDINGS.keySet().stream()
                            .sorted()
                            .forEach(probe -> probe(rendering, project, workload, container, probe, findings));
                }
            }
        }
        rendering.all("ServiceMonitor").forEach(monitor -> {
            var endpoints = monitor.spec().path("endpoints");
            for (int i = 0; i < endpoints.size(); i++) {
                var path = endpoints.get(i).path("path").asText("/metrics");
                if (project.services().stream()
                        .noneMatch(service -> service.metricsPath().equals(path))) {
                    findings.add(
                            monitor,
                            "spec.endpoints[" + i + "].path",
                            "no service has metrics at '" + path + "'",
                            "use " + project.services().getFirst().metricsPath());
                }
            }
        });
    }

    private static void probe(
            Rendering rendering,
            Project project,
            Workload workload,
            Workload.Container container,
            String name,
            Findings findings) {
        var probe = container.body().path(name);
        var at = container.path() + "." + name;
        if (probe.isMissingNode()) {
            findings.add(workload.resource(), at, "the container has no " + name, "add it; see the other services");
            return;
        }
        var service = project.serviceOfImage(container.body().path("image").asText());
        if (service.isEmpty()) {
            return;
        }
        var path = probe.path("httpGet").path("path").asText();
        var expected = service.get().healthPaths().stream()
                .filter(known -> known.endsWith(ENDINGS.getOrDefault(name, "")))
                .findFirst()
                .orElse("");
        if (!path.equals(expected)) {
            findings.add(
                    workload.resource(),
                    at + ".httpGet.path",
                    "'" + path + "' is not where " + service.get().name() + " answers a " + name,
                    "use " + expected);
        }
        var port = number(container, probe.path("httpGet").path("port").asText());
        var served = served(rendering, container, service.get());
        if (!port.equals(served)) {
            findings.add(
                    workload.resource(),
                    at + ".httpGet.port",
                    "port '" + probe.path("httpGet").path("port").asText() + "' is not served; health is at " + served,
                    "use the port that is declared with containerPort " + served);
        }
    }

    /** The number behind a port's name. */
    private static String number(Workload.Container container, String port) {
        for (var declared : container.body().path("ports")) {
            if (declared.path("name").asText().equals(port)) {
                return declared.path("containerPort").asText();
            }
        }
        return port;
    }

    private static String served(Rendering rendering, Workload.Container container, ServiceFacts service) {
        var environment = Settings.environment(rendering, container.body());
        return service.hasManagementPort()
                ? environment.getOrDefault(
                        "QUARKUS_MANAGEMENT_PORT", service.setting("quarkus.management.port", "9000"))
                : environment.getOrDefault("QUARKUS_HTTP_PORT", service.setting("quarkus.http.port", "8080"));
    }
}
