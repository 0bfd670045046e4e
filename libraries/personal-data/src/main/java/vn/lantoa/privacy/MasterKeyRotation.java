package vn.lantoa.privacy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;

/**
 * Wraps every person's key anew under the present master key: some at a time, each batch a transaction of its own, while the
 * service reads and writes. What is done is told by the rows themselves, so whoever is stopped midway begins again and goes
 * on with the rest. The keys themselves stay, and with them everything that lies under them.
 */
final class MasterKeyRotation {
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final InstallationKeys keys;
    private final Connections connections;
    private final int batch;

    MasterKeyRotation(InstallationKeys keys, Connections connections, int batch) {
        this.keys = keys;
        this.connections = connections;
        this.batch = batch;
    }

    /** Connections of the application role, closed by whoever asked. */
    interface Connections {
        Connection open() throws SQLException;
    }

    private record Stale(UUID person, WrappedKey key) {}

    /**
     * Until a pass finds none, also of those that a replica with the old settings made, or an import wrote, meanwhile.
     *
     * @param done told after each batch how many keys have been wrapped anew
     * @return how many
     * @throws IllegalStateException when a key lies under a master key that nobody gave
     */
    long run(LongConsumer done) throws SQLException {
        long rewrapped = 0;
        boolean found;
        do {
            found = false;
            var after = BEFORE_ALL;
            while (true) {
                try (var connection = connections.open()) {
                    connection.setAutoCommit(false);
                    var some = stale(connection, after);
                    if (some.isEmpty()) {
                        break;
                    }
                    found = true;
                    rewrapped += rewrap(connection, some);
                    connection.commit();
                    after = some.getLast().person();
                }
                done.accept(rewrapped);
            }
        } while (found);
        return rewrapped;
    }

    private List<Stale> stale(Connection connection, UUID after) throws SQLException {
        try (var statement =
                connection.prepareStatement("SELECT person, key_id, wrapped FROM person_key_stale(?, ?, ?)")) {
            statement.setString(1, keys.currentId());
            statement.setObject(2, after);
            statement.setInt(3, batch);
            try (var rows = statement.executeQuery()) {
                var some = new ArrayList<Stale>();
                while (rows.next()) {
                    some.add(new Stale(
                            rows.getObject(1, UUID.class), new WrappedKey(rows.getString(2), rows.getBytes(3))));
                }
                return some;
            }
        }
    }

    private int rewrap(Connection connection, List<Stale> some) throws SQLException {
        var current = keys.wrapping(keys.currentId());
        var persons = some.stream().map(Stale::person).toArray(UUID[]::new);
        var old = some.stream().map(each -> each.key().wrapped()).toArray(byte[][]::new);
        var anew = new byte[some.size()][];
        for (int i = 0; i < anew.length; i++) {
            var each = some.get(i);
            var context = PersonCipher.contextOf(each.person());
            var plain = keys.wrapping(each.key().keyId()).open(each.key().wrapped(), context);
            anew[i] = current.close(plain, context);
        }
        try (var statement = connection.prepareStatement("SELECT person_key_rewrap(?, ?, ?, ?)")) {
            statement.setArray(1, connection.createArrayOf("uuid", persons));
            statement.setArray(2, connection.createArrayOf("bytea", old));
            statement.setString(3, keys.currentId());
            statement.setArray(4, connection.createArrayOf("bytea", anew));
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }
}
