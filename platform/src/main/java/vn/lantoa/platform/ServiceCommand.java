package vn.lantoa.platform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.lantoa.testsupport.LocalIdentity;
import vn.lantoa.testsupport.LocalPostgres;

/** How a service is run: options of its JVM, and its configuration by environment. */
final class ServiceCommand {

    /** Longer than in production: whoever tries things out keeps a token in a shell. */
    static final String TOKENS_HOLD = "PT12H";

    private static final List<String> JVM = List.of(
            "-Xms32m",
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-XX:+ExitOnOutOfMemoryError",
            "-Dfile.encoding=UTF-8",
            "-Dstdout.encoding=UTF-8");

    private final Settings settings;
    private final Home home;
    private final LocalPostgres postgres;
    private final StartUpCaches caches;

    ServiceCommand(Settings settings, Home home, LocalPostgres postgres, StartUpCaches caches) {
        this.settings = settings;
        this.home = home;
        this.postgres = postgres;
        this.caches = caches;
    }

    Application application(Part service) {
        return new Application(settings, home, service);
    }

    /** Runs the service until it is stopped. */
    List<String> run(Part service) {
        Application application = application(service);
        List<String> arguments = new ArrayList<>(JVM);
        arguments.addAll(caches.options(service, application.fingerprint(), JVM));
        arguments.add("-jar");
        arguments.add(application.jar().toString());
        return JavaCommand.of(home.arguments(service), arguments);
    }

    /** Runs one command of the service's application and ends. */
    List<String> once(Part service, String name, List<String> command) {
        List<String> arguments = new ArrayList<>(JVM);
        arguments.add("-XX:TieredStopAtLevel=1");
        arguments.add("-jar");
        arguments.add(application(service).jar().toString());
        arguments.addAll(command);
        return JavaCommand.of(home.run(name + ".args"), arguments);
    }

    Map<String, String> environment(Part service) {
        Map<String, String> environment = new LinkedHashMap<>(postgres.config(service.key()));
        environment.putAll(new Secrets(home.secrets()).keys());
        environment.put("KAFKA_BOOTSTRAP_SERVERS", "localhost:" + settings.port(Part.KAFKA));
        environment.put("LANTOA_OIDC_URL", LocalIdentity.issuer(settings.port(Part.IDENTITY)));
        environment.put("LANTOA_INSTALLATION", "local");
        environment.put("LANTOA_TOKEN_MAX_LIFETIME", TOKENS_HOLD);
        environment.put("QUARKUS_HTTP_HOST", "localhost");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(settings.port(service)));
        environment.put("LANTOA_AUDIT_HEADS_FILE", home.auditHeads(service).toString());
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("LANTOA_LOG_JSON", "false");
        // the loader and the load generator ask for everything with one account
        environment.put("LANTOA_ACCOUNT_LIMIT_BURST", "1000000000");
        environment.put("LANTOA_ACCOUNT_LIMIT_PER_MINUTE", "1000000000");
        return environment;
    }
}
