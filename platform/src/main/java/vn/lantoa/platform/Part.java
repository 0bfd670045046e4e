package vn.lantoa.platform;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What the platform is made of; each part is one process with one port. */
public enum Part {
    POSTGRES("PostgreSQL", 28104),
    KAFKA("Kafka", 28105),
    IDENTITY("identity provider", 28106),
    UNITS("units-service", 28101),
    CAMPAIGNS("campaigns-service", 28102),
    RECOGNITION("recognition-service", 28103);

    /** The applications, which need all other parts. */
    public static final List<Part> SERVICES = List.of(UNITS, CAMPAIGNS, RECOGNITION);

    private final String title;
    private final int defaultPort;

    Part(String title, int defaultPort) {
        this.title = title;
        this.defaultPort = defaultPort;
    }

    /** As people call it. */
    public String title() {
        return title;
    }

    /** Short name: of its log, and as an argument of commands. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public int defaultPort() {
        return defaultPort;
    }

    /** The environment variable that moves the port. */
    public String portVariable() {
        return "LANTOA_PORT_" + name();
    }

    public boolean isService() {
        return SERVICES.contains(this);
    }

    /** By short name or title. */
    static Optional<Part> named(String name) {
        return Stream.of(values())
                .filter(part -> part.key().equalsIgnoreCase(name) || part.title.equalsIgnoreCase(name))
                .findFirst();
    }
}
