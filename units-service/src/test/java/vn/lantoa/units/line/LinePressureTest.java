package vn.lantoa.units.line;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lantoa.units.line.LineFixture.change;
import static vn.lantoa.units.line.LineFixture.move;
import static vn.lantoa.units.line.LineFixture.place;
import static vn.lantoa.units.line.LineFixture.placed;
import static vn.lantoa.units.line.LineFixture.rule;
import static vn.lantoa.units.line.LineFixture.ruledLine;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import vn.lantoa.testsupport.LanToaServices;
import vn.lantoa.units.UnitsFixture;
import vn.lantoa.units.reorganisation.ClosureCheck;

/** Writers of one line at the same moment: rules, roots, kinds and places. */
@QuarkusTest
@WithTestResource(LanToaServices.class)
class LinePressureTest {
    private static final List<Object> OFFICES = List.of(
            rule(null, "AGENCY", null, null),
            rule("AGENCY", "OFFICE", null, null),
            rule("OFFICE", "OFFICE", null, null),
            rule("AGENCY", "CENTRE", null, null));

    @Test
    void ofManyRootsExactlyOneStands() throws Exception {
        var line = ruledLine(OFFICES);
        var answers = together(6, _ -> () -> place(line, null, "AGENCY", null).statusCode());
        assertThat(answers).filteredOn(status -> status == 201).hasSize(1);
        assertThat(answers).filteredOn(status -> status != 201).allMatch(status -> status == 409);
    }

    @Test
    void aRuleThatGoesAndAUnitThatNeedsItDoNotBothWin() throws Exception {
        for (int round = 0; round < 5; round++) {
            var line = ruledLine(OFFICES);
            var top = placed(line, null, "AGENCY", null);
            Map<String, Object> without = Map.of("rules", List.of(OFFICES.get(0), OFFICES.get(1)));
            var answers = together(
                    2,
                    caller -> () -> caller == 0
                            ? change(line, without).statusCode()
                            : place(line, top, "CENTRE", null).statusCode());
            assertThat(answers).isIn(List.of(200, 422), List.of(409, 201));
            assertThat(LineCheck.offences(line)).isEmpty();
        }
    }

    @Test
    void kindsAndPlacesThatChangeTogetherKeepTheRules() throws Exception {
        var seed = new Random().nextLong();
        var line = ruledLine(OFFICES);
        var top = placed(line, null, "AGENCY", null);
        var units = new ArrayList<UUID>();
        for (int i = 0; i < 8; i++) {
            units.add(placed(line, top, "OFFICE", null));
        }
        var all = new ArrayList<Integer>();
        for (int round = 0; round < 6; round++) {
            var random = new Random(seed + round);
            var turns = new ArrayList<List<Integer>>();
            for (int i = 0; i < 6; i++) {
                turns.add(List.of(random.nextInt(3), random.nextInt(8), random.nextInt(8), random.nextInt(28) + 1));
            }
            all.addAll(together(6, caller -> () -> turn(line, units, turns.get(caller))));
        }
        assertThat(all).as("seed %d", seed).allMatch(List.of(200, 201, 409, 412, 422)::contains);
        assertThat(LineCheck.offences(line)).as("seed %d", seed).isEmpty();
        assertThat(ClosureCheck.differences()).as("seed %d", seed).isEmpty();
    }

    private static int turn(String line, List<UUID> units, List<Integer> turn) {
        var unit = units.get(turn.get(1));
        if (turn.getFirst() == 0) {
            return UnitsFixture.admin()
                    .header("If-Match", "*")
                    .body(Map.of("kind", turn.get(3) % 2 == 0 ? "CENTRE" : "OFFICE"))
                    .patch("/units/{id}", unit)
                    .statusCode();
        }
        return move(line, unit, units.get(turn.get(2)), "2024-02-%02d".formatted(turn.get(3)))
                .statusCode();
    }

    private static List<Integer> together(int callers, IntFunction<Callable<Integer>> act) throws Exception {
        var barrier = new CyclicBarrier(callers);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<Integer>>();
            for (int i = 0; i < callers; i++) {
                var one = act.apply(i);
                running.add(threads.submit(() -> {
                    barrier.await();
                    return one.call();
                }));
            }
            var answers = new ArrayList<Integer>();
            for (var answer : running) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
