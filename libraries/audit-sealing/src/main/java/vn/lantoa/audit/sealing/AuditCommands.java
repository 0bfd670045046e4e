package vn.lantoa.audit.sealing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Properties;
import org.postgresql.Driver;
import vn.lantoa.audit.proof.SigningKey;
import vn.lantoa.secrets.SecretFiles;

/**
 * What a service can be told on the command line about its audit log, instead of starting: {@code export-audit FILE}, as the
 * application role, and {@code retire-audit BEFORE EXPORT}, as the owner and with the key of the log, which signs what was taken
 * out. Neither needs the broker or the identity provider.
 */
public final class AuditCommands {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int MISUSED = 2;

    private static final String EXPORT = "export-audit";
    private static final String RETIRE = "retire-audit";

    private AuditCommands() {}

    /** Does what one of the two commands says; nothing when the arguments are neither. */
    public static OptionalInt handle(String service, String... arguments) {
        if (arguments.length == 0 || !(arguments[0].equals(EXPORT) || arguments[0].equals(RETIRE))) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(run(service, System.getenv(), System.err, arguments));
    }

    static int run(String service, Map<String, String> given, PrintStream out, String... arguments) {
        try {
            var environment = SecretFiles.resolved(given);
            var origin = environment.getOrDefault("LANTOA_AUDIT_ORIGIN", "lantoa/" + service);
            if (arguments.length == 2 && arguments[0].equals(EXPORT)) {
                out.printf("%d entries exported%n", export(environment, origin, Path.of(arguments[1])));
                return DONE;
            }
            if (arguments.length == 3 && arguments[0].equals(RETIRE)) {
                var before = LocalDate.parse(arguments[1]);
                try (var connection = connect(environment, "OWNER")) {
                    var keys = keys(environment, origin);
                    if (keys.isEmpty()) {
                        throw new RefusedRetirement(SealingKeys.KEY + " is not set: it signs what is retired");
                    }
                    var retirement = new Retirement(connection, origin, keys, Clock.systemUTC());
                    out.println(retirement.before(before, Path.of(arguments[2])));
                }
                return DONE;
            }
            out.printf(
                    "Usage: %s FILE, or %s BEFORE EXPORT (a day, and an export that holds what is retired)%n",
                    EXPORT, RETIRE);
            return MISUSED;
        } catch (DateTimeParseException | RefusedRetirement | IllegalStateException e) {
            out.println(e.getMessage());
            return MISUSED;
        } catch (IOException | SQLException e) {
            out.println(arguments[0] + " failed: " + e.getMessage());
            return FAILED;
        }
    }

    private static long export(Map<String, String> environment, String origin, Path file)
            throws SQLException, IOException {
        try (var connection = connect(environment, "APP");
                OutputStream out = Files.newOutputStream(file)) {
            connection.setAutoCommit(false);
            return new LogExport(connection, origin, keys(environment, origin)).write(out);
        }
    }

    /** The present one first; none when none is given. */
    private static List<SigningKey> keys(Map<String, String> environment, String origin) {
        var keys = new ArrayList<SigningKey>();
        for (var name : List.of(SealingKeys.KEY, SealingKeys.PREVIOUS)) {
            var text = environment.getOrDefault(name, "");
            if (!text.isBlank()) {
                keys.add(SealingKeys.key(origin, name, text));
            }
        }
        return keys;
    }

    private static Connection connect(Map<String, String> environment, String role) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", environment.getOrDefault("LANTOA_DB_" + role + "_USER", ""));
        properties.setProperty("password", environment.getOrDefault("LANTOA_DB_" + role + "_PASSWORD", ""));
        properties.setProperty("ApplicationName", "lantoa-audit");
        properties.setProperty("connectTimeout", "5");
        Connection connection = new Driver().connect(environment.getOrDefault("LANTOA_DB_URL", ""), properties);
        if (connection == null) {
            throw new SQLException("LANTOA_DB_URL is not the URL of a PostgreSQL database");
        }
        return connection;
    }
}
