package vn.lantoa.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * One PostgreSQL server as a child process. {@link #prepare} makes a service's database with its owner and its runtime
 * role. A data folder that was left by a crash is taken over: an orphaned server over it is stopped first.
 */
public final class LocalPostgres implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final PostgresServer server;
    private final boolean temporary;
    private final PostgresSecret secret;
    private final Thread hook = new Thread(this::stop, "stop-postgres");

    private LocalPostgres(PostgresServer server, boolean temporary, PostgresSecret secret) {
        this.server = server;
        this.temporary = temporary;
        this.secret = secret;
    }

    /** A throw-away server for tests: free port, no fsync, gone with this JVM. */
    public static LocalPostgres start() {
        return start(Folders.temporary("postgres").resolve("data"), Ports.free(), true);
    }

    /** A server over a folder that stays. */
    public static LocalPostgres start(Path dataDir, int port) {
        return start(dataDir, port, false);
    }

    /** A server that somebody else starts and stops, over the same folder. */
    public static LocalPostgres attach(PostgresServer server) {
        try {
            return new LocalPostgres(server, false, PostgresSecret.beside(server.data()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LocalPostgres start(Path dataDir, int port, boolean temporary) {
        try {
            PostgresSecret secret = temporary ? PostgresSecret.known("test") : PostgresSecret.beside(dataDir);
            PostgresBinaries binaries = temporary
                    ? PostgresBinaries.shared()
                    : PostgresBinaries.in(dataDir.toAbsolutePath().resolveSibling("programs"));
            LocalPostgres postgres =
                    new LocalPostgres(new PostgresServer(binaries, dataDir, port, !temporary), temporary, secret);
            Runtime.getRuntime().addShutdownHook(postgres.hook);
            postgres.launch();
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes the cluster when the folder holds none, without starting it. */
    public void create() throws IOException {
        server.create(secret.of("postgres"));
    }

    /** Waits until the server answers. */
    public void awaitReady(Duration patience) throws IOException {
        server.awaitReady(() -> connect("postgres").close(), patience);
    }

    private void launch() throws IOException {
        create();
        server.launch(temporary);
        awaitReady(PATIENCE);
    }

    /** Makes the database and its two roles; doing it again changes nothing. */
    public LocalPostgres prepare(String service) {
        PostgresPreparation.prepare(this::connect, service, secret);
        return this;
    }

    /** What a service needs to reach its database: the {@code LANTOA_DB_*} values. */
    public Map<String, String> config(String service) {
        return config(service, server.port(), secret);
    }

    static Map<String, String> config(String service, int port, PostgresSecret secret) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("LANTOA_DB_URL", jdbcUrl(service, port));
        for (String role : List.of("app", "owner")) {
            String user = service + "_" + role;
            values.put("LANTOA_DB_" + role.toUpperCase(java.util.Locale.ROOT) + "_USER", user);
            values.put("LANTOA_DB_" + role.toUpperCase(java.util.Locale.ROOT) + "_PASSWORD", secret.of(user));
        }
        return values;
    }

    /** Without user and password. */
    public String jdbcUrl(String database) {
        return jdbcUrl(database, server.port());
    }

    static String jdbcUrl(String database, int port) {
        return "jdbc:postgresql://localhost:" + port + "/" + database;
    }

    /** Everything is allowed here: for tests and for preparing. */
    public DataSource superuserDataSource(String database) {
        return dataSource(database, "postgres");
    }

    /** As the named role, e.g. {@code units_app}. */
    public DataSource dataSource(String database, String role) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(jdbcUrl(database));
        source.setUser(role);
        source.setPassword(secret.of(role));
        return source;
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), "postgres", secret.of("postgres"));
    }

    public int port() {
        return server.port();
    }

    /** Process id of the postmaster. */
    public long pid() {
        return server.pid();
    }

    /** As a power cut would: nothing is written, the next {@link #restart} recovers. */
    public void kill() {
        server.kill();
    }

    /** Over the same folder and port, after {@link #kill} or {@link #stop}. */
    public void restart() {
        try {
            server.stop();
            launch();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fast shutdown: clients are disconnected, everything is on disk. A temporary folder is deleted. */
    public void stop() {
        server.stop();
        if (temporary) {
            server.deleteData();
        }
    }

    @Override
    public void close() {
        stop();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException already) {
            return;
        }
    }
}
