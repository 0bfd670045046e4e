package vn.lantoa.units.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lantoa.units.UnitsFixture.admin;
import static vn.lantoa.units.UnitsFixture.code;
import static vn.lantoa.units.UnitsFixture.query;
import static vn.lantoa.units.UnitsFixture.register;
import static vn.lantoa.units.UnitsFixture.root;
import static vn.lantoa.units.UnitsFixture.unique;
import static vn.lantoa.units.UnitsFixture.unitUnder;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import vn.lantoa.testsupport.LanToaServices;
import vn.lantoa.units.reorganisation.ClosureCheck;

/** Many at once: exactly one wins, no circle comes about, the closure stays what the places say. */
@QuarkusTest
@WithTestResource(LanToaServices.class)
class LinesUnderPressureTest {
    private static final int CALLERS = 6;

    @Test
    void ofManyWhoTakeACodeExactlyOneWins() throws Exception {
        root("ADMINISTRATIVE");
        var code = code();
        var answers = together(
                CALLERS,
                caller -> () -> register(Map.of(
                                "name",
                                unique("Xã"),
                                "kind",
                                "COMMUNE",
                                "sector",
                                "STATE",
                                "identifiers",
                                List.of(Map.of("value", code))))
                        .statusCode());
        assertThat(answers).filteredOn(status -> status == 201).hasSize(1);
        assertThat(answers).filteredOn(status -> status != 201).allMatch(status -> status == 409);
        assertThat(query("SELECT count(*) FROM unit_identifier WHERE value = ?", code))
                .isEqualTo("1");
    }

    @Test
    void twoWhoMoveUnderEachOtherMakeNoCircle() throws Exception {
        var one = unitUnder(root("ADMINISTRATIVE"), unique("Một"));
        var two = unitUnder(root("ADMINISTRATIVE"), unique("Hai"));
        var pair = List.of(one, two);
        var answers =
                together(2, caller -> () -> move(pair.get(caller), pair.get(1 - caller), LocalDate.of(2025, 1, 1)));
        assertThat(answers).containsExactlyInAnyOrder(201, 409);
    }

    @Test
    void anyMovesLeaveTheClosureEqualToAWalk() throws Exception {
        var seed = new Random().nextLong();
        var units = new ArrayList<UUID>();
        var top = unitUnder(root("ADMINISTRATIVE"), unique("Đỉnh"));
        for (int i = 0; i < 12; i++) {
            units.add(unitUnder(i == 0 ? top : units.get(new Random(seed + i).nextInt(i)), unique("Nút")));
        }
        var answers = new ArrayList<Integer>();
        for (int round = 0; round < 8; round++) {
            var random = new Random(seed * 31 + round);
            var moves = new ArrayList<List<Integer>>();
            for (int i = 0; i < CALLERS; i++) {
                moves.add(List.of(random.nextInt(12), random.nextInt(12), random.nextInt(3000)));
            }
            answers.addAll(together(
                    CALLERS,
                    caller -> () -> move(
                            units.get(moves.get(caller).get(0)),
                            units.get(moves.get(caller).get(1)),
                            LocalDate.of(2018, 1, 1).plusDays(moves.get(caller).get(2)))));
        }
        assertThat(answers).as("seed %d", seed).allMatch(status -> status == 201 || status == 409 || status == 412);
        assertThat(answers).as("seed %d", seed).contains(201);
        assertThat(ClosureCheck.differences()).as("seed %d", seed).isEmpty();
    }

    private static int move(UUID unit, UUID parent, LocalDate day) {
        return admin().body(Map.of("line", "ADMINISTRATIVE", "parent", parent, "validFrom", day.toString()))
                .post("/units/{id}/placements", unit)
                .statusCode();
    }

    private interface Act {
        Callable<Integer> of(int caller);
    }

    private static List<Integer> together(int callers, Act act) throws Exception {
        var barrier = new CyclicBarrier(callers);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<Integer>>();
            for (int i = 0; i < callers; i++) {
                var caller = i;
                running.add(threads.submit(() -> {
                    barrier.await();
                    return act.of(caller).call();
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
