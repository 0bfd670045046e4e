package vn.lantoa.deploy.checks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import vn.lantoa.deploy.Check;
import vn.lantoa.deploy.Findings;
import vn.lantoa.deploy.Nodes;
import vn.lantoa.deploy.Rendering;
import vn.lantoa.deploy.Resource;
import vn.lantoa.deploy.Workload;
import vn.lantoa.deploy.project.Flows;
import vn.lantoa.deploy.project.Project;

/** Whatever selects pods or services selects some, and a workload selects its own. */
public final class Selectors implements Check {
    private static final String MEND = "make the selector equal to the labels of the pods it is for";

    @Override
    public void check(Rendering rendering, Project project, Findings findings) {
        for (var workload : rendering.workloads()) {
            own(workload, findings);
        }
        for (var resource : rendering.resources()) {
            switch (resource.kind()) {
                case "Service" -> {
                    if (resource.spec().has("selector")) {
                        pods(
                                rendering,
                                project,
                                resource,
                                "spec.selector",
                                resource.spec().path("selector"),
                                findings);
                    }
                }
                case "PodDisruptionBudget", "PodMonitor" ->
                    pods(
                            rendering,
                            project,
                            resource,
                            "spec.selector.matchLabels",
                            resource.spec().path("selector").path("matchLabels"),
                            findings);
                case "ServiceMonitor" -> monitored(rendering, resource, findings);
                case "HorizontalPodAutoscaler" -> target(rendering, resource, findings);
                default -> {}
            }
        }
    }

    private static void own(Workload workload, Findings findings) {
        var resource = workload.resource();
        var labels = workload.labels();
        if (List.of("Deployment", "StatefulSet").contains(resource.kind())) {
            matches(
                    resource,
                    "spec.selector.matchLabels",
                    resource.spec().path("selector").path("matchLabels"),
                    labels,
                    findings);
        }
        var spreads = workload.pod().path("topologySpreadConstraints");
        for (int i = 0; i < spreads.size(); i++) {
            matches(
                    resource,
                    workload.podPath() + ".topologySpreadConstraints[" + i + "].labelSelector.matchLabels",
                    spreads.get(i).path("labelSelector").path("matchLabels"),
                    labels,
                    findings);
        }
        if (resource.is("Deployment") && spreads.isEmpty()) {
            findings.add(
                    resource,
                    workload.podPath() + ".topologySpreadConstraints",
                    "the pods may all run on one node",
                    "spread them over kubernetes.io/hostname");
        }
    }

    private static void matches(
            Resource resource, String path, JsonNode selector, Map<String, String> labels, Findings findings) {
        if (selector.isEmpty() || !Nodes.within(Nodes.strings(selector), labels)) {
            findings.add(resource, path, "selects " + selector + ", the pods are labelled " + labels, MEND);
        }
    }

    private static void pods(
            Rendering rendering,
            Project project,
            Resource resource,
            String path,
            JsonNode selector,
            Findings findings) {
        var wanted = Nodes.strings(selector);
        var ours = rendering.workloads().stream().anyMatch(workload -> Nodes.within(wanted, workload.labels()));
        var operators = project.flows().parties().stream()
                .filter(party -> present(rendering, party))
                .anyMatch(party -> Nodes.within(wanted, party.pods()));
        if (wanted.isEmpty() || !ours && !operators) {
            findings.add(resource, path, "selects " + selector + ", which no pod template has", MEND);
        }
    }

    /** Whether the resource is there whose operator makes the pods of a party. */
    static boolean present(Rendering rendering, Flows.Party party) {
        return !party.operator().isEmpty()
                && rendering.resources().stream().anyMatch(any -> any.toString().equals(party.operator()));
    }

    private static void monitored(Rendering rendering, Resource monitor, Findings findings) {
        var wanted = Nodes.strings(monitor.spec().path("selector").path("matchLabels"));
        var services = rendering
                .all("Service")
                .filter(service -> Nodes.within(wanted, service.labels()))
                .toList();
        if (wanted.isEmpty() || services.isEmpty()) {
            findings.add(
                    monitor,
                    "spec.selector.matchLabels",
                    "selects " + wanted + ", which no Service has",
                    "make the selector equal to labels of the Services to scrape");
        }
        var endpoints = monitor.spec().path("endpoints");
        for (int i = 0; i < endpoints.size(); i++) {
            var port = endpoints.get(i).path("port").asText();
            for (var service : services) {
                if (!service.spec().path("ports").findValuesAsText("name").contains(port)) {
                    findings.add(
                            monitor,
                            "spec.endpoints[" + i + "].port",
                            service + " has no port named '" + port + "'",
                            "name one of " + service.spec().path("ports").findValuesAsText("name"));
                }
            }
        }
    }

    private static void target(Rendering rendering, Resource autoscaler, Findings findings) {
        var target = autoscaler.spec().path("scaleTargetRef");
        var found =
                rendering.find(target.path("kind").asText(), target.path("name").asText());
        if (found.isEmpty()
                || !found.get().apiVersion().equals(target.path("apiVersion").asText())) {
            findings.add(
                    autoscaler,
                    "spec.scaleTargetRef",
                    "there is no " + target.path("kind").asText() + " "
                            + target.path("name").asText(),
                    "name a workload of this overlay with its apiVersion");
        }
    }
}
