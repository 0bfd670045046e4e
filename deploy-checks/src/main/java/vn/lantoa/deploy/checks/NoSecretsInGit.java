package vn.lantoa.deploy.checks;

import java.util.regex.Pattern;
import vn.lantoa.deploy.Check;
import vn.lantoa.deploy.Findings;
import vn.lantoa.deploy.Rendering;
import vn.lantoa.deploy.project.Project;

/** No Secret carries data here, and no ConfigMap or plain variable carries a password or key. */
public final class NoSecretsInGit implements Check {
    private static final Pattern SECRET = Pattern.compile(
            "(?i).*(PASSWORD|SECRET|MASTER_KEY|SEARCH_KEY|AUDIT_KEY|AUDIT_KEY_PREVIOUS|RESTRICTED_KEY|JAAS_CONFIG)$");

    @Override
    public void check(Rendering rendering, Project project, Findings findings) {
        rendering
                .all("Secret")
                .forEach(secret -> findings.add(
                        secret, "", "a Secret stands in git", "let the operator make it; list it in deploy/README.md"));
        rendering
                .all("ConfigMap")
                .forEach(map -> map.body().path("data").fieldNames().forEachRemaining(key -> {
                    if (SECRET.matcher(key).matches()) {
                        findings.add(
                                map, "data." + key, "a secret stands in git", "refer to a Secret with secretKeyRef");
                    }
                }));
        for (var workload : rendering.workloads()) {
            for (var container : workload.containers()) {
                var env = container.body().path("env");
                for (int i = 0; i < env.size(); i++) {
                    if (env.get(i).has("value")
                            && SECRET.matcher(env.get(i).path("name").asText()).matches()) {
                        findings.add(
                                workload.resource(),
                                container.path() + ".env[" + i + "].value",
                                "a secret stands in git",
                                "refer to a Secret with secretKeyRef");
                    }
                }
            }
        }
    }
}
