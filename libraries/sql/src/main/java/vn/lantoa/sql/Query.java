package vn.lantoa.sql;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
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
    private final StringBuilder text = new StringBuilder();
    private final List<@Nullable Object> values = new ArrayList<>();
    private boolean plannedForItsValues;

    private Query() {}

    public static Query of(String fragment, @Nullable Object... values) {
        return new Query().add(fragment, values);
    }

    public Query add(String fragment, @Nullable Object... given) {
        text.append(fragment).append('\n');
        values.addAll(Arrays.asList(given));
        return this;
    }

    /** The whole of another query, as a fragment. */
    public Query add(Query other) {
        text.append(other.text);
        values.addAll(other.values);
        return this;
    }

    /** Only where there is a value. */
    public Query addIf(@Nullable Object value, String fragment) {
        return value == null ? this : add(fragment, value);
    }

    /**
     * Planned anew each time, with the values in sight: for lists whose best way depends on whether a subtree or a campaign
     * holds a hundred rows or a million. A plan kept for all values was hundreds of times slower on the widest.
     */
    public Query plannedForItsValues() {
        plannedForItsValues = true;
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

    /**
     * Row by row, in constant memory, however many there are.
     *
     * @param connection in a transaction: without one the driver would read everything first
     * @param atATime rows per round trip
     */
    public void each(Connection connection, int atATime, RowConsumer consumer) throws SQLException, IOException {
        try (var statement = prepared(connection)) {
            statement.setFetchSize(atATime);
            try (var result = statement.executeQuery()) {
                var row = new Row(result);
                while (result.next()) {
                    consumer.accept(row);
                }
            }
        }
    }

    public <T> Optional<T> first(DataSource database, RowMapper<T> mapper) {
        return list(database, mapper).stream().findFirst();
    }

    /** The number in the only column of the only row, as of a {@code SELECT count(*)}. */
    public long count(DataSource database) {
        return list(database, Row::only).getFirst();
    }

    /** Runs it as a change and tells how many rows it touched. */
    public int change(DataSource database) {
        try (var connection = database.getConnection();
                var statement = prepared(connection)) {
            statement.execute();
            return Math.max(0, statement.getUpdateCount());
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    private PreparedStatement prepared(Connection connection) throws SQLException {
        var statement = connection.prepareStatement(text.toString());
        if (plannedForItsValues) {
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
            case Integer[] numbers -> statement.setArray(index, connection.createArrayOf("int4", numbers));
            case LocalDate[] days -> statement.setArray(index, connection.createArrayOf("date", days));
            case byte[][] bytes -> statement.setArray(index, connection.createArrayOf("bytea", bytes));
            case Enum<?> constant -> statement.setString(index, constant.name());
            case null, default -> statement.setObject(index, value);
        }
    }

    /** The text without its values, as plans and logs show it. */
    @Override
    public String toString() {
        return text.toString();
    }

    /** The text as a LIKE pattern matches it literally. */
    public static String literally(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
