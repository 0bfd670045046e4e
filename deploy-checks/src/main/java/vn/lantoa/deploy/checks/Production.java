package vn.lantoa.deploy.checks;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import vn.lantoa.deploy.Check;
import vn.lantoa.deploy.Findings;
import vn.lantoa.deploy.Rendering;
import vn.lantoa.deploy.Workload;
import vn.lantoa.deploy.project.Project;

/** What a service in production refuses to start with is not set here: better found now than in the cluster. */
public final class Production implements Check {
    private static final Pattern LOOPBACK =
            Pattern.compile("(?i)https?://(localhost|[^/:]*\\.localhost|127\\.[0-9.]+|\\[::1])([:/].*)?");

    /** Left to the services' own defaults, which are as long as production allows. */
    private static final List<String> BOUNDS =
            List.of("LANTOA_TOKEN_MAX_LIFETIME", "LANTOA_TOKEN_CLOCK_SKEW", "QUARKUS_OIDC_TOKEN_LIFESPAN_GRACE");

    @Override
    public void check(Rendering rendering, Project project, Findings findings) {
        for (var workload : rendering.workloads()) {
            for (var container : workload.containers()) {
                if (project.serviceOfImage(container.body().path("image").asText())
                        .isPresent()) {
                    check(workload, container, Settings.environment(rendering, container.body()), findings);
                }
            }
        }
    }

    private static void check(
            Workload workload, Workload.Container container, Map<String, String> environment, Findings findings) {
        var path = container.path() + ".env";
        if (environment.getOrDefault("LANTOA_INSTALLATION", "production").equals("local")) {
            findings.add(
                    workload.resource(), path, "LANTOA_INSTALLATION is local", "drop it: that is for one machine only");
        }
        var issuer = environment.get("LANTOA_OIDC_URL");
        if (issuer != null
                && (!issuer.startsWith("https://") || LOOPBACK.matcher(issuer).matches())) {
            findings.add(
                    workload.resource(),
                    path,
                    "LANTOA_OIDC_URL is " + issuer,
                    "name an identity provider that is reached by https");
        }
        for (var bound : BOUNDS) {
            if (environment.containsKey(bound)) {
                findings.add(workload.resource(), path, bound + " is set", "drop it: the default is what is allowed");
            }
        }
    }
}
