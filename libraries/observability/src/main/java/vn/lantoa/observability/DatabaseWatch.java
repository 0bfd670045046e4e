package vn.lantoa.observability;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/**
 * One connection beside the pool, for health and gauges: they are answered also while every connection of the pool is
 * busy, and never make a request wait. Bounded in time; opened anew after a failure.
 */
@ApplicationScoped
public class DatabaseWatch {
    private final String url;
    private final String user;
    private final String password;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Connection connection;

    DatabaseWatch(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /** Something short to ask; reads only. */
    @FunctionalInterface
    public interface Question<T> {
        T ask(Connection connection) throws SQLException;
    }

    /** Asks; after a failure once more over a new connection, since the old one may have been ended in between. */
    public <T> T ask(Question<T> question) throws SQLException {
        lock.lock();
        try {
            if (connection != null) {
                try {
                    return question.ask(connection);
                } catch (SQLException e) {
                    close();
                }
            }
            connection = connect();
            try {
                return question.ask(connection);
            } catch (SQLException e) {
                close();
                throw e;
            }
        } finally {
            lock.unlock();
        }
    }

    @PreDestroy
    void close() {
        lock.lock();
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException gone) {
            // it is not used any more
        } finally {
            connection = null;
            lock.unlock();
        }
    }

    private Connection connect() throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("ApplicationName", "lantoa-watch");
        properties.setProperty("connectTimeout", "2");
        properties.setProperty("loginTimeout", "2");
        properties.setProperty("socketTimeout", "3");
        properties.setProperty("readOnly", "true");
        properties.setProperty("logServerErrorDetail", "false");
        properties.setProperty("options", "-c statement_timeout=2000");
        Connection opened = new Driver().connect(url, properties);
        if (opened == null) {
            throw new SQLException("Not a PostgreSQL URL");
        }
        return opened;
    }
}
