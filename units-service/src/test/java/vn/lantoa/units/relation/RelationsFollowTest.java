package vn.lantoa.units.relation;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lantoa.units.UnitsFixture.admin;
import static vn.lantoa.units.UnitsFixture.code;
import static vn.lantoa.units.UnitsFixture.query;
import static vn.lantoa.units.UnitsFixture.root;
import static vn.lantoa.units.UnitsFixture.unique;
import static vn.lantoa.units.UnitsFixture.unitUnder;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.testsupport.LanToaServices;
import vn.lantoa.units.ReorganisationFixture;
import vn.lantoa.units.succession.Consequence;
import vn.lantoa.units.succession.Enactment;
import vn.lantoa.units.succession.Succession;

/** What becomes of relations when a unit at one of their ends ends. */
@QuarkusTest
@WithTestResource(LanToaServices.class)
class RelationsFollowTest {
    private static final LocalDate DAY = LocalDate.of(2095, 1, 1);

    @Inject
    RelationsFollow follow;

    private UUID cell;
    private UUID office;
    private UUID heir;
    private UUID reorganisation;

    @BeforeEach
    void aCellThatServesAnOffice() {
        cell = unitUnder(root("ADMINISTRATIVE"), unique("Chi bộ"));
        office = unitUnder(root("ADMINISTRATIVE"), unique("Ban"));
        heir = unitUnder(root("ADMINISTRATIVE"), unique("Ban mới"));
        reorganisation = UUID.fromString(ReorganisationFixture.draft(
                        DAY.toString(),
                        ReorganisationFixture.merge(unique("Kết quả"), code(), root("ADMINISTRATIVE"), List.of(office)))
                .extract()
                .path("id"));
    }

    @Test
    void aRelationGoesOnWithTheHeir() {
        var relation = relate("SERVES", "2020-01-01");
        var succession = succession(Map.of(office, heir));
        assertThat(consequences(succession))
                .singleElement()
                .satisfies(it -> assertThat(it.effect()).isEqualTo(Consequence.Effect.MOVES))
                .satisfies(it -> assertThat(it.to()).isEqualTo(heir));
        carryOut(succession);
        assertThat(query("SELECT valid_to FROM unit_relation WHERE id = ?", relation))
                .isEqualTo(DAY.toString());
        assertThat(query("SELECT target || ' ' || valid_from FROM unit_relation WHERE succeeds = ?", relation))
                .isEqualTo(heir + " " + DAY);
        QuarkusTransaction.requiringNew().run(() -> follow.annul(succession, enactment()));
        assertThat(query("SELECT count(*) FROM unit_relation WHERE succeeds = ?", relation))
                .isEqualTo("0");
        assertThat(query("SELECT valid_to FROM unit_relation WHERE id = ?", relation))
                .isEqualTo("null");
    }

    @Test
    void twoDocumentsOfOneDayMayEndBothSides() {
        var newCell = unitUnder(root("ADMINISTRATIVE"), unique("Chi bộ mới"));
        var relation = relate("SERVES", "2020-01-01");
        carryOut(succession(Map.of(office, heir)));
        var first = reorganisation;
        reorganisation = UUID.fromString(ReorganisationFixture.draft(
                        DAY.toString(),
                        ReorganisationFixture.merge(unique("Kết quả"), code(), root("ADMINISTRATIVE"), List.of(cell)))
                .extract()
                .path("id"));
        var second = new Succession(DAY, Set.of(cell), Map.of(cell, newCell), List.of());
        assertThat(consequences(second)).extracting(Consequence::effect).containsExactly(Consequence.Effect.MOVES);
        carryOut(second);
        var handedOn = "SELECT source || ' ' || target || ' ' || valid_from FROM unit_relation WHERE succeeds = ?";
        assertThat(query(handedOn, relation)).isEqualTo(newCell + " " + heir + " " + DAY);

        QuarkusTransaction.requiringNew().run(() -> follow.annul(second, enactment()));
        assertThat(query(handedOn, relation)).isEqualTo(cell + " " + heir + " " + DAY);
        reorganisation = first;
        QuarkusTransaction.requiringNew().run(() -> follow.annul(succession(Map.of(office, heir)), enactment()));
        assertThat(query("SELECT valid_to FROM unit_relation WHERE id = ?", relation))
                .isEqualTo("null");
    }

    @Test
    void withoutAnHeirARelationEnds() {
        var relation = relate("SERVES", "2020-01-01");
        var succession = succession(Map.of());
        assertThat(consequences(succession)).extracting(Consequence::effect).containsExactly(Consequence.Effect.ENDS);
        carryOut(succession);
        assertThat(query("SELECT valid_to FROM unit_relation WHERE id = ?", relation))
                .isEqualTo(DAY.toString());
        assertThat(query("SELECT count(*) FROM unit_relation WHERE succeeds = ?", relation))
                .isEqualTo("0");
    }

    @Test
    void whatTheHeirHasAlreadyIsNotDoubled() {
        relate("SERVES", "2020-01-01");
        admin().body(Map.of("kind", "SERVES", "target", heir))
                .post("/units/{u}/relations", cell)
                .then()
                .statusCode(201);
        assertThat(consequences(succession(Map.of(office, heir))))
                .extracting(Consequence::effect)
                .containsExactly(Consequence.Effect.ENDS);
    }

    @Test
    void aRelationThatBeginsLaterStandsInTheWay() {
        relate("COVERS_AREA", DAY.plusDays(1).toString());
        assertThat(consequences(succession(Map.of(office, heir))))
                .extracting(Consequence::effect)
                .containsExactly(Consequence.Effect.REFUSES);
    }

    private UUID relate(String kind, String from) {
        return UUID.fromString(admin().body(Map.of("kind", kind, "target", office, "validFrom", from))
                .post("/units/{u}/relations", cell)
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    private Succession succession(Map<UUID, UUID> becomes) {
        return new Succession(DAY, Set.of(office), becomes, List.of());
    }

    private Enactment enactment() {
        return new Enactment(reorganisation, "SAMPLE", null, Instant.now());
    }

    private List<Consequence> consequences(Succession succession) {
        return QuarkusTransaction.requiringNew().call(() -> follow.consequences(succession));
    }

    private void carryOut(Succession succession) {
        QuarkusTransaction.requiringNew().run(() -> follow.carryOut(succession, enactment()));
    }
}
