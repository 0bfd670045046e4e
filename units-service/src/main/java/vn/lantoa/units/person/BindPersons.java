package vn.lantoa.units.person;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.access.Caller;
import vn.lantoa.access.Reach;
import vn.lantoa.problems.NotFound;
import vn.lantoa.sql.Query;

/**
 * Whom the caller may give a post or a place at a unit of theirs: whoever they reach already, and who is nobody's yet. To bind
 * somebody is to read and to mend their record from then on; somebody else's person comes by a transfer, to which the other
 * side agrees, and is until then as unknown as nobody.
 */
@ApplicationScoped
public class BindPersons {
    /** What ties persons to a unit today, along one line or along all that are open; posts count for the office, not beside it. */
    private static final String TIED = """
            SELECT asked.id
            FROM (SELECT a.id, person_records(a.id) AS records FROM unnest(?::uuid[]) AS a (id)) AS asked,
                 (VALUES (?::date, ?::text)) AS given (today, line)
            WHERE EXISTS (
                SELECT FROM person p WHERE p.id = ANY (asked.records) AND p.unit IS NOT NULL)
              OR EXISTS (
                SELECT FROM membership m JOIN line l ON l.code = m.line
                WHERE m.person = ANY (asked.records) AND m.valid @> given.today AND m.annulled_at IS NULL
                  AND (m.line = given.line OR (given.line IS NULL AND NOT l.confidential)))
              OR EXISTS (
                SELECT FROM post o
                WHERE o.person = ANY (asked.records) AND o.valid @> given.today AND o.annulled_at IS NULL
                  AND coalesce(given.line, 'ADMINISTRATIVE') = 'ADMINISTRATIVE'
                  AND NOT EXISTS (
                      SELECT FROM unit_placement h JOIN line l ON l.code = h.line
                      WHERE h.unit = o.unit AND l.confidential))
            """;

    private static final String REACHED = """
            SELECT asked.id FROM unnest(?::uuid[]) AS asked (id) JOIN person p ON p.id = person_current(asked.id)
            WHERE true""";

    private final Caller caller;
    private final DataSource database;
    private final Clock clock;

    BindPersons(Caller caller, DataSource database, Clock clock) {
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
        if (!somebodyElses(Set.of(person), caller.reach(permission), LocalDate.now(clock), line)
                .isEmpty()) {
            throw new NotFound("person-not-found", person);
        }
    }

    /**
     * Those of them whom somebody with this reach may not bind, asked in two statements.
     *
     * @param line along which they are to belong; null for posts
     */
    public Set<UUID> somebodyElses(Set<UUID> persons, Reach reach, LocalDate today, @Nullable String line) {
        if (reach.everywhere() || persons.isEmpty()) {
            return Set.of();
        }
        var scope = PersonScope.ofOne(reach, today);
        var strangers = new HashSet<>(persons);
        scope.statement("")
                .add(REACHED, (Object) persons.toArray(UUID[]::new))
                .add(scope.condition())
                .list(database, row -> row.id("id"))
                .forEach(strangers::remove);
        return strangers.isEmpty()
                ? Set.of()
                : Set.copyOf(Query.of(TIED, strangers.toArray(UUID[]::new), today, line)
                        .list(database, row -> row.id("id")));
    }
}
