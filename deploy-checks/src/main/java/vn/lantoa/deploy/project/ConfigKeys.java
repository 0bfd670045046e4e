package vn.lantoa.deploy.project;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/** The names in the environment that something in a service reads. */
public final class ConfigKeys {
    private static final String MODEL = "META-INF/quarkus-config-doc/quarkus-config-model.json";
    private static final Set<String> READ_BY_JAVA = Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS");
    /** Extensions that come with any service; every other one must stand in the service's pom or a library's. */
    private static final Set<String> ALWAYS = Set.of(
            "quarkus-core",
            "quarkus-vertx-http",
            "quarkus-tls-registry",
            "quarkus-datasource",
            "quarkus-agroal",
            "quarkus-hibernate-orm");

    private static final Pattern PROPERTY = Pattern.compile("@ConfigProperty\\(\\s*name\\s*=\\s*\"([^\"]+)\"");
    private static final Pattern MAPPING = Pattern.compile("@ConfigMapping\\(\\s*prefix\\s*=\\s*\"([^\"]+)\"");
    private static final Pattern METHOD = Pattern.compile("(?m)^ {4}[A-Z]?[\\w<>., ?]* ?(\\w+)\\(\\);");
    private static final Pattern MAP_KEY = Pattern.compile("__[A-Z0-9_]+?__");

    private final Set<String> exact = new TreeSet<>();
    private final List<Pattern> patterns = new ArrayList<>();

    private ConfigKeys() {}

    static ConfigKeys read(List<Path> modules, Properties settings, Set<String> placeholders) throws IOException {
        var keys = new ConfigKeys();
        keys.exact.addAll(placeholders);
        keys.exact.addAll(READ_BY_JAVA);
        settings.stringPropertyNames().stream()
                .filter(name -> !name.startsWith("%"))
                .forEach(name -> keys.exact.add(environment(name)));
        var poms = new StringBuilder();
        for (var module : modules) {
            poms.append(Files.readString(module.resolve("pom.xml")));
            for (var source : Project.mainFiles(module, ".java")) {
                keys.source(Files.readString(source));
            }
        }
        keys.extensions(poms.toString());
        if (poms.indexOf("quarkus-kafka-client") >= 0) {
            var kafka = new TreeSet<>(ProducerConfig.configNames());
            kafka.addAll(ConsumerConfig.configNames());
            kafka.forEach(name -> keys.exact.add(environment("kafka." + name)));
        }
        return keys;
    }

    /** Whether anything reads a name. */
    public boolean reads(String name) {
        return exact.contains(name)
                || patterns.stream().anyMatch(pattern -> pattern.matcher(name).matches());
    }

    /** The name that is most like another. */
    public String nearest(String name) {
        return exact.stream()
                .filter(known -> known.regionMatches(0, name, 0, Math.min(4, name.length())))
                .min((a, b) -> Integer.compare(distance(a, name), distance(b, name)))
                .orElse("none like it");
    }

    private void source(String source) {
        var properties = PROPERTY.matcher(source);
        while (properties.find()) {
            exact.add(environment(properties.group(1)));
        }
        var mapping = MAPPING.matcher(source);
        if (mapping.find()) {
            var methods = METHOD.matcher(source);
            while (methods.find()) {
                exact.add(environment(mapping.group(1) + "." + kebab(methods.group(1))));
            }
        }
    }

    private void extensions(String poms) throws IOException {
        var models = ConfigKeys.class.getClassLoader().getResources(MODEL);
        while (models.hasMoreElements()) {
            try (var stream = models.nextElement().openStream()) {
                for (var root : new ObjectMapper().readTree(stream).path("configRoots")) {
                    var extension = root.path("extension").path("artifactId").asText();
                    if (ALWAYS.contains(extension) || poms.contains("<artifactId>" + extension + "<")) {
                        items(root.path("items"));
                    }
                }
            }
        }
    }

    private void items(JsonNode items) {
        for (var item : items) {
            items(item.path("items"));
            add(item.path("path").path("environmentVariable").asText());
            item.path("additionalPaths")
                    .forEach(path -> add(path.path("environmentVariable").asText()));
        }
    }

    private void add(String name) {
        if (name.contains("__")) {
            patterns.add(
                    Pattern.compile(MAP_KEY.matcher(name).replaceAll("_.+_").replaceAll("__[A-Z0-9_]+$", "_.+")));
        } else if (!name.isEmpty()) {
            exact.add(name);
        }
    }

    /** MicroProfile Config's name of a property in the environment. */
    static String environment(String property) {
        return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    private static String kebab(String method) {
        return method.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    private static int distance(String a, String b) {
        var row = new int[b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            int diagonal = 0;
            for (int j = 0; j <= b.length(); j++) {
                int above = row[j];
                if (i == 0 || j == 0) {
                    row[j] = i + j;
                } else {
                    int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                    row[j] = Math.min(diagonal + change, Math.min(above, row[j - 1]) + 1);
                }
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
