package vn.lantoa.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The current row of a result. Without {@code OrNull} a column is one that is never null. */
public final class Row {
    private final ResultSet result;

    Row(ResultSet result) {
        this.result = result;
    }

    public UUID id(String column) throws SQLException {
        return present(column, idOrNull(column));
    }

    public @Nullable UUID idOrNull(String column) throws SQLException {
        return result.getObject(column, UUID.class);
    }

    public String text(String column) throws SQLException {
        return present(column, textOrNull(column));
    }

    public @Nullable String textOrNull(String column) throws SQLException {
        return result.getString(column);
    }

    public List<String> texts(String column) throws SQLException {
        return List.of((String[]) present(column, result.getArray(column)).getArray());
    }

    public LocalDate day(String column) throws SQLException {
        return present(column, dayOrNull(column));
    }

    public @Nullable LocalDate dayOrNull(String column) throws SQLException {
        return result.getObject(column, LocalDate.class);
    }

    public Instant instant(String column) throws SQLException {
        return present(column, instantOrNull(column));
    }

    public @Nullable Instant instantOrNull(String column) throws SQLException {
        var at = result.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    public boolean flag(String column) throws SQLException {
        return result.getBoolean(column);
    }

    public long number(String column) throws SQLException {
        return result.getLong(column);
    }

    public @Nullable Long longOrNull(String column) throws SQLException {
        return result.getObject(column, Long.class);
    }

    public double real(String column) throws SQLException {
        return result.getDouble(column);
    }

    public int integer(String column) throws SQLException {
        return result.getInt(column);
    }

    public @Nullable Integer integerOrNull(String column) throws SQLException {
        return result.getObject(column, Integer.class);
    }

    public byte @Nullable [] bytesOrNull(String column) throws SQLException {
        return result.getBytes(column);
    }

    long only() throws SQLException {
        return result.getLong(1);
    }

    private static <T> T present(String column, @Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("column " + column + " is null");
        }
        return value;
    }
}
