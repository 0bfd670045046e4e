package vn.lantoa.units.line;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lantoa.units.UnitsFixture.admin;
import static vn.lantoa.units.UnitsFixture.id;
import static vn.lantoa.units.line.LineFixture.move;
import static vn.lantoa.units.line.LineFixture.place;
import static vn.lantoa.units.line.LineFixture.placed;
import static vn.lantoa.units.line.LineFixture.rule;
import static vn.lantoa.units.line.LineFixture.ruledLine;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lantoa.testsupport.LanToaServices;
import vn.lantoa.units.ReorganisationFixture;
import vn.lantoa.units.reorganisation.ClosureCheck;

/**
 * Whatever is registered, moved, renamed in kind and dissolved, in whatever order and for whatever day: what is answered with
 * success leaves a line that is right on every day, and what is refused leaves it as it was.
 */
@QuarkusTest
@WithTestResource(LanToaServices.class)
class RandomHistoriesTest {
    private static final LocalDate START = LocalDate.of(2025, 6, 20);
    private static final int DAYS = 22;
    private static final List<String> KINDS =
            List.of("DISTRICT", "DISTRICT", "COMMUNE", "COMMUNE", "COMMUNE", "OFFICE", "OFFICE", "HAMLET");
    private static final Set<Integer> ANSWERS = Set.of(200, 201, 409, 412, 422);

    private record Known(List<UUID> units, String line) {
        UUID any(Random random) {
            return units.get(random.nextInt(units.size()));
        }
    }

    @Test
    void anyHistoryLeavesALineThatIsRightOnEveryDay() {
        var seed = new Random().nextLong();
        var answers = new TreeMap<Integer, Integer>();
        for (int history = 0; history < 3; history++) {
            var random = new Random(seed + history);
            var known = new Known(new ArrayList<>(), line());
            known.units().add(placed(known.line(), null, "PROVINCE", null));
            known.units().add(placed(known.line(), known.units().getFirst(), "DISTRICT", null));
            for (int i = 0; i < 40; i++) {
                var answer = act(random, known);
                assertThat(answer.statusCode())
                        .as("seed %d, history %d, act %d: %s", seed, history, i, answer.asString())
                        .isIn(ANSWERS);
                answers.merge(answer.statusCode(), 1, Integer::sum);
            }
            assertThat(LineCheck.offences(known.line()))
                    .as("seed %d, history %d", seed, history)
                    .isEmpty();
        }
        assertThat(answers).as("seed %d", seed).containsKeys(201, 422);
        assertThat(ClosureCheck.differences()).as("seed %d", seed).isEmpty();
    }

    private static String line() {
        return ruledLine(List.of(
                rule(null, "PROVINCE", null, null),
                rule("PROVINCE", "DISTRICT", null, "2025-07-01"),
                rule("DISTRICT", "COMMUNE", null, "2025-07-01"),
                rule("PROVINCE", "COMMUNE", "2025-07-01", null),
                rule("PROVINCE", "OFFICE", null, null),
                rule("DISTRICT", "OFFICE", null, null),
                rule("COMMUNE", "OFFICE", null, null),
                rule("OFFICE", "OFFICE", "2025-06-25", null),
                rule("COMMUNE", "HAMLET", null, null)));
    }

    private static Response act(Random random, Known known) {
        return switch (random.nextInt(8)) {
            case 0, 1, 2 -> registered(random, known);
            case 3, 4, 5 -> move(known.line(), known.any(random), known.any(random), day(random));
            case 6 ->
                admin().header("If-Match", "*")
                        .body(Map.of("kind", kind(random)))
                        .patch("/units/{id}", known.any(random));
            default -> dissolved(random, known);
        };
    }

    private static Response registered(Random random, Known known) {
        var from = random.nextInt(3) == 0 ? null : day(random);
        var to = random.nextInt(5) == 0
                ? START.plusDays(DAYS + random.nextInt(5)).toString()
                : null;
        var answer = place(known.line(), known.any(random), kind(random), from, to);
        if (answer.statusCode() == 201) {
            known.units().add(id(answer));
        }
        return answer;
    }

    private static Response dissolved(Random random, Known known) {
        var unit = known.units().get(1 + random.nextInt(known.units().size() - 1));
        var drafted = ReorganisationFixture.draft(day(random), ReorganisationFixture.dissolve(unit));
        return ReorganisationFixture.enact(drafted).extract().response();
    }

    private static String kind(Random random) {
        return KINDS.get(random.nextInt(KINDS.size()));
    }

    private static String day(Random random) {
        return START.plusDays(random.nextInt(DAYS)).toString();
    }
}
