package vn.lantoa.deploy.checks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import vn.lantoa.deploy.Check;
import vn.lantoa.deploy.Findings;
import vn.lantoa.deploy.Nodes;
import vn.lantoa.deploy.Rendering;
import vn.lantoa.deploy.Resource;
import vn.lantoa.deploy.Workload;
import vn.lantoa.deploy.project.Project;

/** Pod Security Standard "restricted", rule by rule; beyond it a read-only root and no token of a service account. */
public final class RestrictedPods implements Check {
    private static final Set<String> VOLUMES = Set.of(
            "name",
            "configMap",
            "csi",
            "downwardAPI",
            "emptyDir",
            "ephemeral",
            "persistentVolumeClaim",
            "projected",
            "secret");

    @Override
    public void check(Rendering rendering, Project project, Findings findings) {
        for (var workload : rendering.workloads()) {
            pod(workload, findings);
            workload.containers().forEach(container -> container(workload, container, findings));
        }
        rendering.all("ServiceAccount").forEach(account -> {
            if (account.body().path("automountServiceAccountToken").asBoolean(true)) {
                findings.add(
                        account, "automountServiceAccountToken", "its token is mounted into pods", "set it to false");
            }
        });
        rendering.all("Namespace").forEach(namespace -> {
            if (!"restricted".equals(namespace.labels().get("pod-security.kubernetes.io/enforce"))) {
                findings.add(
                        namespace,
                        "metadata.labels",
                        "the namespace does not enforce Pod Security 'restricted'",
                        "label it pod-security.kubernetes.io/enforce: restricted");
            }
        });
        if (rendering.all("Namespace").findAny().isEmpty()) {
            findings.add(
                    "deploy/overlays/" + rendering.overlay(),
                    "",
                    "",
                    "brings no Namespace that enforces 'restricted'",
                    "add it");
        }
    }

    private static void pod(Workload workload, Findings findings) {
        var at = workload.podPath();
        for (var host : List.of("hostNetwork", "hostPID", "hostIPC")) {
            forbid(
                    workload.resource(),
                    at + "." + host,
                    workload.pod().path(host).asBoolean(),
                    host + " is on",
                    findings);
        }
        if (workload.pod().path("automountServiceAccountToken").asBoolean(true)) {
            findings.add(
                    workload.resource(),
                    at + ".automountServiceAccountToken",
                    "the token of the service account is mounted",
                    "set it to false");
        }
        var volumes = workload.pod().path("volumes");
        for (int i = 0; i < volumes.size(); i++) {
            for (var field : volumes.get(i).properties()) {
                forbid(
                        workload.resource(),
                        at + ".volumes[" + i + "]." + field.getKey(),
                        !VOLUMES.contains(field.getKey()),
                        "a volume of type " + field.getKey() + " is not allowed",
                        findings);
            }
        }
        forbid(
                workload.resource(),
                at + ".securityContext.sysctls",
                !workload.pod().path("securityContext").path("sysctls").isEmpty(),
                "sysctls are set",
                findings);
    }

    private static void container(Workload workload, Workload.Container container, Findings findings) {
        var resource = workload.resource();
        var own = container.body().path("securityContext");
        var pods = workload.pod().path("securityContext");
        var at = container.path() + ".securityContext";
        demand(resource, at + ".runAsNonRoot", either(own, pods, "runAsNonRoot").asBoolean(), "true", findings);
        var user = either(own, pods, "runAsUser");
        forbid(resource, at + ".runAsUser", user.isNumber() && user.asInt() == 0, "runs as root", findings);
        demand(
                resource,
                at + ".seccompProfile.type",
                Set.of("RuntimeDefault", "Localhost")
                        .contains(
                                either(own, pods, "seccompProfile").path("type").asText()),
                "RuntimeDefault",
                findings);
        demand(
                resource,
                at + ".allowPrivilegeEscalation",
                own.has("allowPrivilegeEscalation")
                        && !own.path("allowPrivilegeEscalation").asBoolean(),
                "false",
                findings);
        demand(
                resource,
                at + ".capabilities.drop",
                Nodes.texts(own.path("capabilities").path("drop")).contains("ALL"),
                "[ALL]",
                findings);
        forbid(
                resource,
                at + ".capabilities.add",
                !Set.of("NET_BIND_SERVICE")
                        .containsAll(Nodes.texts(own.path("capabilities").path("add"))),
                "adds capabilities",
                findings);
        forbid(resource, at + ".privileged", own.path("privileged").asBoolean(), "is privileged", findings);
        forbid(
                resource,
                at + ".procMount",
                !own.path("procMount").asText("Default").equals("Default"),
                "unmasks /proc",
                findings);
        demand(
                resource,
                at + ".readOnlyRootFilesystem",
                own.path("readOnlyRootFilesystem").asBoolean(),
                "true",
                findings);
        for (var port : container.body().path("ports")) {
            forbid(resource, container.path() + ".ports", port.has("hostPort"), "takes a port of the node", findings);
        }
    }

    private static JsonNode either(JsonNode own, JsonNode pods, String field) {
        return own.has(field) ? own.path(field) : pods.path(field);
    }

    private static void demand(Resource resource, String path, boolean met, String value, Findings findings) {
        if (!met) {
            findings.add(resource, path, "'restricted' demands " + value, "set it to " + value);
        }
    }

    private static void forbid(Resource resource, String path, boolean broken, String what, Findings findings) {
        if (broken) {
            findings.add(resource, path, "outside 'restricted': " + what, "drop it");
        }
    }
}
