package vn.lantoa.units.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The current row of a result. */
public final class Row {
    private final ResultSet result;

    Row(ResultSet result) {
        this.result = result;
    }

    public UUID id(String column) throws SQLException {
        return result.getObject(column, UUID.class);
    }

    public @Nullable UUID idOrNull(String column) throws SQLException {
        return result.getObject(column, UUID.class);
    }

    public String text(String column) throws SQLException {
        return result.getString(column);
    }

    public @Nullable String textOrNull(String column) throws SQLException {
        return result.getString(column);
    }

    public LocalDate day(String column) throws SQLException {
        return result.getObject(column, LocalDate.class);
    }

    public @Nullable LocalDate dayOrNull(String column) throws SQLException {
        return result.getObject(column, LocalDate.class);
    }

    public Instant instant(String column) throws SQLException {
        return result.getObject(column, OffsetDateTime.class).toInstant();
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

    public int integer(String column) throws SQLException {
        return result.getInt(column);
    }

    public byte @Nullable [] bytesOrNull(String column) throws SQLException {
        return result.getBytes(column);
    }

    long number(int column) throws SQLException {
        return result.getLong(column);
    }
}
