package vn.lantoa.units.membership;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.units.MembershipState;
import vn.lantoa.sql.Query;
import vn.lantoa.sql.Row;
import vn.lantoa.units.succession.Succession;

/**
 * SQL for whom a succession moves, and where to: whoever is handed over by name to that unit, else with everybody who is,
 * else to the heir. Who is lent to a unit where they belong (or are lent) anyway afterwards is lent no longer.
 */
final class MovingMembers {
    /** Units asked about in one statement. */
    static final int UNITS_AT_ONCE = 500;

    private MovingMembers() {}

    /** The units from which somebody may move, in one order, some hundred at a time. */
    static List<Set<UUID>> portions(Succession succession) {
        var all = new TreeSet<>(succession.ending());
        succession.handovers().forEach(handover -> all.add(handover.from()));
        var portions = new ArrayList<Set<UUID>>();
        var portion = new TreeSet<UUID>();
        for (var unit : all) {
            portion.add(unit);
            if (portion.size() == UNITS_AT_ONCE) {
                portions.add(portion);
                portion = new TreeSet<>();
            }
        }
        if (!portion.isEmpty()) {
            portions.add(portion);
        }
        return portions;
    }

    /** {@code settled (id, target, ends)}: every membership that hangs on these units from the day on. */
    static Query settled(Succession succession, Collection<UUID> units) {
        var ending = units.stream().filter(succession.ending()::contains).toArray(UUID[]::new);
        var heirs = new UUID[ending.length];
        for (int i = 0; i < ending.length; i++) {
            heirs[i] = succession.heirOf(ending[i]).orElse(null);
        }
        var handovers = new Handovers(succession, units);
        return Query.of("""
                WITH concerned (unit, heir, ends) AS (
                    SELECT e.unit, e.heir, true FROM unnest(?::uuid[], ?::uuid[]) AS e (unit, heir)
                    UNION ALL
                    SELECT DISTINCT h.source, NULL::uuid, false FROM unnest(?::uuid[]) AS h (source)
                    WHERE h.source <> ALL (?::uuid[])),
                """, ending, heirs, handovers.sources(), ending)
                .add("""
                handed (source, target, person) AS (
                    SELECT DISTINCT ON (h.source, record) h.source, h.target, record
                    FROM unnest(?::uuid[], ?::uuid[], ?::uuid[]) WITH ORDINALITY AS h (source, target, person, place)
                    CROSS JOIN LATERAL unnest(coalesce(person_records(h.person), ARRAY[h.person])) AS record
                    ORDER BY h.source, record, h.place),
                """, handovers.sources(), handovers.targets(), handovers.persons())
                .add("""
                hanging AS (
                    SELECT m.id, m.person, m.line, m.kind, m.valid, c.ends,
                           coalesce(named.target, everybody.target, c.heir) AS target
                    FROM concerned c
                    JOIN membership m ON m.unit = c.unit AND m.valid && daterange(?::date, NULL)
                    LEFT JOIN handed named ON named.source = m.unit AND named.person = m.person
                    LEFT JOIN handed everybody ON everybody.source = m.unit AND everybody.person IS NULL),
                settled (id, target, ends) AS (
                    SELECT h.id, CASE WHEN h.kind = 'SECONDMENT' AND (
                        EXISTS (SELECT FROM hanging o WHERE o.person = h.person AND o.line = h.line
                                AND o.target = h.target AND o.id <> h.id AND o.valid && h.valid
                                AND (o.kind = 'PRIMARY' OR o.id < h.id))
                        OR EXISTS (SELECT FROM membership o WHERE o.person = h.person AND o.line = h.line
                                   AND o.unit = h.target AND o.valid && h.valid AND o.valid && daterange(?::date, NULL)))
                        THEN NULL ELSE h.target END, h.ends
                    FROM hanging h
                    WHERE h.ends OR h.target IS NOT NULL)
                """, succession.day(), succession.day());
    }

    /** Who is named to be handed over and does not belong there: {@code (source, person)}. */
    static Query strangers(Succession succession, Collection<UUID> units) {
        var handovers = new Handovers(succession, units);
        return Query.of("""
                SELECT DISTINCT h.source, h.person FROM unnest(?::uuid[], ?::uuid[]) AS h (source, person)
                WHERE h.person IS NOT NULL AND NOT EXISTS (
                    SELECT FROM membership m
                    WHERE m.unit = h.source AND m.valid && daterange(?::date, NULL)
                      AND m.person = ANY (coalesce(person_records(h.person), ARRAY[h.person])))
                ORDER BY h.source, h.person
                """, handovers.sources(), handovers.persons(), succession.day());
    }

    /** The handovers from some units, a row for each person named and one with nobody for all. */
    private static final class Handovers {
        private final List<UUID> sources = new ArrayList<>();
        private final List<UUID> targets = new ArrayList<>();
        private final List<@Nullable UUID> persons = new ArrayList<>();

        Handovers(Succession succession, Collection<UUID> units) {
            for (var handover : succession.handovers()) {
                if (!units.contains(handover.from())) {
                    continue;
                }
                var members = handover.members();
                if (members == null) {
                    add(handover, null);
                } else {
                    new TreeSet<>(members).forEach(member -> add(handover, member));
                }
            }
        }

        private void add(Succession.Handover handover, @Nullable UUID person) {
            sources.add(handover.from());
            targets.add(handover.to());
            persons.add(person);
        }

        UUID[] sources() {
            return sources.toArray(UUID[]::new);
        }

        UUID[] targets() {
            return targets.toArray(UUID[]::new);
        }

        @Nullable
        UUID[] persons() {
            return persons.toArray(UUID[]::new);
        }
    }

    /** A membership that was touched, as it is now. */
    record Touched(
            UUID id,
            UUID person,
            UUID unit,
            String line,
            String kind,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable LocalDate until,
            @Nullable UUID target) {
        MembershipState state() {
            return new MembershipState(id, person, unit, line, kind, validFrom, validTo);
        }

        static Touched of(Row row) throws SQLException {
            return new Touched(
                    row.id("id"),
                    row.id("person"),
                    row.id("unit"),
                    row.text("line"),
                    row.text("kind"),
                    row.dayOrNull("valid_from"),
                    row.dayOrNull("valid_to"),
                    row.dayOrNull("until"),
                    row.idOrNull("target"));
        }
    }
}
