package vn.lantoa.platform;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import vn.lantoa.testsupport.Ports;

/**
 * Where a platform lives and listens.
 *
 * @param project the folder of the sources, whose built applications are run
 * @param home everything that is kept: data, logs, secrets
 * @param ports one for each part
 * @param startUpCaches whether JVMs write and use ahead-of-time caches
 */
public record Settings(Path project, Path home, Map<Part, Integer> ports, boolean startUpCaches) {

    public Settings {
        project = project.toAbsolutePath().normalize();
        home = home.toAbsolutePath().normalize();
        ports = Map.copyOf(ports);
    }

    /** As the environment says: {@code LANTOA_HOME}, {@code LANTOA_PORT_…}. */
    public static Settings fromEnvironment() {
        return fromEnvironment(System.getenv());
    }

    static Settings fromEnvironment(Map<String, String> environment) {
        Path project = findProject();
        Map<Part, Integer> ports = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            String text = environment.get(part.portVariable());
            ports.put(part, text == null || text.isBlank() ? part.defaultPort() : port(part, text.strip()));
        }
        Map<Integer, Part> bearers = new HashMap<>();
        ports.forEach((part, port) -> {
            Part other = bearers.put(port, part);
            if (other != null) {
                throw new Failure("%s and %s are both given port %d: set %s to another one."
                        .formatted(other.title(), part.title(), port, part.portVariable()));
            }
        });
        String home = environment.get("LANTOA_HOME");
        return new Settings(
                project, home == null || home.isBlank() ? project.resolve(".lantoa") : Path.of(home), ports, true);
    }

    /** For tests: free ports, and no caches since it will not start often. */
    public static Settings onFreePorts(Path home) {
        Map<Part, Integer> ports = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            ports.put(part, Ports.free());
        }
        return new Settings(findProject(), home, ports, false);
    }

    /** The same with another port for one part. */
    public Settings withPort(Part part, int port) {
        Map<Part, Integer> changed = new EnumMap<>(ports);
        changed.put(part, port);
        return new Settings(project, home, changed, startUpCaches);
    }

    /** The same, writing and using start-up caches. */
    public Settings withStartUpCaches() {
        return new Settings(project, home, ports, true);
    }

    public int port(Part part) {
        return ports.getOrDefault(part, part.defaultPort());
    }

    private static int port(Part part, String text) {
        try {
            int port = Integer.parseInt(text);
            if (port > 0 && port < 65536) {
                return port;
            }
        } catch (NumberFormatException noNumber) {
            throw notAPort(part, text, noNumber);
        }
        throw notAPort(part, text, null);
    }

    private static Failure notAPort(Part part, String text, @org.jspecify.annotations.Nullable Throwable cause) {
        Failure failure =
                new Failure("%s is \"%s\": set it to a port from 1 to 65535.".formatted(part.portVariable(), text));
        if (cause != null) {
            failure.initCause(cause);
        }
        return failure;
    }

    /** The script says so; tests look upwards. */
    private static Path findProject() {
        String given = System.getProperty("lantoa.project");
        if (given != null) {
            return Path.of(given);
        }
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("units-service")) && Files.exists(folder.resolve("lantoa"))) {
                return folder;
            }
        }
        throw new Failure("The folder of the project was not found: run ./lantoa from it.");
    }
}
