package vn.lantoa.privacy;

import java.io.PrintStream;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import vn.lantoa.secrets.SecretFiles;

/**
 * What a service can be told on the command line about its keys, instead of starting: {@code rotate-master-key [BATCH]} wraps
 * every person's key anew under {@code LANTOA_MASTER_KEY}; the old one stands in {@code LANTOA_MASTER_KEYS_RETIRED}. It needs
 * the database and the keys, neither the broker nor the identity provider, and runs beside the service.
 */
public final class KeyCommands {
    public static final int DONE = 0;
    public static final int FAILED = 1;
    public static final int MISUSED = 2;

    private static final String ROTATE = "rotate-master-key";
    private static final int BATCH = 500;
    private static final int LARGEST_BATCH = 10_000;

    private KeyCommands() {}

    /** Does what the command says; nothing when the arguments are none of it. */
    public static OptionalInt handle(String... arguments) {
        if (arguments.length == 0 || !arguments[0].equals(ROTATE)) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(run(List.of(arguments), System.getenv(), System.out));
    }

    /** The same, with the settings and the place for words that are given; answers the exit code. */
    public static int run(List<String> arguments, Map<String, String> given, PrintStream out) {
        var batch = batch(arguments);
        if (batch.isEmpty()) {
            out.println("Usage: " + ROTATE + " [keys in one transaction, at most " + LARGEST_BATCH + "]");
            return MISUSED;
        }
        try {
            var environment = SecretFiles.resolved(given);
            var keys = new InstallationKeys(
                    value(environment, "LANTOA_MASTER_KEY"),
                    value(environment, "LANTOA_SEARCH_KEY"),
                    Optional.ofNullable(given(environment, "LANTOA_MASTER_KEYS_RETIRED"))
                            .map(text -> List.of(text.split(","))),
                    Optional.empty());
            var rotation = new MasterKeyRotation(keys, () -> connect(environment), batch.getAsInt());
            long rewrapped = rotation.run(done -> out.println("Keys wrapped anew: " + done));
            out.printf("Every person's key lies under the present master key; %d were wrapped anew%n", rewrapped);
            return DONE;
        } catch (IllegalStateException | IllegalArgumentException | SQLException e) {
            out.println("The keys could not all be wrapped anew: " + e.getMessage());
            return FAILED;
        }
    }

    private static OptionalInt batch(List<String> arguments) {
        if (arguments.size() == 1) {
            return OptionalInt.of(BATCH);
        }
        if (arguments.size() == 2 && arguments.get(1).matches("[1-9][0-9]{0,4}")) {
            int given = Integer.parseInt(arguments.get(1));
            return given <= LARGEST_BATCH ? OptionalInt.of(given) : OptionalInt.empty();
        }
        return OptionalInt.empty();
    }

    private static java.sql.Connection connect(Map<String, String> environment) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", value(environment, "LANTOA_DB_APP_USER"));
        properties.setProperty("password", value(environment, "LANTOA_DB_APP_PASSWORD"));
        properties.setProperty("ApplicationName", "lantoa-keys");
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("logServerErrorDetail", "false");
        var connection = new Driver().connect(value(environment, "LANTOA_DB_URL"), properties);
        if (connection == null) {
            throw new IllegalStateException("LANTOA_DB_URL is not the URL of a PostgreSQL database");
        }
        return connection;
    }

    private static String value(Map<String, String> environment, String name) {
        var value = given(environment, name);
        if (value == null) {
            throw new IllegalStateException(name + " is not set");
        }
        return value;
    }

    private static @Nullable String given(Map<String, String> environment, String name) {
        var value = environment.get(name);
        return value == null || value.isBlank() ? null : value;
    }
}
