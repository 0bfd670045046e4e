package vn.lantoa.units.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lantoa.units.MembersFixture.annul;
import static vn.lantoa.units.MembersFixture.carryOut;
import static vn.lantoa.units.MembersFixture.enactment;
import static vn.lantoa.units.MembersFixture.history;
import static vn.lantoa.units.MembersFixture.person;
import static vn.lantoa.units.MembersFixture.start;
import static vn.lantoa.units.MembersFixture.succession;
import static vn.lantoa.units.UnitsFixture.get;
import static vn.lantoa.units.UnitsFixture.query;
import static vn.lantoa.units.UnitsFixture.root;
import static vn.lantoa.units.UnitsFixture.unique;
import static vn.lantoa.units.UnitsFixture.unitUnder;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.testsupport.LanToaServices;
import vn.lantoa.units.succession.Consequence;
import vn.lantoa.units.succession.Consequence.Effect;
import vn.lantoa.units.succession.Succession;
import vn.lantoa.units.succession.UnitDependants;

/** Members go where their unit goes, and come back when that is annulled. */
@QuarkusTest
@WithTestResource(LanToaServices.class)
class MembershipsFollowTest {
    private static final String DAY = "2027-07-01";

    @Inject
    @Any
    Instance<UnitDependants> dependants;

    private UUID ending;
    private UUID heir;
    private UUID person;

    @BeforeEach
    void aUnitThatEnds() {
        ending = unitUnder(root("ADMINISTRATIVE"), unique("Xã cũ"));
        heir = unitUnder(root("ADMINISTRATIVE"), unique("Xã mới"));
        person = person();
    }

    @Test
    void aMemberGoesOnAtTheHeirWithoutADayLost() {
        start(person, Map.of("unit", ending, "validFrom", "2024-01-01", "validTo", "2030-01-01"));
        var enactment = enactment(DAY, ending, heir);
        carryOut(dependants, succession(DAY, Map.of(ending, heir)), enactment);
        assertThat(history(person, "ADMINISTRATIVE"))
                .isEqualTo(ending + " [2024-01-01,2027-07-01), " + heir + " [2027-07-01,2030-01-01)");
        get("/persons/{p}/memberships", person)
                .body("items[0].reason", Matchers.equalTo("REORGANISATION"))
                .body(
                        "items[0].reorganisation",
                        Matchers.equalTo(enactment.reorganisation().toString()))
                .body("items[0].succeeds", Matchers.notNullValue());
        assertThat(query(
                        "SELECT string_agg(valid_to::text, ',') FROM membership WHERE person = ? AND unit = ?",
                        person,
                        ending))
                .isEqualTo(DAY);
        annul(dependants, succession(DAY, Map.of(ending, heir)), enactment);
        assertThat(history(person, "ADMINISTRATIVE")).isEqualTo(ending + " [2024-01-01,2030-01-01)");
    }

    @Test
    void whatBeginsLaterBeginsAtTheHeir() {
        start(person, ending, "2028-01-01");
        var enactment = enactment(DAY, ending, heir);
        carryOut(dependants, succession(DAY, Map.of(ending, heir)), enactment);
        assertThat(history(person, "ADMINISTRATIVE")).isEqualTo(heir + " [2028-01-01,)");
        annul(dependants, succession(DAY, Map.of(ending, heir)), enactment);
        assertThat(history(person, "ADMINISTRATIVE")).isEqualTo(ending + " [2028-01-01,)");
    }

    @Test
    void whoIsLentToWhereTheyBelongAfterwardsIsLentNoLonger() {
        var lentTo = unitUnder(root("ADMINISTRATIVE"), unique("Xã bạn"));
        start(person, ending, "2024-01-01").then().statusCode(201);
        start(person, Map.of("unit", lentTo, "kind", "SECONDMENT", "validFrom", "2026-01-01"))
                .then()
                .statusCode(201);
        var both = succession(DAY, Map.of(ending, heir, lentTo, heir));
        var enactment = enactment(DAY, ending, heir);
        carryOut(dependants, both, enactment);
        assertThat(query(
                        "SELECT string_agg(kind || ' ' || valid, ', ' ORDER BY kind, valid) FROM membership WHERE person = ? AND valid IS NOT NULL",
                        person))
                .isEqualTo(
                        "PRIMARY [2024-01-01,2027-07-01), PRIMARY [2027-07-01,), SECONDMENT [2026-01-01,2027-07-01)");
        annul(dependants, both, enactment);
        assertThat(query(
                        "SELECT string_agg(kind || ' ' || valid, ', ' ORDER BY kind, valid) FROM membership WHERE person = ? AND valid IS NOT NULL",
                        person))
                .isEqualTo("PRIMARY [2024-01-01,), SECONDMENT [2026-01-01,)");
    }

    @Test
    void nobodyIsLeftWithoutAUnit() {
        start(person, ending, "2024-01-01");
        start(person(), ending, "2024-01-01");
        var noHeir = new Succession(LocalDate.parse(DAY), Set.of(ending), Map.of(), List.of());
        var consequences = consequences(noHeir);
        assertThat(consequences).extracting(Consequence::effect).containsExactly(Effect.REFUSES, Effect.REFUSES);
        assertThat(consequences)
                .filteredOn(each -> each.problem() != null)
                .singleElement()
                .satisfies(each -> assertThat(each.problem().code()).isEqualTo("members-without-unit"));
    }

    @Test
    void whoIsHandedOverByNameGoesThere() {
        var elsewhere = unitUnder(root("ADMINISTRATIVE"), unique("Xã khác"));
        var other = person();
        start(person, ending, "2024-01-01");
        start(other, ending, "2024-01-01");
        var handover = new Succession.Handover(ending, elsewhere, Set.of(person), Set.of());
        var split = new Succession(LocalDate.parse(DAY), Set.of(ending), Map.of(ending, heir), List.of(handover));
        assertThat(consequences(split))
                .extracting(Consequence::person, Consequence::to)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(person, elsewhere),
                        org.assertj.core.groups.Tuple.tuple(other, heir));
        carryOut(dependants, split, enactment(DAY, ending, heir));
        assertThat(history(person, "ADMINISTRATIVE")).endsWith(elsewhere + " [2027-07-01,)");
        assertThat(history(other, "ADMINISTRATIVE")).endsWith(heir + " [2027-07-01,)");
    }

    @Test
    void someAreHandedOverBetweenUnitsThatGoOn() {
        var other = person();
        start(person, ending, "2024-01-01");
        start(other, ending, "2024-01-01");
        var handover = new Succession.Handover(ending, heir, Set.of(person), Set.of());
        var transfer = new Succession(LocalDate.parse(DAY), Set.of(), Map.of(), List.of(handover));
        carryOut(dependants, transfer, enactment(DAY, ending, heir));
        assertThat(history(person, "ADMINISTRATIVE")).endsWith(heir + " [2027-07-01,)");
        assertThat(history(other, "ADMINISTRATIVE")).isEqualTo(ending + " [2024-01-01,)");
    }

    private List<Consequence> consequences(Succession succession) {
        return QuarkusTransaction.requiringNew()
                .call(() -> dependants.stream()
                        .flatMap(dependant -> dependant.consequences(succession).stream())
                        .filter(each -> each.kind().equals("membership"))
                        .toList());
    }
}
