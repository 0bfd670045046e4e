package vn.lantoa.audit.sealing;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import vn.lantoa.audit.proof.Finding;
import vn.lantoa.audit.proof.Verification;
import vn.lantoa.rest.Ids;
import vn.lantoa.testsupport.SharedServices;

/** The trail of the service under test, as tests write, export and tamper with it. */
@Singleton
class Trail {
    private final DataSource database;
    private final SealingKeys keys;
    private final Sealer sealer;

    Trail(DataSource database, SealingKeys keys, Sealer sealer) {
        this.database = database;
        this.keys = keys;
        this.sealer = sealer;
    }

    static UUID write(Connection connection) throws SQLException {
        var id = Ids.next();
        try (var insert = connection.prepareStatement("""
                INSERT INTO audit_entry (id, occurred_at, account, action, entity, entity_id, after)
                VALUES (?, now(), 'https://id.example hoa', 'thing.make', 'thing', ?, '{"name": "Xã Minh Khai"}')""")) {
            insert.setObject(1, id);
            insert.setObject(2, UUID.randomUUID());
            insert.executeUpdate();
        }
        return id;
    }

    /** Committed one by one. */
    List<UUID> written(int count) throws SQLException {
        var ids = new ArrayList<UUID>();
        try (var connection = database.getConnection()) {
            for (int i = 0; i < count; i++) {
                ids.add(write(connection));
            }
        }
        return ids;
    }

    List<UUID> sealed(int count) throws SQLException {
        var ids = written(count);
        sealer.sealAll();
        return ids;
    }

    long position(UUID entry) throws SQLException {
        return number("SELECT coalesce(max(position), -1) FROM audit_leaf WHERE entry = '" + entry + "'");
    }

    long number(String sql) throws SQLException {
        try (var connection = superuser();
                var query = connection.createStatement();
                var row = query.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    static Connection superuser() throws SQLException {
        return SharedServices.superuser("campaigns").getConnection();
    }

    /** Past every trigger, as whoever owns the machine could. */
    static void tamper(String... statements) throws SQLException {
        try (var connection = superuser();
                var statement = connection.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            for (var each : statements) {
                statement.execute(each);
            }
        }
    }

    Path export() throws SQLException, IOException {
        var file = Files.createTempFile(Path.of("target"), "export", ".jsonl.gz");
        try (var connection = superuser();
                OutputStream out = Files.newOutputStream(file)) {
            connection.setAutoCommit(false);
            new LogExport(connection, keys.origin(), keys.all()).write(out);
        }
        return file;
    }

    List<Finding> findings(List<String> kept) throws SQLException, IOException {
        var file = export();
        try {
            return new Verification(List.of(keys.all().getFirst().verifying()), kept, null)
                    .of(file)
                    .findings();
        } finally {
            Files.delete(file);
        }
    }
}
