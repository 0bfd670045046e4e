package vn.lantoa.deploy.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Names of metrics that the services and their surroundings export.
 *
 * @param own as Prometheus shows them, from the texts in the services' code
 */
public record Metrics(Set<String> own) {
    private static final Pattern NAME = Pattern.compile("\"(lantoa[._][a-z0-9._]+)\"");
    private static final List<String> OF_OTHERS = List.of(
            "agroal_",
            "http_server_",
            "http_client_",
            "jvm_",
            "process_",
            "system_",
            "kafka_",
            "strimzi_",
            "cnpg_",
            "barman_cloud_cloudnative_pg_io_",
            "keycloak_",
            "kube_",
            "kubelet_",
            "container_",
            "up",
            "ALERTS");
    private static final Pattern SUFFIX = Pattern.compile("_(total|seconds|bytes|rows|events|count|sum|max|bucket)$");

    static Metrics read(Path root) throws IOException {
        var modules = new ArrayList<>(Project.folders(root.resolve("libraries")));
        modules.addAll(Project.folders(root).stream()
                .filter(module -> module.toString().endsWith("-service"))
                .toList());
        var own = new TreeSet<String>();
        for (var module : modules) {
            for (var source : Project.mainFiles(module, ".java")) {
                var text = Files.readString(source);
                if (text.contains("micrometer")
                        || text.toLowerCase(java.util.Locale.ROOT).contains("metric")) {
                    NAME.matcher(text)
                            .results()
                            .forEach(found -> own.add(found.group(1).replace('.', '_')));
                }
            }
        }
        return new Metrics(own);
    }

    /** Whether somebody exports a metric. Micrometer adds the base unit, Prometheus the suffixes of counters and timers. */
    public boolean exported(String name) {
        if (!name.startsWith("lantoa_")) {
            return OF_OTHERS.stream()
                    .anyMatch(prefix -> prefix.endsWith("_") ? name.startsWith(prefix) : name.equals(prefix));
        }
        var candidate = name;
        while (!own.contains(candidate)) {
            var shorter = SUFFIX.matcher(candidate).replaceFirst("");
            if (shorter.equals(candidate)) {
                return false;
            }
            candidate = shorter;
        }
        return true;
    }
}
