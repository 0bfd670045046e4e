package vn.lantoa.units.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lantoa.units.reorganisation.Dissolve;
import vn.lantoa.units.reorganisation.Merge;
import vn.lantoa.units.reorganisation.Operation;

/** What rows come to, and what is never guessed. */
class MappingPlanTest {
    private static final UUID PROVINCE = UUID.randomUUID();
    private static final UUID DISTRICT = UUID.randomUUID();

    private final Map<String, Bearer> register = new HashMap<>();
    private final List<MappingRow> rows = new ArrayList<>();

    MappingPlanTest() {
        register.put("04", new Bearer(PROVINCE, "04", "Tỉnh Cao Bằng", "PROVINCE", "STATE", null, null));
    }

    @Test
    void wholeUnitsMergeAndACodeMayGoToAnother() {
        var songHien = known("01267", "Phường Sông Hiến");
        var hopGiang = known("01273", "Phường Hợp Giang");
        whole("01267", "01273", "Phường Thục Phán");
        whole("01273", "01273", "Phường Thục Phán");

        var merge = (Merge) only(plan());

        assertThat(merge.sources()).containsExactly(songHien, hopGiang);
        assertThat(merge.result().name()).isEqualTo("Phường Thục Phán");
        assertThat(merge.result().identifiers()).extracting("value").containsExactly("01273");
        assertThat(merge.result().placements()).extracting("parent").containsExactly(PROVINCE);
    }

    @Test
    void aUnitThatStaysAsItIsNeedsNothing() {
        register.put("1", new Bearer(UUID.randomUUID(), "1", "Xã Một", "COMMUNE", "STATE", PROVINCE, null));
        row("1", "Xã Một", "1", "Xã Một", "COMMUNE", null, MappingPortion.WHOLE);

        assertThat(plan().problems()).isEmpty();
        assertThat(plan().operations()).isEmpty();
    }

    @Test
    void aUnitWithoutANewCodeIsDissolved() {
        var district = known("045", "Huyện Thạch An");
        row("045", null, null, null, null, null, MappingPortion.WHOLE);

        assertThat(plan().operations()).containsExactly(new Dissolve(district, List.of()));
    }

    @Test
    void aNewUnitMayStandUnderOneOfTheSameTable() {
        known("1", "Xã Một");
        known("2", "Xã Hai");
        known("3", "Tỉnh Ba");
        known("4", "Tỉnh Bốn");
        row("3", null, "34", "Tỉnh Mới", "PROVINCE", "04", MappingPortion.WHOLE);
        row("4", null, "34", "Tỉnh Mới", "PROVINCE", "04", MappingPortion.WHOLE);
        row("1", null, "12", "Xã Mới", "COMMUNE", "34", MappingPortion.WHOLE);
        row("2", null, "12", "Xã Mới", "COMMUNE", "34", MappingPortion.WHOLE);

        var operations = plan().operations();

        var province = (Merge) operations.get(0);
        var commune = (Merge) operations.get(1);
        assertThat(commune.result().placements())
                .extracting("parent")
                .containsExactly(province.result().id());
    }

    @Test
    void whatIsUnknownOrCanBeReadInTwoWaysIsListed() {
        known("1", "Xã Một");
        known("2", "Xã Hai");
        known("3", "Xã Ba");
        known("4", "Xã Bốn");
        known("5", "Xã Năm");
        known("6", "Xã Sáu");
        known("77", "Xã Bảy Bảy");
        whole("9", "90", "Xã Chín"); // 1: nobody bears it
        row("1", "Xã Khác", "91", "Xã Mới", "COMMUNE", "04", MappingPortion.WHOLE); // 2: called otherwise
        whole("2", "92", "Xã A"); // 3
        whole("2", "93", "Xã B"); // 4: whole into two
        whole("3", "94", "Xã C"); // 5
        part("3", "95", "Xã D"); // 6: whole and part
        part("4", "96", "Xã E"); // 7: what becomes of the rest
        whole("5", "97", "Xã F"); // 8
        whole("6", "97", "Xã G"); // 9: one code, two names
        row("6", null, "98", "Xã H", "COMMUNE", "none", MappingPortion.WHOLE); // 10: unknown parent, and twice whole
        row("5", null, "77", "Xã I", "COMMUNE", "04", MappingPortion.WHOLE); // 11: somebody else's code

        assertThat(plan().problems())
                .extracting(problem -> problem.row() + " " + problem.column() + " " + problem.code())
                .contains(
                        "1 oldCode mapping-code-unknown",
                        "2 oldName mapping-name-differs",
                        "3 newCode mapping-whole-into-several",
                        "4 newCode mapping-whole-into-several",
                        "5 portion mapping-whole-and-part",
                        "6 portion mapping-whole-and-part",
                        "7 portion mapping-parts-by-hand",
                        "9 newName mapping-two-units",
                        "10 newParent mapping-parent-unknown",
                        "11 newCode mapping-code-taken");
        assertThat(plan().operations()).isEmpty();
    }

    @Test
    void whatHangsTogetherWithAProblemIsLeftOutAndTheRestGoesOn() {
        known("1", "Xã Một");
        known("2", "Xã Hai");
        known("3", "Xã Ba");
        whole("1", "11", "Xã Mới");
        whole("9", "11", "Xã Mới");
        whole("2", "12", "Xã Khác");
        whole("3", "12", "Xã Khác");

        assertThat(plan().problems()).hasSize(1);
        assertThat(((Merge) only(plan())).result().name()).isEqualTo("Xã Khác");
    }

    @Test
    void aParentThatIsNotNamedMustBeClear() {
        register.put("1", new Bearer(UUID.randomUUID(), "1", "Xã Một", "COMMUNE", "STATE", PROVINCE, null));
        register.put("2", new Bearer(UUID.randomUUID(), "2", "Xã Hai", "COMMUNE", "STATE", DISTRICT, null));
        row("1", null, "11", "Xã Mới", "COMMUNE", null, MappingPortion.WHOLE);
        row("2", null, "11", "Xã Mới", "COMMUNE", null, MappingPortion.WHOLE);

        assertThat(plan().problems()).extracting(RowProblem::code).containsExactly("mapping-parent-unclear");
    }

    @Test
    void aTableOfTheWholeCountryIsReadInASecond() {
        int provinces = 34;
        for (int i = 0; i < 9_800; i++) {
            known("X" + i, "Xã " + i);
            whole("X" + i, "N" + i % 3_300, "Xã mới " + i % 3_300);
        }
        long begun = System.nanoTime();

        var operations = plan().operations();

        assertThat(operations).hasSize(3_300);
        assertThat(operations.size() / provinces).isLessThan(1_000);
        assertThat((System.nanoTime() - begun) / 1_000_000).isLessThan(5_000);
    }

    private MappingPlan plan() {
        return new MappingPlan(rows, register, Set.of("COMMUNE", "WARD", "PROVINCE"));
    }

    private static Operation only(MappingPlan plan) {
        assertThat(plan.operations()).hasSize(1);
        return plan.operations().getFirst();
    }

    private UUID known(String code, String name) {
        var unit = UUID.randomUUID();
        register.put(code, new Bearer(unit, code, name, "COMMUNE", "STATE", DISTRICT, null));
        return unit;
    }

    private void whole(String oldCode, String newCode, String name) {
        row(oldCode, null, newCode, name, "COMMUNE", "04", MappingPortion.WHOLE);
    }

    private void part(String oldCode, String newCode, String name) {
        row(oldCode, null, newCode, name, "COMMUNE", "04", MappingPortion.PART);
    }

    private void row(
            String oldCode,
            String oldName,
            String newCode,
            String name,
            String kind,
            String parent,
            MappingPortion portion) {
        rows.add(new MappingRow(rows.size() + 1, oldCode, oldName, newCode, name, kind, parent, portion));
    }
}
