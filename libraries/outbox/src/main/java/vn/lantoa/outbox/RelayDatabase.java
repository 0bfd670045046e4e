package vn.lantoa.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.postgresql.Driver;

/** Connections of the relay's own, outside the pool: their session holds the lock, and ends when the relay falls silent. */
@ApplicationScoped
class RelayDatabase {
    private final String url;
    private final String user;
    private final String password;
    private final RelayConfig config;

    RelayDatabase(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password,
            RelayConfig config) {
        this.url = url;
        this.user = user;
        this.password = password;
        this.config = config;
    }

    Connection connect() throws SQLException {
        long silence = config.sessionTimeout().toMillis();
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("ApplicationName", "lantoa-relay");
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "10");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty(
                "options",
                "-c idle_session_timeout=%1$d -c idle_in_transaction_session_timeout=%1$d -c tcp_user_timeout=%1$d"
                        .formatted(silence));
        Connection connection = new Driver().connect(url, properties);
        if (connection == null) {
            throw new SQLException("Not a PostgreSQL URL: " + url);
        }
        return connection;
    }
}
