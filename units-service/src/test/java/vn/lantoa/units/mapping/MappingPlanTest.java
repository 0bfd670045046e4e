package vn.lantoa.units.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lantoa.units.mapping.MappingRow.Occasion;
import vn.lantoa.units.mapping.Register.Beginning;
import vn.lantoa.units.reorganisation.ChangeKind;
import vn.lantoa.units.reorganisation.Dissolve;
import vn.lantoa.units.reorganisation.Establish;
import vn.lantoa.units.reorganisation.Merge;
import vn.lantoa.units.reorganisation.Operation;
import vn.lantoa.units.reorganisation.Portion;
import vn.lantoa.units.reorganisation.Recode;
import vn.lantoa.units.reorganisation.Rename;
import vn.lantoa.units.reorganisation.Reparent;
import vn.lantoa.units.reorganisation.Split;

/** What rows come to, and what is never guessed. */
class MappingPlanTest {
    private static final UUID PROVINCE = UUID.randomUUID();
    private static final UUID DISTRICT = UUID.randomUUID();
    private static final LocalDate DAY = LocalDate.of(2025, 7, 1);
    private static final Occasion OWN = occasion("1657/NQ-UBTVQH15");
    private static final Occasion OTHER = occasion("202/2025/QH15");

    private final Map<String, Bearer> before = new HashMap<>();
    private final Map<String, Beginning> after = new HashMap<>();
    private final List<MappingRow> rows = new ArrayList<>();
    private Occasion occasion = OWN;

    MappingPlanTest() {
        bears("04", PROVINCE, "Tỉnh Cao Bằng", null);
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
        bears("1", UUID.randomUUID(), "Xã Một", PROVINCE);
        row("1", "Xã Một", "1", "Xã Một", null, MappingPortion.WHOLE, MappingChange.KEEP);

        assertThat(plan().problems()).isEmpty();
        assertThat(operations(plan())).isEmpty();
    }

    @Test
    void aUnitThatAloneBecomesAnotherGoesOnUnderAnotherNameCodeKindAndParent() {
        var commune = known("1", "Xã Một");
        rows.add(new MappingRow(
                1,
                "ADMINISTRATIVE_CODE",
                "1",
                null,
                "11",
                "Phường Mới",
                "WARD",
                "04",
                MappingPortion.WHOLE,
                MappingChange.RENAME,
                null,
                OWN));

        assertThat(operations(plan()))
                .containsExactly(
                        new Rename(commune, "Phường Mới", null),
                        new Recode(commune, "ADMINISTRATIVE_CODE", "11"),
                        new ChangeKind(commune, "WARD", null),
                        new Reparent(commune, "ADMINISTRATIVE", PROVINCE));
    }

    @Test
    void aUnitWithoutANewCodeIsDissolvedAndOneMayBeDissolvedIntoAnotherThatIsThere() {
        var district = known("045", "Huyện Thạch An");
        var commune = known("1", "Xã Một");
        var there = known("2", "Xã Hai");
        row("045", null, null, null, null, MappingPortion.WHOLE, null);
        row("1", null, "2", "Xã Hai", null, MappingPortion.WHOLE, MappingChange.DISSOLVE);

        assertThat(operations(plan()))
                .containsExactly(new Dissolve(district, List.of()), new Dissolve(commune, List.of(there)));
    }

    @Test
    void aUnitIsSharedOutAmongNewOnesThatAreMadeOfPartsOrOfMore() {
        var shared = known("1", "Xã Một");
        var merged = known("2", "Xã Hai");
        part("1", "11", "Xã Mới");
        part("1", "12", "Xã Khác");
        whole("2", "12", "Xã Khác");
        rows.set(2, said(rows.get(2), MappingChange.MERGE));

        var operations = operations(plan());

        assertThat(plan().problems()).isEmpty();
        var established = ((Establish) operations.get(0)).unit().id();
        var merge = (Merge) operations.get(1);
        assertThat(merge.sources()).containsExactly(merged);
        var split = (Split) operations.get(2);
        assertThat(split.source()).isEqualTo(shared);
        assertThat(split.portion()).isEqualTo(Portion.WHOLE);
        assertThat(split.results())
                .extracting("existing")
                .containsExactly(established, merge.result().id());
    }

    @Test
    void aUnitCedesAPartAndGoesOnWhenItsRestIsNamed() {
        var ceding = known("1", "Xã Một");
        var taking = known("2", "Xã Hai");
        row("1", null, "1", "Xã Một", null, MappingPortion.PART, null);
        row("1", null, "2", "Xã Hai", null, MappingPortion.PART, null);

        assertThat(plan().problems()).isEmpty();
        var split = (Split) only(plan());
        assertThat(split.source()).isEqualTo(ceding);
        assertThat(split.portion()).isEqualTo(Portion.PART);
        assertThat(split.results()).extracting("existing").containsExactly(taking);
    }

    @Test
    void whatCouldBeANewUnitOrAnOldOneIsSettledByTheKindOfChange() {
        known("1", "Xã Một");
        known("2", "Xã Hai");
        row("1", null, "1", "Xã Một", null, MappingPortion.WHOLE, null);
        row("2", null, "1", "Xã Một", null, MappingPortion.PART, null);
        row("2", null, "2", "Xã Hai", null, MappingPortion.PART, null);
        assertThat(codes(plan())).contains("1 change mapping-new-or-same", "2 change mapping-new-or-same");
        assertThat(operations(plan())).isEmpty();

        rows.set(0, said(rows.get(0), MappingChange.KEEP));
        assertThat(plan().problems()).isEmpty();
        assertThat(operations(plan())).singleElement().isInstanceOf(Split.class);

        rows.set(0, said(rows.get(0), MappingChange.MERGE));
        assertThat(plan().problems()).isEmpty();
        assertThat(operations(plan())).hasExactlyElementsOfTypes(Merge.class, Split.class);

        rows.set(0, said(rows.get(0), MappingChange.RENAME));
        assertThat(codes(plan())).containsExactly("1 change mapping-change-differs");
    }

    @Test
    void aNewUnitMayStandUnderOneOfTheSameDocument() {
        twoProvinces(OWN);
        known("1", "Xã Một");
        known("2", "Xã Hai");
        row("1", null, "12", "Xã Mới", "34", MappingPortion.WHOLE, null);
        row("2", null, "12", "Xã Mới", "34", MappingPortion.WHOLE, null);

        var operations = operations(plan());

        var province = (Merge) operations.get(0);
        var commune = (Merge) operations.get(1);
        assertThat(commune.result().placements())
                .extracting("parent")
                .containsExactly(province.result().id());
    }

    @Test
    void underAParentOfAnotherDocumentItStandsUnderOneThatPassesIntoIt() {
        var provinces = twoProvinces(OTHER);
        known("1", "Xã Một");
        known("2", "Xã Hai");
        row("1", null, "12", "Xã Mới", "4", MappingPortion.WHOLE, null);
        row("2", null, "12", "Xã Mới", "4", MappingPortion.WHOLE, null);

        var plan = plan();

        assertThat(plan.problems()).isEmpty();
        assertThat(plan.drafts()).containsOnlyKeys(OTHER, OWN);
        var commune = (Merge) operations(plan, OWN).getFirst();
        assertThat(commune.result().placements()).extracting("parent").containsExactly(provinces.get(1));
        assertThat(plan.after(OWN)).containsExactly(OTHER.number());
        assertThat(plan.after(OTHER)).isEmpty();
    }

    @Test
    void underAParentThatIsEnactedOrDraftedAlreadyItStandsAtOnce() {
        var enacted = UUID.randomUUID();
        after.put(key("24"), new Beginning(enacted, "Tỉnh Bắc Ninh", null));
        known("1", "Xã Một");
        known("2", "Xã Hai");
        row("1", null, "12", "Xã Mới", "24", MappingPortion.WHOLE, null);
        row("2", null, "12", "Xã Mới", "24", MappingPortion.WHOLE, null);

        assertThat(((Merge) only(plan())).result().placements())
                .extracting("parent")
                .containsExactly(enacted);
        after.put(key("12"), new Beginning(enacted, "Xã Mới", "1700/NQ-UBTVQH15"));
        assertThat(codes(plan())).containsExactly("1 newCode mapping-drafted-already");
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
        row("1", "Xã Khác", "91", "Xã Mới", "04", MappingPortion.WHOLE, null); // 2: called otherwise
        whole("2", "92", "Xã A"); // 3
        whole("2", "93", "Xã B"); // 4: whole into two
        whole("3", "94", "Xã C"); // 5
        part("3", "95", "Xã D"); // 6: whole and part
        part("4", "96", "Xã E"); // 7: what becomes of the rest
        whole("5", "97", "Xã F"); // 8
        whole("6", "97", "Xã G"); // 9: one code, two names
        row("6", null, "98", "Xã H", "none", MappingPortion.WHOLE, null); // 10: unknown parent, and twice whole
        whole("5", "77", "Xã I"); // 11: somebody else's code

        assertThat(codes(plan()))
                .contains(
                        "1 oldCode mapping-code-unknown",
                        "2 oldName mapping-name-differs",
                        "3 newCode mapping-whole-into-several",
                        "4 newCode mapping-whole-into-several",
                        "5 portion mapping-whole-and-part",
                        "6 portion mapping-whole-and-part",
                        "7 portion mapping-rest-unknown",
                        "9 newName mapping-two-units",
                        "10 newParent mapping-parent-unknown",
                        "11 newCode mapping-code-taken");
        assertThat(operations(plan())).isEmpty();
    }

    @Test
    void whatTwoDocumentsSayOfOneUnitIsListed() {
        known("1", "Xã Một");
        known("2", "Xã Hai");
        whole("1", "11", "Xã Mới");
        occasion = OTHER;
        whole("2", "11", "Xã Mới");

        assertThat(codes(plan())).containsExactly("2 documentNumber mapping-two-documents");
        occasion = new Occasion(OWN.number(), "Quốc hội", OWN.signedOn(), OWN.effectiveOn());
        row("04", null, null, null, null, MappingPortion.WHOLE, null);
        assertThat(codes(plan())).contains("3 documentNumber mapping-document-differs");
    }

    @Test
    void whatHangsOnAProblemIsLeftOutAndTheRestGoesOn() {
        known("1", "Xã Một");
        known("2", "Xã Hai");
        known("3", "Xã Ba");
        whole("1", "11", "Xã Mới");
        whole("9", "11", "Xã Mới");
        whole("2", "12", "Xã Khác");
        whole("3", "12", "Xã Khác");

        assertThat(plan().problems()).hasSize(1);
        assertThat(plan().held()).containsExactlyInAnyOrder(1, 2);
        assertThat(plan().everyReason()).extracting(RowProblem::code).contains("mapping-held-back");
        assertThat(((Merge) only(plan())).result().name()).isEqualTo("Xã Khác");
    }

    @Test
    void aDistrictWaitsForItsCommunesAndANewUnitForItsParentButNotTheOtherWayRound() {
        bears("045", DISTRICT, "Huyện Thạch An", PROVINCE);
        known("1", "Xã Một");
        known("2", "Xã Hai");
        row("045", null, null, null, null, MappingPortion.WHOLE, null);
        whole("1", "11", "Xã Mới");
        whole("9", "11", "Xã Mới");
        row("2", null, "2", "Xã Hai", "04", MappingPortion.WHOLE, null);

        assertThat(plan().held()).containsExactlyInAnyOrder(1, 2, 3);
        assertThat(operations(plan())).singleElement().isInstanceOf(Reparent.class);
    }

    @Test
    void whatARowThatCannotBeReadMayNameIsHeldBack() {
        known("1", "Xã Một");
        known("2", "Xã Hai");
        whole("1", "11", "Xã Mới");
        occasion = OTHER;
        whole("2", "12", "Xã Khác");

        assertThat(plan(new Broken(Set.of(), Set.of(key("11")), Set.of(), false))
                        .held())
                .containsExactly(1);
        assertThat(plan(new Broken(Set.of(), Set.of(), Set.of(OTHER.number()), false))
                        .held())
                .containsExactly(2);
        assertThat(plan(new Broken(Set.of(), Set.of(), Set.of(), true)).drafts())
                .isEmpty();
    }

    @Test
    void aParentThatIsNotNamedMustBeClear() {
        bears("1", UUID.randomUUID(), "Xã Một", PROVINCE);
        bears("2", UUID.randomUUID(), "Xã Hai", DISTRICT);
        row("1", null, "11", "Xã Mới", null, MappingPortion.WHOLE, null);
        row("2", null, "11", "Xã Mới", null, MappingPortion.WHOLE, null);

        assertThat(codes(plan())).containsExactly("1 newParent mapping-parent-unclear");
    }

    @Test
    void aTableOfTheWholeCountryIsReadInASecond() {
        for (int i = 0; i < 9_800; i++) {
            known("X" + i, "Xã " + i);
            whole("X" + i, "N" + i % 3_300, "Xã mới " + i % 3_300);
        }
        long begun = System.nanoTime();

        assertThat(operations(plan())).hasSize(3_300);
        assertThat((System.nanoTime() - begun) / 1_000_000).isLessThan(5_000);
    }

    private List<UUID> twoProvinces(Occasion by) {
        var three = known("3", "Tỉnh Ba");
        var four = known("4", "Tỉnh Bốn");
        occasion = by;
        var code = by.equals(OWN) ? "34" : "4";
        row("3", null, code, "Tỉnh Mới", "04", MappingPortion.WHOLE, null);
        row("4", null, code, "Tỉnh Mới", "04", MappingPortion.WHOLE, null);
        occasion = OWN;
        return List.of(three, four);
    }

    private MappingPlan plan() {
        return plan(Broken.NOTHING);
    }

    private MappingPlan plan(Broken broken) {
        return new MappingPlan(rows, new Register(before, after, Set.of("COMMUNE", "WARD", "PROVINCE")), broken);
    }

    private static List<String> codes(MappingPlan plan) {
        return plan.problems().stream()
                .map(problem -> problem.row() + " " + problem.column() + " " + problem.code())
                .toList();
    }

    private static List<Operation> operations(MappingPlan plan) {
        return operations(plan, OWN);
    }

    private static List<Operation> operations(MappingPlan plan, Occasion of) {
        var draft = plan.drafts().get(of);
        return draft == null ? List.of() : draft.operations();
    }

    private static Operation only(MappingPlan plan) {
        assertThat(operations(plan)).hasSize(1);
        return operations(plan).getFirst();
    }

    private static Occasion occasion(String number) {
        return new Occasion(number, "Ủy ban Thường vụ Quốc hội", LocalDate.of(2025, 6, 16), DAY);
    }

    private static String key(String code) {
        return MappingRow.key("ADMINISTRATIVE_CODE", code);
    }

    private UUID known(String code, String name) {
        var unit = UUID.randomUUID();
        bears(code, unit, name, DISTRICT);
        return unit;
    }

    private void bears(String code, UUID unit, String name, UUID parent) {
        before.put(key(code), new Bearer(unit, key(code), name, "COMMUNE", "STATE", parent, null));
    }

    private void whole(String oldCode, String newCode, String name) {
        row(oldCode, null, newCode, name, "04", MappingPortion.WHOLE, null);
    }

    private void part(String oldCode, String newCode, String name) {
        row(oldCode, null, newCode, name, "04", MappingPortion.PART, null);
    }

    private static MappingRow said(MappingRow row, MappingChange change) {
        return new MappingRow(
                row.number(),
                row.scheme(),
                row.oldCode(),
                row.oldName(),
                row.newCode(),
                row.newName(),
                row.newKind(),
                row.newParent(),
                row.portion(),
                change,
                row.article(),
                row.occasion());
    }

    private void row(
            String oldCode,
            String oldName,
            String newCode,
            String name,
            String parent,
            MappingPortion portion,
            MappingChange change) {
        rows.add(new MappingRow(
                rows.size() + 1,
                "ADMINISTRATIVE_CODE",
                oldCode,
                oldName,
                newCode,
                name,
                newCode == null ? null : "COMMUNE",
                parent,
                portion,
                change,
                null,
                occasion));
    }
}
