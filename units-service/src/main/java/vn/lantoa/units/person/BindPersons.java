package vn.lantoa.units.person;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.access.Caller;
import vn.lantoa.problems.NotFound;
import vn.lantoa.sql.Query;

/**
 * Whom the caller may give a post or a place at a unit of theirs: whoever they reach already, and who is nobody's yet. To bind
 * somebody is to read and to mend their record from then on; somebody else's person comes by a transfer, to which the other
 * side agrees, and is until then as unknown as nobody.
 */
@ApplicationScoped
public class BindPersons {
    /** What ties a person to a unit today, along one line or along all that are open; posts count for the office, not beside it. */
    private static final String TIED = """
            WITH asked AS (SELECT person_records(?) AS records, ?::date AS today, ?::text AS line)
            SELECT EXISTS (
                SELECT FROM asked JOIN person p ON p.id = ANY (asked.records)
                WHERE p.unit IS NOT NULL)
              OR EXISTS (
                SELECT FROM asked JOIN membership m ON m.person = ANY (asked.records) JOIN line l ON l.code = m.line
                WHERE m.valid @> asked.today AND m.annulled_at IS NULL
                  AND (m.line = asked.line OR (asked.line IS NULL AND NOT l.confidential)))
              OR EXISTS (
                SELECT FROM asked JOIN post o ON o.person = ANY (asked.records)
                WHERE o.valid @> asked.today AND o.annulled_at IS NULL
                  AND coalesce(asked.line, 'ADMINISTRATIVE') = 'ADMINISTRATIVE'
                  AND NOT EXISTS (
                      SELECT FROM unit_placement h JOIN line l ON l.code = h.line
                      WHERE h.unit = o.unit AND l.confidential)) AS tied
            """;

    private final PersonReads reads;
    private final Caller caller;
    private final DataSource database;
    private final Clock clock;

    BindPersons(PersonReads reads, Caller caller, DataSource database, Clock clock) {
        this.reads = reads;
        this.caller = caller;
        this.database = database;
        this.clock = clock;
    }

    /**
     * @param permission by which the caller binds; how far it reaches over the unit is asked elsewhere
     * @param line along which the person is to belong; null for a post
     * @throws NotFound 404 {@code person-not-found}, also for somebody else's person
     */
    public void require(UUID person, String permission, @Nullable String line) {
        var today = LocalDate.now(clock);
        if (!reads.reaches(person, caller.reach(permission), today) && tied(person, today, line)) {
            throw new NotFound("person-not-found", person);
        }
    }

    private boolean tied(UUID person, LocalDate today, @Nullable String line) {
        return Query.of(TIED, person, today, line)
                .first(database, row -> row.flag("tied"))
                .orElse(false);
    }
}
