package vn.lantoa.knownunits;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Who stands for a unit today, and whose history a unit carries, are the same relation read from its two ends. */
class LineagePropertyTest {
    private static final LocalDate START = LocalDate.of(2020, 1, 1);

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void successorsAndPredecessorsAreInverse(@ForAll Random random) throws SQLException {
        try (var connection = ReplicaDatabase.emptied()) {
            var dataSource = ReplicaDatabase.within(connection);
            int generations = 1 + random.nextInt(4);
            var units = mergersOver(generations, random);
            var events = UnitFixture.replica(dataSource);
            units.forEach(unit -> events.apply(unit.event(1)));
            events.batchApplied();

            var known = new ReplicatedUnits(dataSource);
            LocalDate last = START.plusYears(generations);
            Map<UUID, Set<UUID>> successors = new HashMap<>();
            Map<UUID, Set<UUID>> inverse = new HashMap<>();
            for (UnitFixture unit : units) {
                known.successorsOn(unit.id, last)
                        .forEach(s -> successors
                                .computeIfAbsent(unit.id, k -> new HashSet<>())
                                .add(s.id()));
                if (known.find(unit.id, last).orElseThrow().existing()) {
                    known.withPredecessors(unit.id)
                            .forEach(p -> inverse.computeIfAbsent(p, k -> new HashSet<>())
                                    .add(unit.id));
                }
            }
            assertThat(successors).isEqualTo(inverse);
            assertThat(successors.keySet()).hasSameSizeAs(units);
            connection.rollback();
        }
    }

    /** Each year some of the living units are merged into one or two new ones; either end, or both, tell of it. */
    private static List<UnitFixture> mergersOver(int generations, Random random) {
        List<UnitFixture> all = new ArrayList<>();
        List<UnitFixture> living = new ArrayList<>();
        for (int i = 0; i < 3 + random.nextInt(6); i++) {
            living.add(UnitFixture.unit().exists(START, null));
        }
        all.addAll(living);
        for (int year = 1; year <= generations; year++) {
            LocalDate day = START.plusYears(year);
            Collections.shuffle(living, random);
            List<UnitFixture> ending = List.copyOf(living.subList(0, 1 + random.nextInt(living.size())));
            living.removeAll(ending);
            List<UnitFixture> beginning = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(2); i++) {
                beginning.add(UnitFixture.unit().exists(day, null));
            }
            for (UnitFixture old : ending) {
                old.exists(START, day);
                beginning.forEach(fresh -> link(old, fresh, beginning.size() == 1 ? "WHOLE" : "PART", day, random));
            }
            living.addAll(beginning);
            all.addAll(beginning);
        }
        Collections.shuffle(all, random);
        return all;
    }

    private static void link(UnitFixture old, UnitFixture fresh, String portion, LocalDate day, Random random) {
        int teller = random.nextInt(3);
        if (teller != 1) {
            old.into(fresh.id, portion, day);
        }
        if (teller != 0) {
            fresh.from(old.id, portion, day);
        }
    }
}
