package vn.lantoa.knownunits;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.units.PlacementState;
import vn.lantoa.events.units.UnitState;

/**
 * Whatever dated forests (and circles, which an owner would refuse) the events describe, in whatever order and however
 * often they come: after each batch the closure says on every day what a walk up the known placements says.
 */
class ClosurePropertyTest {
    private static final LocalDate START = LocalDate.of(2025, 1, 1);
    private static final int DAYS = 12;
    private static final List<String> LINES = List.of("ADMINISTRATIVE", "PARTY");

    record Link(UUID ancestor, UUID descendant, int depth) {}

    private record Told(UnitFixture unit, long version) {}

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void closureEqualsTheWalkUpOnEveryDay(@ForAll Random random) throws SQLException {
        try (var connection = ReplicaDatabase.emptied()) {
            var events = UnitFixture.replica(ReplicaDatabase.within(connection));
            List<Told> queue = history(random);
            Map<UUID, Told> known = new HashMap<>();
            while (!queue.isEmpty()) {
                List<Told> batch = queue.subList(0, Math.min(queue.size(), 1 + random.nextInt(6)));
                for (Told told : batch) {
                    events.apply(told.unit().event(told.version()));
                    known.merge(told.unit().id, told, (a, b) -> a.version() >= b.version() ? a : b);
                }
                events.batchApplied();
                batch.clear();
                assertClosureIsRight(connection, known);
            }
            connection.rollback();
        }
    }

    @Property(tries = 20, shrinking = ShrinkingMode.OFF)
    void aRebuildSaysTheSame(@ForAll Random random) throws SQLException {
        try (var connection = ReplicaDatabase.emptied()) {
            var events = UnitFixture.replica(ReplicaDatabase.within(connection));
            Map<UUID, Told> known = new HashMap<>();
            for (Told told : history(random)) {
                events.apply(told.unit().event(told.version()));
                known.merge(told.unit().id, told, (a, b) -> a.version() >= b.version() ? a : b);
            }
            events.batchApplied();
            var closure = new Closure("known_unit_placement", "known_unit_closure", "known_unit");
            for (String line : LINES) {
                closure.rebuild(connection, line);
            }
            assertClosureIsRight(connection, known);
            connection.rollback();
        }
    }

    private static void assertClosureIsRight(Connection connection, Map<UUID, Told> known) throws SQLException {
        Map<UUID, UnitState> states = new HashMap<>();
        known.forEach((id, told) -> states.put(id, told.unit().state()));
        for (String line : LINES) {
            for (LocalDate day : boundaries(states)) {
                assertThat(closureOn(connection, line, day))
                        .as("%s on %s", line, day)
                        .isEqualTo(walkOn(states, line, day));
            }
        }
        assertThat(touchingPeriods(connection)).isZero();
    }

    /** The oracle: unit by unit, day by day. */
    private static Set<Link> walkOn(Map<UUID, UnitState> units, String line, LocalDate day) {
        Set<Link> links = new HashSet<>();
        for (UUID descendant : units.keySet()) {
            Set<UUID> path = new HashSet<>();
            UUID at = descendant;
            while (at != null && path.size() <= Closure.MAX_DEPTH && path.add(at)) {
                PlacementState place = placeOn(units.get(at), line, day);
                if (place == null) {
                    break;
                }
                links.add(new Link(at, descendant, path.size() - 1));
                at = place.parent();
            }
        }
        return links;
    }

    private static @Nullable PlacementState placeOn(@Nullable UnitState unit, String line, LocalDate day) {
        return unit == null || !holds(unit.validFrom(), unit.validTo(), day)
                ? null
                : unit.placements().stream()
                        .filter(p -> p.line().equals(line) && holds(p.validFrom(), p.validTo(), day))
                        .findFirst()
                        .orElse(null);
    }

    private static boolean holds(@Nullable LocalDate from, @Nullable LocalDate to, LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || day.isBefore(to));
    }

    private static Set<LocalDate> boundaries(Map<UUID, UnitState> units) {
        Set<LocalDate> days = new TreeSet<>(Set.of(START.minusDays(1), START.plusDays(DAYS + 1L)));
        units.values().stream()
                .flatMap(unit -> Stream.concat(
                        Stream.of(unit.validFrom(), unit.validTo()),
                        unit.placements().stream().flatMap(p -> Stream.of(p.validFrom(), p.validTo()))))
                .filter(Objects::nonNull)
                .forEach(days::add);
        return days;
    }

    private static Set<Link> closureOn(Connection connection, String line, LocalDate day) throws SQLException {
        try (var statement = connection.prepareStatement("""
                SELECT ancestor, descendant, depth FROM known_unit_closure WHERE line = ? AND valid @> ?::date
                """)) {
            statement.setString(1, line);
            statement.setObject(2, day);
            List<Link> links = new ArrayList<>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    links.add(new Link(rows.getObject(1, UUID.class), rows.getObject(2, UUID.class), rows.getInt(3)));
                }
            }
            assertThat(links).doesNotHaveDuplicates();
            return Set.copyOf(links);
        }
    }

    private static int touchingPeriods(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                SELECT count(*) FROM known_unit_closure a
                JOIN known_unit_closure b USING (line, ancestor, descendant, depth)
                WHERE a.valid < b.valid AND (a.valid && b.valid OR a.valid -|- b.valid)
                """)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /** Several versions of several units, shuffled, some told twice. */
    private static List<Told> history(Random random) {
        List<UUID> ids = IntStream.range(0, 2 + random.nextInt(7))
                .mapToObj(i -> new UUID(0, i + 1L))
                .toList();
        List<Told> history = new ArrayList<>();
        for (UUID id : ids) {
            for (int version = 1; version <= 1 + random.nextInt(3); version++) {
                var told = new Told(randomUnit(random, id, ids), version);
                history.addAll(Collections.nCopies(1 + random.nextInt(2), told));
            }
        }
        Collections.shuffle(history, random);
        return history;
    }

    private static UnitFixture randomUnit(Random random, UUID id, List<UUID> ids) {
        var unit = new UnitFixture(id);
        int from = random.nextInt(DAYS / 2);
        unit.exists(
                random.nextInt(3) == 0 ? null : START.plusDays(from),
                random.nextBoolean() ? null : START.plusDays(from + 1L + random.nextInt(DAYS)));
        for (String line : LINES) {
            int day = random.nextInt(4) - 1;
            while (day < DAYS && random.nextInt(5) > 0) {
                int end = day + 1 + random.nextInt(DAYS);
                unit.placed(
                        line,
                        random.nextInt(4) == 0 ? null : ids.get(random.nextInt(ids.size())),
                        day < 0 ? null : START.plusDays(day),
                        end > DAYS ? null : START.plusDays(end));
                day = end > DAYS ? DAYS : end + random.nextInt(2);
            }
        }
        return unit;
    }
}
