package vn.lantoa.units.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lantoa.units.mapping.MappingRow.Occasion;
import vn.lantoa.units.reorganisation.Merge;
import vn.lantoa.units.reorganisation.Reparent;

/** What is never guessed, what hangs on it, and that the rest goes on. */
class MappingProblemsTest extends MappingTables {
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
}
