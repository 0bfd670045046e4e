package vn.lantoa.deploy.project;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What one service reads and serves.
 *
 * @param name of its module and image
 * @param settings its {@code application.properties} with those of the libraries
 */
public record ServiceFacts(String name, Properties settings, ConfigKeys keys, Set<String> required) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z0-9_]+)(:?)");
    /** Settings that a service asks for by their name in the environment, without a line in its properties. */
    private static final Set<String> ASKED_BY_NAME = Set.of("KAFKA_BOOTSTRAP_SERVERS");

    static List<ServiceFacts> all(Path root) throws IOException {
        var libraries = Project.folders(root.resolve("libraries"));
        var facts = new ArrayList<ServiceFacts>();
        for (var module : Project.folders(root)) {
            if (Files.isRegularFile(module.resolve("src/main/resources/application.properties"))) {
                var modules = new ArrayList<>(libraries);
                modules.removeIf(library -> library.endsWith("test-support"));
                modules.add(module);
                facts.add(read(module.getFileName().toString(), modules));
            }
        }
        return facts;
    }

    private static ServiceFacts read(String name, List<Path> modules) throws IOException {
        var settings = new Properties();
        var required = new TreeSet<>(ASKED_BY_NAME);
        var placeholders = new TreeSet<String>();
        for (var module : modules) {
            for (var file : Project.mainFiles(module, ".properties")) {
                if (Set.of("application.properties", "microprofile-config.properties")
                        .contains(file.getFileName().toString())) {
                    var text = Files.readString(file);
                    settings.load(new StringReader(text));
                }
            }
        }
        for (var value : settings.values()) {
            var matcher = PLACEHOLDER.matcher(value.toString());
            while (matcher.find()) {
                placeholders.add(matcher.group(1));
                if (matcher.group(2).isEmpty()) {
                    required.add(matcher.group(1));
                }
            }
        }
        placeholders.addAll(required);
        return new ServiceFacts(name, settings, ConfigKeys.read(modules, settings, placeholders), required);
    }

    public String setting(String key, String otherwise) {
        return settings.getProperty(key, otherwise);
    }

    /** Where clients' requests begin. */
    public String restPath() {
        return setting("quarkus.rest.path", "/");
    }

    /** Paths under which the three probes answer. */
    public Set<String> healthPaths() {
        var outside = setting("quarkus.http.non-application-root-path", "/q");
        var health = outside + "/" + setting("quarkus.smallrye-health.root-path", "health");
        return new TreeSet<>(Set.of(health + "/live", health + "/ready", health + "/started"));
    }

    /** Where metrics are read. */
    public String metricsPath() {
        return setting("quarkus.http.non-application-root-path", "/q") + "/metrics";
    }

    /** Whether health and metrics have a port of their own. */
    public boolean hasManagementPort() {
        return Boolean.parseBoolean(setting("quarkus.management.enabled", "false"));
    }
}
