package vn.lantoa.units.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever happens to units over the years, what is shared out is neither lost nor made. */
class BecomingPropertyTest {
    private static final LocalDate START = LocalDate.of(2000, 1, 1);

    /** Random mergers, splits, cessions and dissolutions, a day each. */
    private static final class History {
        private final Random random;
        private final Set<UUID> living = new LinkedHashSet<>();
        private final Map<UUID, LocalDate> ends = new HashMap<>();
        private final List<Becoming.Link> links = new ArrayList<>();
        private final boolean sharesKnown;
        private final Set<UUID> first;
        private int made;

        History(long seed, int steps, boolean sharesKnown) {
            this.random = new Random(seed);
            this.sharesKnown = sharesKnown;
            for (int i = 0; i < 8; i++) {
                living.add(begin());
            }
            first = Set.copyOf(living);
            for (int i = 1; i <= steps; i++) {
                step(START.plusDays(i));
            }
        }

        private UUID begin() {
            return new UUID(7, ++made);
        }

        private UUID any() {
            return List.copyOf(living).get(random.nextInt(living.size()));
        }

        private void step(LocalDate day) {
            switch (random.nextInt(4)) {
                case 0 -> merge(day);
                case 1 -> split(day);
                case 2 -> cede(day);
                default -> dissolve(day);
            }
        }

        private void merge(LocalDate day) {
            var result = begin();
            Set.of(any()).forEach(source -> end(source, day, List.of(result)));
            if (!living.isEmpty()) {
                end(any(), day, List.of(result));
            }
            living.add(result);
        }

        private void split(LocalDate day) {
            var results = List.of(begin(), begin());
            end(any(), day, results);
            living.addAll(results);
        }

        private void cede(LocalDate day) {
            var from = any();
            var to = any();
            if (!from.equals(to)) {
                links.add(new Becoming.Link(from, to, false, share(3), day));
            }
        }

        private void dissolve(LocalDate day) {
            if (living.size() > 2) {
                var source = any();
                var successor = any();
                if (!source.equals(successor)) {
                    end(source, day, List.of(successor));
                }
            }
        }

        private void end(UUID source, LocalDate day, List<UUID> results) {
            living.remove(source);
            ends.put(source, day);
            results.forEach(result -> links.add(new Becoming.Link(
                    source, result, results.size() == 1, results.size() == 1 ? null : share(results.size()), day)));
        }

        private Fraction share(int parts) {
            return sharesKnown ? Fraction.parse("1/" + parts) : null;
        }
    }

    @Property(tries = 300)
    void sharesOfAUnitAreOneTogether(@ForAll long seed, @ForAll @IntRange(max = 25) int steps) {
        var history = new History(seed, steps, true);
        var becoming = new Becoming(history.links, history.ends);
        for (var unit : history.first) {
            var sum = Fraction.ZERO;
            for (var part : becoming.follow(unit, START, START.plusDays(steps)).values()) {
                sum = sum.plus(part.share());
            }
            assertThat(sum).isEqualTo(Fraction.ONE);
        }
    }

    @Property(tries = 300)
    void whatStandsOnTheLaterDayIsAlive(
            @ForAll long seed, @ForAll @IntRange(max = 25) int steps, @ForAll boolean sharesKnown) {
        var history = new History(seed, steps, sharesKnown);
        var becoming = new Becoming(history.links, history.ends);
        for (var unit : history.first) {
            assertThat(history.living)
                    .containsAll(
                            becoming.follow(unit, START, START.plusDays(steps)).keySet());
        }
    }

    @Property(tries = 300)
    void theSumAsThenIsTheSumAsNowInEveryGroup(
            @ForAll long seed, @ForAll @IntRange(max = 25) int steps, @ForAll boolean sharesKnown) {
        var history = new History(seed, steps, sharesKnown);
        var becoming = new Becoming(history.links, history.ends);
        var groups = new Groups();
        var figures = new HashMap<UUID, Integer>();
        var now = new HashMap<UUID, Fraction>();
        history.living.forEach(groups::add);
        for (var unit : history.first) {
            figures.put(unit, history.random.nextInt(1000));
            groups.add(unit);
            becoming.follow(unit, START, START.plusDays(steps)).forEach((later, part) -> {
                groups.join(unit, later);
                if (sharesKnown) {
                    var figure = Fraction.parse(figures.get(unit) + "/1");
                    now.merge(later, part.share().times(figure), Fraction::plus);
                }
            });
        }
        var seen = new HashSet<UUID>();
        for (var group : groups.all()) {
            assertThat(seen).doesNotContainAnyElementsOf(group);
            seen.addAll(group);
            if (sharesKnown) {
                var then = group.stream()
                        .mapToInt(unit -> figures.getOrDefault(unit, 0))
                        .sum();
                var since = group.stream()
                        .map(unit -> now.getOrDefault(unit, Fraction.ZERO))
                        .reduce(Fraction.ZERO, Fraction::plus);
                assertThat(since).isEqualTo(Fraction.parse(then + "/1"));
            }
        }
        assertThat(seen).containsAll(history.first).containsAll(history.living);
    }
}
