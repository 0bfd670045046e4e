package vn.lantoa.units.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.StringReader;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import vn.lantoa.sql.Query;
import vn.lantoa.sql.Row;
import vn.lantoa.sql.SqlFailure;

/** The table of judged rows: filled by COPY, read in the order of the file. */
@Singleton
class StagedRows {
    private static final String COPY =
            "COPY bulk_row (import, place, outcome, id, keys, data, person_key_id, person_key,"
                    + " birth_date, birth_hash, identity_number, identity_hash, errors) FROM STDIN";
    private static final String NOTHING = "\\N";
    private static final HexFormat HEX = HexFormat.of();
    private static final TypeReference<List<RowError>> ERRORS = new TypeReference<>() {};

    private final DataSource database;
    private final ObjectMapper json;

    StagedRows(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** A row with its errors. */
    record Wrong(int number, List<RowError> errors) {}

    void clear(UUID importId) {
        Query.of("DELETE FROM bulk_row WHERE import = ?", importId).change(database);
    }

    void stage(UUID importId, List<DraftRow> rows) {
        var text = new StringBuilder(rows.size() * 300);
        for (var row : rows) {
            line(importId, row, text);
        }
        try (var connection = database.getConnection()) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY, new StringReader(text.toString()));
        } catch (SQLException e) {
            throw new SqlFailure(e);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void line(UUID importId, DraftRow row, StringBuilder text) {
        boolean fresh = row.outcome() == Outcome.NEW;
        var sealed = fresh ? row.sealed() : null;
        text.append(importId).append('\t').append(row.number()).append('\t').append(row.outcome());
        add(text, row.newId() == null ? null : row.newId().toString());
        add(text, fresh && !row.keys().isEmpty() ? array(row.keys()) : null);
        var data = fresh ? row.data() : row.noted();
        add(text, fresh || data != null ? written(data) : null);
        add(text, sealed == null ? null : sealed.keyId());
        add(text, sealed == null ? null : sealed.key());
        add(text, sealed == null ? null : sealed.birthDate());
        add(text, sealed == null ? null : sealed.birthHash());
        add(text, sealed == null ? null : sealed.identityNumber());
        add(text, sealed == null ? null : sealed.identityHash());
        add(text, row.errors().isEmpty() ? null : written(row.errors()));
        text.append('\n');
    }

    private static void add(StringBuilder text, @Nullable String value) {
        text.append('\t');
        if (value == null) {
            text.append(NOTHING);
            return;
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
    }

    /** As PostgreSQL writes an array of texts. */
    private static String array(List<String> values) {
        return values.stream()
                .map(value -> '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static void add(StringBuilder text, byte @Nullable [] value) {
        text.append('\t');
        if (value == null) {
            text.append(NOTHING);
        } else {
            text.append("\\\\x");
            HEX.formatHex(text, value);
        }
    }

    /** The second of two rows that mean the same thing is wrong, and names the first. */
    void refuseTwins(UUID importId) {
        Query.of("""
                UPDATE bulk_row r SET outcome = 'WRONG', data = NULL, person_key_id = NULL, person_key = NULL,
                    birth_date = NULL, birth_hash = NULL, identity_number = NULL, identity_hash = NULL,
                    errors = jsonb_build_array(jsonb_build_object('code', 'row-twice', 'args', jsonb_build_array(t.first::text)))
                FROM (SELECT place, min(first) AS first
                      FROM (SELECT b.place, first_value(b.place) OVER (PARTITION BY k.key ORDER BY b.place) AS first
                            FROM bulk_row b, unnest(b.keys) AS k (key) WHERE b.import = ? AND b.outcome = 'NEW') e
                      WHERE first < place GROUP BY place) t
                WHERE r.import = ? AND r.place = t.place
                """, importId, importId).change(database);
    }

    /** Only rows with errors stay: nothing of persons lies here once it is in the register. */
    void clearWritten(UUID importId) {
        Query.of("DELETE FROM bulk_row WHERE import = ? AND outcome <> 'WRONG'", importId)
                .change(database);
    }

    List<StagedRow> after(UUID importId, int position, int most) {
        return Query.of(
                        "SELECT place, id, data FROM bulk_row WHERE import = ? AND place > ? AND outcome = 'NEW' ORDER BY place LIMIT ?",
                        importId,
                        position,
                        most)
                .list(database, this::staged);
    }

    void refuse(UUID importId, List<RefusedRow> rows) {
        for (var row : rows) {
            Query.of("""
                    UPDATE bulk_row SET outcome = 'WRONG', data = NULL, person_key_id = NULL, person_key = NULL,
                        birth_date = NULL, birth_hash = NULL, identity_number = NULL, identity_hash = NULL, errors = ?::jsonb
                    WHERE import = ? AND place = ?
                    """, written(List.of(row.error())), importId, row.number()).change(database);
        }
    }

    List<Wrong> wrong(UUID importId, int after, int most) {
        return Query.of(
                        "SELECT place, errors FROM bulk_row WHERE import = ? AND place > ? AND outcome = 'WRONG' ORDER BY place LIMIT ?",
                        importId,
                        after,
                        most)
                .list(database, row -> new Wrong(row.integer("place"), errors(row)));
    }

    private StagedRow staged(Row row) throws SQLException {
        try {
            return new StagedRow(row.integer("place"), row.id("id"), json.readTree(row.text("data")));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<RowError> errors(Row row) throws SQLException {
        try {
            return json.readValue(row.text("errors"), ERRORS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String written(@Nullable Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
