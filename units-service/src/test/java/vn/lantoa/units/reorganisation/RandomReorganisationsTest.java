package vn.lantoa.units.reorganisation;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lantoa.units.ReorganisationFixture.annul;
import static vn.lantoa.units.ReorganisationFixture.draft;
import static vn.lantoa.units.ReorganisationFixture.enact;
import static vn.lantoa.units.ReorganisationFixture.fingerprint;
import static vn.lantoa.units.ReorganisationFixture.newUnit;
import static vn.lantoa.units.UnitsFixture.code;
import static vn.lantoa.units.UnitsFixture.query;
import static vn.lantoa.units.UnitsFixture.root;
import static vn.lantoa.units.UnitsFixture.unique;
import static vn.lantoa.units.UnitsFixture.unitUnder;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lantoa.testsupport.LanToaServices;

/** Whatever sequence of operations is enacted, and some of it annulled: the register stays whole on every day. */
@QuarkusTest
@WithTestResource(LanToaServices.class)
class RandomReorganisationsTest {
    private static final int DOCUMENTS = 25;
    private static final String LINE = "ADMINISTRATIVE";

    private static final String GAPS = """
            SELECT count(*) FROM unit u
            WHERE datemultirange(u.valid) IS DISTINCT FROM
                  (SELECT range_agg(v.valid) FROM unit_version v WHERE v.unit = u.id)
            """;
    private static final String OUTLIVED = """
            SELECT count(*) FROM unit_placement p JOIN unit u ON u.id = p.parent WHERE NOT p.valid <@ u.valid
            """;
    private static final String UNEXPLAINED = """
            SELECT count(*) FROM unit_lineage l JOIN unit p ON p.id = l.predecessor JOIN unit s ON s.id = l.successor
            WHERE NOT s.valid @> l.effective_on OR p.valid_from >= l.effective_on OR p.valid_to < l.effective_on
            """;
    private static final String WHOLE_BUT_ALIVE = """
            SELECT count(*) FROM unit_lineage l JOIN unit p ON p.id = l.predecessor
            WHERE l.portion = 'WHOLE' AND p.valid_to IS DISTINCT FROM l.effective_on
            """;

    private Random random;
    private UUID province;
    private List<UUID> pool;

    @ParameterizedTest
    @ValueSource(longs = {20250701, 42, 7})
    void theRegisterStaysWhole(long seed) {
        random = new Random(seed);
        province = unitUnder(root(LINE), unique("Tỉnh"));
        pool = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            pool.add(unitUnder(i < 3 ? province : pool.get(random.nextInt(3)), unique("Xã"), LINE, code()));
        }
        var day = LocalDate.of(2090, 1, 1);
        var enacted = new ArrayList<String>();
        int fitted = 0;
        for (int i = 0; i < DOCUMENTS; i++) {
            day = day.plusDays(1 + random.nextInt(20));
            var drafted = draft(day.toString(), operations());
            String id = drafted.extract().path("id");
            var answer = enact(id, drafted.extract().header("ETag"), fingerprint(id));
            assertThat(answer.statusCode())
                    .as("seed %d, document %d: %s", seed, i, answer.asString())
                    .isIn(200, 409);
            if (answer.statusCode() == 200) {
                fitted++;
                enacted.add(id);
                alive();
                if (random.nextInt(4) == 0) {
                    annul(enacted.removeLast()).statusCode(200);
                    alive();
                }
            }
        }
        assertThat(fitted).as("seed %d", seed).isGreaterThan(DOCUMENTS / 4);
        assertThat(List.of(query(GAPS), query(OUTLIVED), query(UNEXPLAINED), query(WHOLE_BUT_ALIVE)))
                .as("seed %d", seed)
                .containsOnly("0");
        assertThat(ClosureCheck.differences()).as("seed %d", seed).isEmpty();
    }

    /** Those under the province that have no end. */
    private void alive() {
        var ids = query("""
                SELECT coalesce(string_agg(DISTINCT c.descendant::text, ' '), '') FROM unit_closure c
                JOIN unit u ON u.id = c.descendant
                WHERE c.ancestor = ? AND c.depth > 0 AND u.valid_to IS NULL
                """, province);
        pool = new ArrayList<>(Stream.of(ids.split(" "))
                .filter(text -> !text.isEmpty())
                .map(UUID::fromString)
                .sorted()
                .toList());
        if (pool.size() < 4) {
            pool.add(unitUnder(province, unique("Xã")));
        }
    }

    private List<Map<String, ?>> operations() {
        var operations = new ArrayList<Map<String, ?>>();
        Set<UUID> used = new HashSet<>();
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            var unit = pool.get(random.nextInt(pool.size()));
            if (used.add(unit) || random.nextInt(10) == 0) {
                operations.add(operation(unit));
            }
        }
        return operations;
    }

    private Map<String, ?> operation(UUID unit) {
        var other = pool.get(random.nextInt(pool.size()));
        return switch (random.nextInt(8)) {
            case 0 ->
                Map.of("kind", "ESTABLISH", "unit", newUnit(unique("Xã"), code(), province), "from", List.of(unit));
            case 1 ->
                Map.of("kind", "MERGE", "sources", List.of(unit), "result", newUnit(unique("Xã"), code(), province));
            case 2 -> split(unit);
            case 3 -> Map.of("kind", "RENAME", "unit", unit, "name", unique("Xã"));
            case 4 -> Map.of("kind", "RECODE", "unit", unit, "value", code());
            case 5 -> Map.of("kind", "REPARENT", "unit", unit, "line", LINE, "parent", other);
            case 6 -> Map.of("kind", "DISSOLVE", "unit", unit, "successors", List.of(other));
            default -> Map.of("kind", "CHANGE_KIND", "unit", unit, "to", "WARD");
        };
    }

    private Map<String, ?> split(UUID unit) {
        var first = newUnit(unique("Xã"), null, province);
        var split = new HashMap<String, Object>();
        split.put("kind", "SPLIT");
        split.put("source", unit);
        split.put("results", List.of(Map.of("unit", first), Map.of("unit", newUnit(unique("Xã"), null, province))));
        if (random.nextBoolean()) {
            split.put("portion", "WHOLE");
            split.put("heir", first.get("id"));
        } else {
            split.put("portion", "PART");
        }
        return split;
    }
}
