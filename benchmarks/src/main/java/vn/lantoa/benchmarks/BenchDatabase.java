package vn.lantoa.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import vn.lantoa.platform.Part;
import vn.lantoa.platform.Settings;
import vn.lantoa.testsupport.LocalPostgres;

/** The platform's database server, made beforehand with what only a bench asks of it. */
final class BenchDatabase {
    private BenchDatabase() {}

    /** Once; the platform then finds a server that is there already. */
    static void prepare(Settings settings, boolean changeLog) throws IOException, SQLException {
        var data = settings.home().resolve("postgres/data");
        if (Files.exists(data)) {
            return;
        }
        Files.createDirectories(data.getParent());
        try (var postgres = LocalPostgres.start(data, settings.port(Part.POSTGRES))) {
            var server = postgres.superuserDataSource("postgres");
            Jdbc.execute(
                    server,
                    "ALTER SYSTEM SET shared_preload_libraries = 'pg_stat_statements', 'auto_explain'",
                    "ALTER SYSTEM SET pg_stat_statements.track = 'none'");
            if (changeLog) {
                Jdbc.execute(
                        server, "ALTER SYSTEM SET wal_level = 'logical'", "ALTER SYSTEM SET wal_sender_timeout = 0");
            }
        }
    }
}
