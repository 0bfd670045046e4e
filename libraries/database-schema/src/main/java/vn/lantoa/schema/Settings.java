package vn.lantoa.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.postgresql.Driver;

/** Where the database is and who speaks to it, from the same variables that the service reads. */
final class Settings {
    private static final Pattern ROLE = Pattern.compile("[a-z][a-z0-9_]*");

    private final Map<String, String> environment;

    Settings(Map<String, String> environment) {
        this.environment = environment;
    }

    String url() {
        return value("LANTOA_DB_URL");
    }

    String owner() {
        return value("LANTOA_DB_OWNER_USER");
    }

    String ownerPassword() {
        return value("LANTOA_DB_OWNER_PASSWORD");
    }

    String app() {
        String role = value("LANTOA_DB_APP_USER");
        if (!ROLE.matcher(role).matches()) {
            throw new MisusedException("LANTOA_DB_APP_USER is not a role's name");
        }
        return role;
    }

    String appPassword() {
        return value("LANTOA_DB_APP_PASSWORD");
    }

    Connection connect(String user, String password) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("ApplicationName", "lantoa-schema");
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("logServerErrorDetail", "false");
        Connection connection = new Driver().connect(url(), properties);
        if (connection == null) {
            throw new MisusedException("LANTOA_DB_URL is not the URL of a PostgreSQL database");
        }
        return connection;
    }

    private String value(String name) {
        String value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new MisusedException(name + " is not set");
        }
        return value;
    }
}
