package vn.lantoa.units.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lantoa.units.mapping.Register.Beginning;
import vn.lantoa.units.reorganisation.ChangeKind;
import vn.lantoa.units.reorganisation.Dissolve;
import vn.lantoa.units.reorganisation.Establish;
import vn.lantoa.units.reorganisation.Merge;
import vn.lantoa.units.reorganisation.Portion;
import vn.lantoa.units.reorganisation.Recode;
import vn.lantoa.units.reorganisation.Rename;
import vn.lantoa.units.reorganisation.Reparent;
import vn.lantoa.units.reorganisation.Split;

/** What rows come to. */
class MappingPlanTest extends MappingTables {
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
}
