package vn.lantoa.units.profile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.rest.Ids;
import vn.lantoa.sql.Query;
import vn.lantoa.sql.Row;

/** The profiles of units: one a day, none is overwritten but by a correction from its own first day on. */
@ApplicationScoped
class Profiles {
    private static final String COLUMNS = """
            SELECT p.unit, p.history, p.functions, p.contacts, p.valid_from, p.valid_to, p.updated_at FROM unit_profile p
            """;

    private final DataSource database;
    private final ObjectMapper json;

    Profiles(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** The profile of the day; of a unit that has ended by then its last. */
    Optional<ProfileView> on(UUID unit, LocalDate day) {
        return Query.of(COLUMNS).add("""
                        JOIN unit u ON u.id = p.unit
                        WHERE p.unit = ? AND p.valid @> CASE WHEN u.valid_to <= ?::date THEN u.valid_to - 1 ELSE ?::date END
                        """, unit, day, day).first(database, this::view);
    }

    List<ProfileView> all(UUID unit) {
        return Query.of(COLUMNS).add("WHERE p.unit = ? ORDER BY p.valid", unit).list(database, this::view);
    }

    /** Holds from that day on, until the next one that is written already. */
    @Transactional(Transactional.TxType.MANDATORY)
    void write(UUID unit, @Nullable LocalDate from, DescribeUnit described, Instant now) {
        Query.of("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", "unit_profile/" + unit)
                .change(database);
        Query.of("DELETE FROM unit_profile WHERE unit = ? AND valid_from IS NOT DISTINCT FROM ?::date", unit, from)
                .change(database);
        Query.of(
                        "UPDATE unit_profile SET valid_to = ?::date, updated_at = ? WHERE unit = ? AND valid @> ?::date",
                        from,
                        now,
                        unit,
                        from)
                .change(database);
        Query.of(
                        """
                        INSERT INTO unit_profile (id, unit, history, functions, contacts, valid_from, valid_to, created_at, updated_at)
                        SELECT ?, ?, ?, ?, ?::jsonb, ?::date,
                               (SELECT min(n.valid_from) FROM unit_profile n
                                WHERE n.unit = ? AND n.valid_from > coalesce(?::date, '-infinity')), ?, ?
                        """,
                        Ids.next(),
                        unit,
                        described.history(),
                        described.functions(),
                        written(described.contacts()),
                        from,
                        unit,
                        from,
                        now,
                        now)
                .change(database);
    }

    private ProfileView view(Row row) throws SQLException {
        try {
            return new ProfileView(
                    row.id("unit"),
                    row.textOrNull("history"),
                    row.textOrNull("functions"),
                    json.readValue(row.text("contacts"), Contacts.class),
                    row.dayOrNull("valid_from"),
                    row.dayOrNull("valid_to"),
                    row.instant("updated_at"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String written(@Nullable Contacts contacts) {
        try {
            return json.writeValueAsString(contacts == null ? Contacts.NONE : contacts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
