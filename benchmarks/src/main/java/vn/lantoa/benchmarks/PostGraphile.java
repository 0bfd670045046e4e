package vn.lantoa.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.postgresql.ds.PGSimpleDataSource;
import vn.lantoa.testsupport.Ports;

/** PostGraphile 4 over a schema of views in a service's database: one process for each core, production mode. */
final class PostGraphile implements AutoCloseable {
    private static final String VERSION = "4.14.1";
    private static final Duration INSTALLING = Duration.ofMinutes(5);
    private static final Duration STARTING = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Child process;
    private final URI url;
    private final double startSeconds;

    private PostGraphile(Child process, URI url, double startSeconds) {
        this.process = process;
        this.url = url;
        this.startSeconds = startSeconds;
    }

    /** The scratch folder into which npm has installed it. */
    static Path install(Bench bench) throws Exception {
        var npm = Programs.find("npm");
        if (Programs.find("node").isEmpty() || npm.isEmpty()) {
            throw new Skipped("PostGraphile needs node and npm on the PATH; this machine has none.");
        }
        var folder = bench.scratch("postgraphile");
        try (var install = bench.child(
                List.of(
                        npm.get().toString(),
                        "install",
                        "--no-audit",
                        "--no-fund",
                        "--prefix",
                        folder.toString(),
                        "postgraphile@" + VERSION),
                Map.of(),
                folder,
                "npm")) {
            install.awaitSuccess(INSTALLING);
        } catch (IllegalStateException e) {
            throw new Skipped("npm could not install postgraphile@" + VERSION + ": " + e.getMessage());
        }
        try (var script = PostGraphile.class.getResourceAsStream("postgraphile.js")) {
            Files.copy(java.util.Objects.requireNonNull(script), folder.resolve("server.js"));
        }
        return folder;
    }

    /** A schema {@code peer} with these views, and a role that may use it and nothing else. */
    static PostGraphile start(Bench bench, Path folder, String service, String... views) throws Exception {
        var database = bench.database(service);
        var password = UUID.randomUUID().toString();
        prepare(database, service, password, views);
        var server = (PGSimpleDataSource) database;
        int port = Ports.free();
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("NODE_ENV", "production");
        environment.put("PGHOST", "localhost");
        environment.put("PGPORT", String.valueOf(server.getPortNumbers()[0]));
        environment.put("PGDATABASE", service);
        environment.put("PGUSER", "peer_" + service);
        environment.put("PGPASSWORD", password);
        environment.put("PEER_SCHEMA", "peer");
        environment.put("PEER_PORT", String.valueOf(port));
        environment.put("PEER_WORKERS", String.valueOf(workers()));
        long start = System.nanoTime();
        var node = Programs.find("node").orElseThrow().toString();
        var process = bench.child(List.of(node, "server.js"), environment, folder, "postgraphile-" + service);
        var url = URI.create("http://localhost:" + port);
        Waiting.until("PostGraphile answers", STARTING, Duration.ofMillis(20), () -> {
            if (!process.alive()) {
                throw new IllegalStateException("PostGraphile ended: " + process.complaint());
            }
            return answers(url);
        });
        return new PostGraphile(process, url, (System.nanoTime() - start) / 1e9);
    }

    static int workers() {
        return Runtime.getRuntime().availableProcessors();
    }

    double startSeconds() {
        return startSeconds;
    }

    private static void prepare(javax.sql.DataSource database, String service, String password, String... views)
            throws SQLException {
        var role = "peer_" + service;
        Jdbc.execute(database, "CREATE SCHEMA peer", "CREATE ROLE " + role + " LOGIN PASSWORD '" + password + "'");
        Jdbc.execute(database, views);
        Jdbc.execute(
                database,
                "GRANT CONNECT ON DATABASE " + service + " TO " + role,
                "GRANT USAGE ON SCHEMA peer TO " + role,
                "GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA peer TO " + role);
    }

    private static boolean answers(URI url) {
        try (var http = new RawHttp(url)) {
            return http.post("/graphql", "{\"query\":\"{__typename}\"}").status() == 200;
        } catch (UncheckedIOException | NumberFormatException notYet) {
            return false;
        }
    }

    /** One query after the other, each with its variables; every answer has to hold what the last argument says. */
    Load.Step step(String query, Supplier<Map<String, Object>> variables, String part, int times) {
        var http = new RawHttp(url);
        return new Load.Step() {
            @Override
            public void run() {
                var answer = http.post("/graphql", body(query, variables.get()));
                if (answer.status() != 200 || ReadChildren.occurrences(answer.body(), part) != times) {
                    throw new IllegalStateException(answer.status() + " " + answer.body());
                }
            }

            @Override
            public void close() {
                http.close();
            }
        };
    }

    private static String body(String query, Map<String, Object> variables) {
        try {
            return new String(
                    JSON.writeValueAsBytes(Map.of("query", query, "variables", variables)), StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        process.close();
    }
}
