package vn.lantoa.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmallCellsTest {
    private static Map<Integer, Long> table(List<Long> counts) {
        var table = new LinkedHashMap<Integer, Long>();
        for (int i = 0; i < counts.size(); i++) {
            table.put(i, counts.get(i));
        }
        return table;
    }

    /** Every table of so many cells up to a count. */
    private static List<List<Long>> tables(int cells, long most) {
        if (cells == 0) {
            return List.of(List.of());
        }
        var all = new ArrayList<List<Long>>();
        for (var rest : tables(cells - 1, most)) {
            for (long count = 0; count <= most; count++) {
                var table = new ArrayList<>(rest);
                table.add(count);
                all.add(table);
            }
        }
        return all;
    }

    /**
     * Whoever knows the rule and its threshold, and thinks through every table that would be shown like this one, still does
     * not know what a withheld cell is. (Every table whose total is in reach has all its likes among those looked at.)
     */
    @ParameterizedTest
    @CsvSource({"2, 12, 3", "3, 11, 3", "4, 8, 3", "2, 16, 5", "3, 13, 5", "4, 9, 5"})
    void whatIsWithheldCannotBeToldByWhoeverKnowsTheRule(int cells, long most, long threshold) {
        var rule = new SmallCells(threshold);
        var candidates = new HashMap<SmallCells.Shown<Integer>, List<List<Long>>>();
        for (var table : tables(cells, most)) {
            if (table.stream().mapToLong(Long::longValue).sum() > most) {
                continue;
            }
            candidates
                    .computeIfAbsent(rule.withTotal(table(table)), shown -> new ArrayList<>())
                    .add(table);
        }
        candidates.forEach((shown, behind) -> {
            for (int cell = 0; cell < cells; cell++) {
                if (shown.withholds(cell)) {
                    Set<Long> possible = new HashSet<>();
                    for (var table : behind) {
                        possible.add(table.get(cell));
                    }
                    assertThat(possible)
                            .as("%s cell %d of %s", shown, cell, behind)
                            .hasSizeGreaterThan(1);
                }
            }
        });
    }

    @ParameterizedTest
    @CsvSource({"3, 8, 3", "4, 7, 5"})
    void noSmallCellAndNoSmallTotalIsShown(int cells, long most, long threshold) {
        var rule = new SmallCells(threshold);
        for (var table : tables(cells, most)) {
            var shown = rule.withTotal(table(table));
            assertThat(shown.cells().values()).allMatch(count -> count == 0 || count >= threshold);
            shown.total()
                    .ifPresent(total ->
                            assertThat(total == 0 || total >= threshold).isTrue());
            shown.cells().forEach((cell, count) -> assertThat(count).isEqualTo(table.get(cell)));
        }
    }

    @Test
    void whereNothingIsSmallNothingIsWithheld() {
        var table = table(List.of(5L, 0L, 120L));
        var shown = new SmallCells(5).withTotal(table);
        assertThat(shown.cells()).isEqualTo(table);
        assertThat(shown.total()).hasValue(125);
        assertThat(new SmallCells(5).withTotal(table(List.of(0L, 0L))).total()).hasValue(0);
    }

    @Test
    void aThresholdThatWithholdsNothingIsRefused() {
        assertThatThrownBy(() -> new SmallCells(2)).hasMessageContaining("at least 3");
    }
}
