package vn.lantoa.platform.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SampleFilesTest {
    private final UnitEntries entries = UnitEntries.read(Sources.builtIn());

    @Test
    void theProvinceHadTenDistrictsAnd161CommunesAndHas56() {
        assertThat(entries.all())
                .filteredOn(unit -> unit.sector().equals("TERRITORY"))
                .hasSize(1 + 10 + 161 + 56);
        assertThat(entries.all())
                .filteredOn(unit ->
                        entries.madeByMerger(unit.key()) && unit.sector().equals("TERRITORY"))
                .hasSize(56);
    }

    @Test
    void aCodeThatChangesItsBearerMakesTwoUnits() {
        var before = entries.find("before-01273").orElseThrow();
        var since = entries.find("01273").orElseThrow();

        assertThat(before.name()).isEqualTo("Phường Hợp Giang");
        assertThat(since.name()).isEqualTo("Phường Thục Phán");
        assertThat(before.to()).isEqualTo(LocalDate.of(2025, 7, 1)).isEqualTo(since.from());
        assertThat(before.id()).isNotEqualTo(since.id());
        assertThat(before.successor()).isEqualTo("01273");
    }

    @Test
    void theLastDayOfDocumentsBecomesAnExclusiveEnd() {
        assertThat(entries.find("so-ldtbxh").orElseThrow().to()).isEqualTo(LocalDate.of(2025, 3, 1));
    }

    @Test
    void everyNamedParentAndSuccessorIsThere() {
        assertThat(entries.all()).allSatisfy(unit -> {
            assertThat(unit.places())
                    .extracting(UnitEntry.Place::parent)
                    .filteredOn(Objects::nonNull)
                    .allSatisfy(parent -> assertThat(entries.find(parent)).isPresent());
            if (unit.successor() != null) {
                assertThat(entries.find(unit.successor())).isPresent();
            }
        });
    }

    @Test
    void whatNoSourceConfirmsIsMarked() {
        assertThat(entries.find("so-ldtbxh").orElseThrow().remark()).contains("[U]");
        assertThat(Sources.builtIn().entries("people"))
                .isNotEmpty()
                .allSatisfy(person -> assertThat(Json.text(person, "name")).contains("SAMPLE"));
        assertThat(Sources.builtIn().rowsOf("peopleFiles"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.get("name")).contains("SAMPLE"));
    }

    @Test
    void areasCalledByNameAreFoundAmongThoseOfTheirTime() {
        assertThat(entries.find("hlhpn-quang-trong").orElseThrow().relations())
                .containsExactly(new UnitEntry.Relation("COVERS_AREA", "before-01813"));
        assertThat(entries.find("hlhpn-minh-khai").orElseThrow().relations())
                .containsExactly(new UnitEntry.Relation("COVERS_AREA", "01795"));
    }

    @Test
    void idsAreVersion7AndComeFromTheKey() {
        assertThat(UnitEntry.id("so-noi-vu").version()).isEqualTo(7);
        assertThat(UnitEntry.id("so-noi-vu").variant()).isEqualTo(2);
        assertThat(UnitEntry.id("so-noi-vu"))
                .isEqualTo(UnitEntry.id("so-noi-vu"))
                .isNotEqualTo(UnitEntry.id("04"));
    }
}
