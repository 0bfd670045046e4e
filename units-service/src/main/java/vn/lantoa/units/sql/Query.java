package vn.lantoa.units.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;

/** One SQL statement put together from fragments, each with its own values; values never become part of the text. */
public final class Query {
    private final StringBuilder text;
    private final List<@Nullable Object> values = new ArrayList<>();
    private boolean plannedAnew;

    public Query(String fragment, @Nullable Object... values) {
        this.text = new StringBuilder(fragment);
        this.values.addAll(Arrays.asList(values));
    }

    public Query add(String fragment, @Nullable Object... given) {
        text.append(' ').append(fragment);
        values.addAll(Arrays.asList(given));
        return this;
    }

    /** The whole of another query, as a fragment. */
    public Query add(Query other) {
        text.append(' ').append(other.text);
        values.addAll(other.values);
        return this;
    }

    /** Only where there is a value. */
    public Query addIf(@Nullable Object value, String fragment) {
        return value == null ? this : add(fragment, value);
    }

    /** Planned for its values each time: where the best way depends on how frequent they are. */
    public Query plannedAnew() {
        plannedAnew = true;
        return this;
    }

    public <T> List<T> list(DataSource database, RowMapper<T> mapper) {
        try (var connection = database.getConnection();
                var statement = prepared(connection);
                var result = statement.executeQuery()) {
            var rows = new ArrayList<T>();
            var row = new Row(result);
            while (result.next()) {
                rows.add(mapper.map(row));
            }
            return rows;
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    public <T> Optional<T> first(DataSource database, RowMapper<T> mapper) {
        return list(database, mapper).stream().findFirst();
    }

    public long count(DataSource database) {
        return list(database, row -> row.number(1)).getFirst();
    }

    /** Runs it for its effect. */
    public void run(DataSource database) {
        try (var connection = database.getConnection();
                var statement = prepared(connection)) {
            statement.execute();
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    private PreparedStatement prepared(Connection connection) throws SQLException {
        var statement = connection.prepareStatement(text.toString());
        if (plannedAnew) {
            statement.unwrap(PGStatement.class).setPrepareThreshold(0);
        }
        for (int i = 0; i < values.size(); i++) {
            bind(connection, statement, i + 1, values.get(i));
        }
        return statement;
    }

    private static void bind(Connection connection, PreparedStatement statement, int index, @Nullable Object value)
            throws SQLException {
        switch (value) {
            case Instant instant -> statement.setObject(index, instant.atOffset(ZoneOffset.UTC));
            case UUID[] ids -> statement.setArray(index, connection.createArrayOf("uuid", ids));
            case String[] texts -> statement.setArray(index, connection.createArrayOf("text", texts));
            case null, default -> statement.setObject(index, value);
        }
    }

    /** The text as a LIKE pattern matches it literally. */
    public static String literally(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
