package vn.lantoa.privacy;

import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** The sealed table of wrapped keys; its functions open the seal for their own length only. */
@Singleton
class PersonKeyTable {
    private final DataSource dataSource;

    PersonKeyTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Empty when there is none. An erased key reads as none too, but none can be made in its place. */
    Optional<WrappedKey> read(UUID person) {
        return query("SELECT key_id, wrapped FROM person_key_read(?)", statement -> statement.setObject(1, person));
    }

    /** The person's key after this: the one brought, or the one that somebody else was faster to make; none when erased. */
    Optional<WrappedKey> make(UUID person, WrappedKey key) {
        return query("SELECT key_id, wrapped FROM person_key_make(?, ?, ?)", statement -> {
            statement.setObject(1, person);
            statement.setString(2, key.keyId());
            statement.setBytes(3, key.wrapped());
        });
    }

    void erase(UUID person) {
        query("SELECT key_id, wrapped FROM person_key_erase(?)", statement -> statement.setObject(1, person));
    }

    private Optional<WrappedKey> query(String sql, Parameters parameters) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            parameters.set(statement);
            try (var rows = statement.executeQuery()) {
                return rows.next()
                        ? Optional.of(new WrappedKey(rows.getString(1), rows.getBytes(2)))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new SealedTableException(e);
        }
    }

    private interface Parameters {
        void set(PreparedStatement statement) throws SQLException;
    }
}
