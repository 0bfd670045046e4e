package vn.lantoa.campaigns.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;

/** A SELECT that grows by parts. Texts are constants of the code, every value is a bind parameter. */
public final class Select {
    private final StringBuilder text = new StringBuilder();
    private final List<@Nullable Object> values = new ArrayList<>();

    private boolean plannedForItsValues;

    /** Reads one row. */
    @FunctionalInterface
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private Select() {}

    public static Select of(String sql, @Nullable Object... values) {
        return new Select().add(sql, values);
    }

    /** Appends a part with its values. */
    public Select add(String sql, @Nullable Object... more) {
        text.append(sql).append('\n');
        for (var value : more) {
            values.add(value);
        }
        return this;
    }

    /** Appends a part with one value unless that is null. */
    public Select addIf(@Nullable Object value, String sql) {
        return value == null ? this : add(sql, value);
    }

    /**
     * Planned anew each time, with the values in sight: for lists whose best way depends on whether a subtree or a campaign
     * holds a hundred rows or a million. A plan kept for all values was hundreds of times slower on the widest.
     */
    public Select plannedForItsValues() {
        plannedForItsValues = true;
        return this;
    }

    public <T> List<T> list(DataSource database, Row<T> row) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(text.toString())) {
            if (plannedForItsValues) {
                statement.unwrap(PGStatement.class).setPrepareThreshold(0);
            }
            bind(connection, statement);
            try (var found = statement.executeQuery()) {
                var rows = new ArrayList<T>();
                while (found.next()) {
                    rows.add(row.read(found));
                }
                return rows;
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public <T> Optional<T> first(DataSource database, Row<T> row) {
        return list(database, row).stream().findFirst();
    }

    private void bind(Connection connection, PreparedStatement statement) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            var value = values.get(i);
            switch (value) {
                case null -> statement.setNull(i + 1, Types.NULL);
                case UUID[] ids -> statement.setArray(i + 1, connection.createArrayOf("uuid", ids));
                case String[] texts -> statement.setArray(i + 1, connection.createArrayOf("text", texts));
                case Instant instant -> statement.setObject(i + 1, instant.atOffset(ZoneOffset.UTC));
                case Enum<?> constant -> statement.setString(i + 1, constant.name());
                default -> statement.setObject(i + 1, value);
            }
        }
    }

    public static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    public static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    public static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
