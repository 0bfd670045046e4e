package vn.lantoa.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPostgresTest {

    @Test
    void aServiceReachesItsOwnDatabaseAndNoOther() throws SQLException {
        try (LocalPostgres postgres = LocalPostgres.start()) {
            postgres.prepare("units").prepare("campaigns").prepare("units");

            run(postgres.dataSource("units", "units_owner"), "create table thing (id int)");
            run(postgres.dataSource("units", "units_app"), "insert into thing values (1)");

            assertThatThrownBy(() -> run(postgres.dataSource("units", "units_app"), "create table other (id int)"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> run(postgres.dataSource("campaigns", "units_app"), "select 1"))
                    .hasMessageContaining("permission denied for database");
            assertThatThrownBy(() -> run(postgres.dataSource("campaigns", "units_owner"), "select 1"))
                    .hasMessageContaining("permission denied for database");
        }
    }

    @Test
    void nothingIsLeftAfterClosing() {
        LocalPostgres postgres = LocalPostgres.start();
        long pid = postgres.pid();

        postgres.close();

        assertThat(Processes.alive(pid)).isFalse();
    }

    @Test
    void itComesBackWithItsDataAfterAKill(@TempDir Path folder) throws SQLException {
        try (LocalPostgres postgres = LocalPostgres.start(folder.resolve("data"), Ports.free())) {
            postgres.prepare("units");
            run(postgres.dataSource("units", "units_owner"), "create table thing as select 1 as id");

            postgres.kill();
            postgres.restart();

            run(postgres.dataSource("units", "units_app"), "insert into thing values (2)");
        }
    }

    @Test
    void anOrphanOverTheSameFolderIsStoppedFirst(@TempDir Path folder) throws SQLException {
        try (LocalPostgres orphan = LocalPostgres.start(folder.resolve("data"), Ports.free())) {
            long orphaned = orphan.pid();
            try (LocalPostgres postgres = LocalPostgres.start(folder.resolve("data"), Ports.free())) {
                assertThat(Processes.alive(orphaned)).isFalse();
                run(postgres.superuserDataSource("postgres"), "select 1");
            }
        }
    }

    private static void run(DataSource database, String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
