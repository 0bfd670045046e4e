package vn.lantoa.knownunits;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import vn.lantoa.knownunits.KnownPersons.KnownPerson;
import vn.lantoa.problems.Unavailable;
import vn.lantoa.rest.Today;
import vn.lantoa.sql.Query;

/** Belonging as memberships and posts tell it. A post at a unit of a confidential line tells who belongs there, so it does not count. */
@ApplicationScoped
class ReplicatedPersonsOfUnits implements PersonsOfUnits {
    private static final String STANDING = """
            WITH day AS (SELECT ?::date AS today),
            tie AS (
                SELECT m.unit, m.valid FROM known_membership m, day
                WHERE m.person = ANY (known_person_records(?::uuid)) AND NOT isempty(m.valid)
                  AND (m.valid_from <= day.today) IS NOT FALSE
                UNION ALL
                SELECT p.unit, p.valid FROM access_post p, day
                WHERE p.person = ANY (known_person_records(?::uuid)) AND NOT isempty(p.valid)
                  AND (p.valid_from <= day.today) IS NOT FALSE
                  AND NOT EXISTS (SELECT FROM known_confidential_unit c WHERE c.unit = p.unit)
            ), placed AS MATERIALIZED (
                SELECT tie.valid, tie.unit = ? OR EXISTS (
                           SELECT FROM known_unit_reach k
                           WHERE k.ancestor = ? AND k.descendant = tie.unit
                             AND (k.valid @> day.today OR k.valid && tie.valid)) AS here
                FROM tie, day
            )
            SELECT p.id, p.display_name,
                   NOT EXISTS (SELECT FROM placed) OR EXISTS (SELECT FROM placed WHERE here)
                       OR EXISTS (SELECT FROM known_confidential_unit c WHERE c.unit = ?) AS nameable,
                   EXISTS (
                       SELECT FROM placed, day
                       WHERE here AND (valid @> day.today
                           OR NOT EXISTS (SELECT FROM placed o WHERE o.valid @> day.today)
                              AND upper(valid) = (SELECT max(upper(o.valid)) FROM placed o))) AS theirs
            FROM known_person p WHERE p.id = ?
            """;

    private final DataSource database;
    private final Today today;

    ReplicatedPersonsOfUnits(DataSource database, Today today) {
        this.database = database;
        this.today = today;
    }

    private record Standing(KnownPerson person, boolean nameable, boolean theirs) {}

    @Override
    public KnownPerson require(UUID person, UUID unit) {
        return standing(person, unit)
                .filter(Standing::nameable)
                .map(Standing::person)
                .orElseThrow(() -> Unavailable.notYetKnown(person));
    }

    @Override
    public boolean isOf(UUID person, UUID unit) {
        return standing(person, unit).filter(Standing::theirs).isPresent();
    }

    private Optional<Standing> standing(UUID person, UUID unit) {
        return Query.of(STANDING, today.day(), person, person, unit, unit, unit, person)
                .first(
                        database,
                        row -> new Standing(
                                new KnownPerson(row.id("id"), row.text("display_name")),
                                row.flag("nameable"),
                                row.flag("theirs")));
    }
}
