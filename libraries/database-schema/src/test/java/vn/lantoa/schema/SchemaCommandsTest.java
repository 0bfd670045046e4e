package vn.lantoa.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lantoa.testsupport.LocalPostgres;

/** On a server where an administrator has made roles and databases, and nothing else. */
class SchemaCommandsTest {
    private static LocalPostgres postgres;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @BeforeAll
    static void start() {
        postgres = LocalPostgres.start();
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @Test
    void whoWaitsGoesOnWhenTheOwnerHasMigrated() throws Exception {
        var owner = database("one");
        var app = without(owner, "LANTOA_DB_OWNER_PASSWORD");
        var waiting = CompletableFuture.supplyAsync(() -> run("await-schema", app));
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> output().contains("Waits for 2 migrations"));
        assertThat(waiting).isNotDone();

        assertThat(run("migrate", without(owner, "LANTOA_DB_APP_PASSWORD"))).isEqualTo(SchemaCommands.DONE);

        assertThat(waiting).succeedsWithin(Duration.ofSeconds(60)).isEqualTo(SchemaCommands.DONE);
        assertThat(output()).contains("2 of 2 migrations were applied now").endsWith("The schema is complete\n");
    }

    @Test
    void theApplicationRoleMayUseWhatIsThereAndChangeNoSchema() throws Exception {
        assertThat(run("migrate", database("two"))).isEqualTo(SchemaCommands.DONE);
        var app = postgres.dataSource("two", "two_app");

        execute(app, "INSERT INTO thing (name) VALUES ('a')", "UPDATE thing SET name = 'b'", "DELETE FROM thing");
        execute(app, "INSERT INTO thing_log VALUES ('a')");
        refused(app, "UPDATE thing_log SET what = 'b'");
        refused(app, "CREATE TABLE mine (id int)");
        refused(app, "DELETE FROM flyway_schema_history");
        database("neighbour");
        refused(postgres.dataSource("two", "neighbour_app"), "SELECT 1");
    }

    @Test
    void migratingAgainChangesNothing() throws Exception {
        var owner = database("three");
        assertThat(run("migrate", owner)).isEqualTo(SchemaCommands.DONE);
        assertThat(run("migrate", owner)).isEqualTo(SchemaCommands.DONE);
        assertThat(output()).contains("0 of 2 migrations were applied now");
    }

    @Test
    void whatIsMissingIsNamed() throws Exception {
        var owner = database("four");
        assertThat(run("migrate", without(owner, "LANTOA_DB_OWNER_PASSWORD"))).isEqualTo(SchemaCommands.MISUSED);
        assertThat(output()).isEqualTo("LANTOA_DB_OWNER_PASSWORD is not set\n");
        assertThat(SchemaCommands.handle()).isEmpty();
        assertThat(SchemaCommands.handle("serve")).isEmpty();
        assertThat(SchemaCommands.handle("migrate", "everything")).isEmpty();
    }

    @Test
    void aPasswordMayStandInAFile(@TempDir Path folder) throws Exception {
        var owner = new HashMap<>(database("six"));
        var file = Files.writeString(folder.resolve("password"), owner.remove("LANTOA_DB_OWNER_PASSWORD") + "\n");
        owner.put("LANTOA_DB_OWNER_PASSWORD_FILE", file.toString());
        assertThat(run("migrate", owner)).isEqualTo(SchemaCommands.DONE);
        owner.put("LANTOA_DB_OWNER_PASSWORD_FILE", folder.resolve("none").toString());
        assertThat(run("migrate", owner)).isEqualTo(SchemaCommands.MISUSED);
        assertThat(output()).contains("LANTOA_DB_OWNER_PASSWORD_FILE names a file that cannot be read");
    }

    @Test
    void aWrongPasswordIsAFailureThatAJobTriesAgain() throws Exception {
        var owner = new HashMap<>(database("five"));
        owner.put("LANTOA_DB_OWNER_PASSWORD", "wrong");
        assertThat(run("migrate", owner)).isEqualTo(SchemaCommands.FAILED);
        assertThat(output()).contains("could not be migrated").doesNotContain("wrong");
    }

    @Test
    void scriptsComeInTheirOrder() {
        assertThat(MigrationScripts.onClassPath().versions()).isEqualTo(List.of("202601010100", "202601010200"));
    }

    private int run(String command, Map<String, String> environment) {
        return SchemaCommands.run(command, environment, new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    private String output() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private static Map<String, String> database(String name) throws SQLException {
        var config = postgres.config(name);
        var server = postgres.superuserDataSource("postgres");
        for (var role : List.of("APP", "OWNER")) {
            execute(
                    server,
                    "CREATE ROLE %s LOGIN PASSWORD '%s'"
                            .formatted(
                                    config.get("LANTOA_DB_" + role + "_USER"),
                                    config.get("LANTOA_DB_" + role + "_PASSWORD")));
        }
        execute(server, "CREATE DATABASE " + name + " OWNER " + name + "_owner");
        return config;
    }

    private static Map<String, String> without(Map<String, String> config, String name) {
        var less = new HashMap<>(config);
        less.remove(name);
        return less;
    }

    private static void refused(DataSource source, String statement) {
        assertThatThrownBy(() -> execute(source, statement))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
    }

    private static void execute(DataSource source, String... statements) throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
