package vn.lantoa.deploy.checks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import vn.lantoa.deploy.Check;
import vn.lantoa.deploy.Findings;
import vn.lantoa.deploy.Rendering;
import vn.lantoa.deploy.Workload;
import vn.lantoa.deploy.project.Project;
import vn.lantoa.deploy.project.ServiceFacts;

/** Every setting that a container gets is read by its service, and every one that the service must have is given. */
public final class Settings implements Check {
    @Override
    public void check(Rendering rendering, Project project, Findings findings) {
        for (var workload : rendering.workloads()) {
            for (var container : workload.containers()) {
                project.serviceOfImage(container.body().path("image").asText())
                        .ifPresent(service -> check(rendering, workload, container, service, findings));
            }
        }
    }

    private static void check(
            Rendering rendering,
            Workload workload,
            Workload.Container container,
            ServiceFacts service,
            Findings findings) {
        var given = environment(rendering, container.body());
        for (var from : container.body().path("envFrom")) {
            rendering
                    .find("ConfigMap", from.path("configMapRef").path("name").asText())
                    .ifPresent(map -> map.body().path("data").fieldNames().forEachRemaining(key -> {
                        if (!service.keys().reads(key)) {
                            findings.add(map, "data." + key, unread(service, key), mend(service, key));
                        }
                    }));
        }
        var env = container.body().path("env");
        for (int i = 0; i < env.size(); i++) {
            var key = env.get(i).path("name").asText();
            if (!service.keys().reads(key)) {
                findings.add(
                        workload.resource(),
                        container.path() + ".env[" + i + "]",
                        unread(service, key),
                        mend(service, key));
            }
        }
        if (workload.resource().is("Deployment") && !container.initial()) {
            for (var required : service.required()) {
                if (!given.containsKey(required)) {
                    findings.add(
                            workload.resource(),
                            container.path() + ".env",
                            service.name() + " does not start without " + required,
                            "give it in application.env, or by secretKeyRef when it is secret");
                }
            }
        }
    }

    /** What a container finds in its environment; values that come from secrets are empty. */
    static Map<String, String> environment(Rendering rendering, JsonNode container) {
        var environment = new TreeMap<String, String>();
        for (var from : container.path("envFrom")) {
            rendering
                    .find("ConfigMap", from.path("configMapRef").path("name").asText())
                    .ifPresent(map -> map.body()
                            .path("data")
                            .properties()
                            .forEach(entry -> environment.put(
                                    entry.getKey(), entry.getValue().asText())));
        }
        for (var entry : container.path("env")) {
            environment.put(entry.path("name").asText(), entry.path("value").asText());
        }
        return environment;
    }

    private static String unread(ServiceFacts service, String key) {
        return "nothing in " + service.name() + " reads " + key;
    }

    private static String mend(ServiceFacts service, String key) {
        return Set.of("none like it").contains(service.keys().nearest(key))
                ? "drop it"
                : "drop it, or did you mean " + service.keys().nearest(key) + "?";
    }
}
