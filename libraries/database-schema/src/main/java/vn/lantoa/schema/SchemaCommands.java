package vn.lantoa.schema;

import java.io.PrintStream;
import java.sql.SQLException;
import java.util.Map;
import java.util.OptionalInt;
import org.flywaydb.core.api.FlywayException;
import vn.lantoa.secrets.SecretFiles;

/**
 * What a service can be told on the command line about its schema, instead of starting: {@code migrate}, as the owner, and
 * {@code await-schema}, as the application role. Neither needs a key, the broker or the identity provider.
 */
public final class SchemaCommands {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int MISUSED = 2;

    private static final String MIGRATE = "migrate";
    private static final String AWAIT = "await-schema";

    private SchemaCommands() {}

    /** Starts the service; or, with one of the two commands, does that and ends. Anything else is refused. */
    public static void main(Runnable service, String... arguments) {
        handle(arguments).ifPresent(System::exit);
        if (arguments.length > 0) {
            System.err.printf("Usage: no argument, %s or %s%n", MIGRATE, AWAIT);
            System.exit(MISUSED);
        }
        service.run();
    }

    /** Does what one of the two commands says; nothing when the arguments are neither. */
    public static OptionalInt handle(String... arguments) {
        if (arguments.length != 1 || !(arguments[0].equals(MIGRATE) || arguments[0].equals(AWAIT))) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(run(arguments[0], System.getenv(), System.out));
    }

    static int run(String command, Map<String, String> environment, PrintStream out) {
        var scripts = MigrationScripts.onClassPath();
        try {
            var settings = new Settings(SecretFiles.resolved(environment));
            out.println(
                    command.equals(MIGRATE)
                            ? new Migration(settings, scripts).run()
                            : new Await(settings, new RequiredSchema(scripts), out).run());
            return DONE;
        } catch (MisusedException | IllegalStateException e) {
            out.println(e.getMessage());
            return MISUSED;
        } catch (FlywayException | SQLException e) {
            out.println("The schema could not be migrated: " + e.getMessage());
            return FAILED;
        }
    }
}
