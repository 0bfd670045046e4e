package vn.lantoa.deploy.checks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.lantoa.deploy.Check;
import vn.lantoa.deploy.Findings;
import vn.lantoa.deploy.Nodes;
import vn.lantoa.deploy.Rendering;
import vn.lantoa.deploy.Resource;
import vn.lantoa.deploy.Workload;
import vn.lantoa.deploy.project.OperatorsGuide;
import vn.lantoa.deploy.project.Project;

/** Secrets, ConfigMaps, service accounts, claims and volumes that something names exist, or the operator's guide lists them. */
public final class References implements Check {
    private static final Set<String> SECRETS = Set.of(
            "secretRef",
            "secretKeyRef",
            "secret",
            "passwordSecret",
            "usernameSecret",
            "superuserSecret",
            "accessKeyId",
            "secretAccessKey",
            "endpointCA",
            "bearerTokenSecret",
            "certificateAndKey");

    @Override
    public void check(Rendering rendering, Project project, Findings findings) {
        for (var resource : rendering.resources()) {
            if (!Set.of("PrometheusRule", "KafkaTopic", "ConfigMap").contains(resource.kind())) {
                Nodes.walk(
                        resource.body(),
                        "",
                        (path, node) -> reference(rendering, project, resource, path, node, findings));
            }
        }
        rendering.workloads().forEach(workload -> pod(rendering, workload, findings));
        unused(rendering, project, findings);
    }

    private static void reference(
            Rendering rendering, Project project, Resource resource, String path, JsonNode node, Findings findings) {
        var field = path.substring(path.lastIndexOf('.') + 1).replaceAll("\\[\\d+]$", "");
        if (SECRETS.contains(field) && node.isObject()) {
            var name = secretName(node);
            if (!name.isEmpty()) {
                secret(rendering, project, resource, path, name, keys(node), findings);
            }
        } else if (Set.of("tlsSecret", "secretName").contains(field)
                && node.isTextual()
                && !path.endsWith("secret.secretName")
                && !resource.is("Certificate")) {
            secret(rendering, project, resource, path, node.asText(), Set.of("tls.crt", "tls.key"), findings);
        } else if (Set.of("configMapRef", "configMapKeyRef", "configMap").contains(field) && node.isObject()) {
            map(rendering, resource, path, node, findings);
        }
    }

    private static String secretName(JsonNode node) {
        return node.has("secretName")
                ? node.path("secretName").asText()
                : node.path("name").asText();
    }

    private static Set<String> keys(JsonNode node) {
        var keys = new TreeSet<String>(node.path("items").findValuesAsText("key"));
        if (node.path("key").isTextual()) {
            keys.add(node.path("key").asText());
        }
        return keys;
    }

    private static void secret(
            Rendering rendering,
            Project project,
            Resource resource,
            String path,
            String name,
            Set<String> keys,
            Findings findings) {
        var known = new TreeSet<>(project.guide().keys(name));
        known.addAll(Operators.secrets(rendering).getOrDefault(name, Set.of()));
        if (known.isEmpty()) {
            findings.add(
                    resource,
                    path,
                    "nobody makes the Secret '" + name + "'",
                    "correct the name, or list the secret in the table of deploy/README.md");
        } else if (!known.containsAll(keys)) {
            findings.add(
                    resource,
                    path,
                    "the Secret '" + name + "' has not all of the keys " + keys,
                    "use " + known + ", or correct the table of deploy/README.md");
        }
    }

    private static void map(Rendering rendering, Resource resource, String path, JsonNode node, Findings findings) {
        var name = node.path("name").asText();
        var found = rendering.find("ConfigMap", name);
        var keys = keys(node);
        if (name.isEmpty()) {
            return;
        }
        if (found.isEmpty()) {
            findings.add(
                    resource,
                    path + ".name",
                    "there is no ConfigMap '" + name + "'",
                    resource.builtIn()
                            ? "name one that a configMapGenerator makes"
                            : "name one that is made with disableNameSuffixHash: true");
        } else if (!keys.stream().allMatch(found.get().body().path("data")::has)) {
            findings.add(
                    resource, path, "the ConfigMap '" + name + "' has not all of the keys " + keys, "correct the key");
        }
    }

    private static void pod(Rendering rendering, Workload workload, Findings findings) {
        var resource = workload.resource();
        var account = workload.pod().path("serviceAccountName").asText();
        if (rendering.find("ServiceAccount", account).isEmpty()) {
            findings.add(
                    resource,
                    workload.podPath() + ".serviceAccountName",
                    "there is no ServiceAccount '" + account + "'",
                    "name one of this overlay");
        }
        var volumes = new HashSet<>(workload.pod().path("volumes").findValuesAsText("name"));
        var mounted = new HashSet<String>();
        for (var container : workload.containers()) {
            var mounts = container.body().path("volumeMounts");
            for (int i = 0; i < mounts.size(); i++) {
                var name = mounts.get(i).path("name").asText();
                mounted.add(name);
                if (!volumes.contains(name)) {
                    findings.add(
                            resource,
                            container.path() + ".volumeMounts[" + i + "].name",
                            "there is no volume '" + name + "'",
                            "name one of " + new TreeSet<>(volumes));
                }
            }
        }
        var declared = workload.pod().path("volumes");
        for (int i = 0; i < declared.size(); i++) {
            var volume = declared.get(i);
            var at = workload.podPath() + ".volumes[" + i + "]";
            if (!mounted.contains(volume.path("name").asText())) {
                findings.add(
                        resource,
                        at,
                        "no container mounts '" + volume.path("name").asText() + "'",
                        "drop it");
            }
            var claim = volume.path("persistentVolumeClaim").path("claimName").asText();
            if (!claim.isEmpty()
                    && rendering.find("PersistentVolumeClaim", claim).isEmpty()) {
                findings.add(resource, at, "there is no PersistentVolumeClaim '" + claim + "'", "declare it");
            }
        }
    }

    /** A row of the guide's table that nothing uses sends the operator to make a secret for nothing. */
    private static void unused(Rendering rendering, Project project, Findings findings) {
        if (!rendering.overlay().equals("production")) {
            return;
        }
        var used = new TreeSet<String>();
        rendering
                .resources()
                .forEach(resource -> Nodes.walk(resource.body(), "", (path, node) -> {
                    if (node.isTextual()) {
                        used.add(node.asText());
                    }
                }));
        var rows = project.guide().secrets().keySet().stream()
                .filter(name -> used.stream().noneMatch(text -> text.matches(OperatorsGuide.pattern(name))))
                .collect(Collectors.toCollection(TreeSet::new));
        for (var row : rows) {
            findings.add(
                    "deploy/README.md", "", row, "nothing in production uses this Secret", "drop the row or use it");
        }
    }
}
