package vn.lantoa.units.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static vn.lantoa.units.MembersFixture.annul;
import static vn.lantoa.units.MembersFixture.carryOut;
import static vn.lantoa.units.MembersFixture.enactment;
import static vn.lantoa.units.MembersFixture.person;
import static vn.lantoa.units.MembersFixture.succession;
import static vn.lantoa.units.UnitsFixture.admin;
import static vn.lantoa.units.UnitsFixture.get;
import static vn.lantoa.units.UnitsFixture.query;
import static vn.lantoa.units.UnitsFixture.root;
import static vn.lantoa.units.UnitsFixture.unique;
import static vn.lantoa.units.UnitsFixture.unitUnder;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.testsupport.LanToaServices;
import vn.lantoa.units.succession.Succession;
import vn.lantoa.units.succession.UnitDependants;

/** Rights pass to the heir of a unit, with a trace; posts only by name. */
@QuarkusTest
@WithTestResource(LanToaServices.class)
class GrantsFollowTest {
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

    private UUID grant(Map<String, ?> more) {
        var body = new HashMap<String, Object>(
                Map.of("person", person, "role", "EMULATION_OFFICER", "unit", ending, "validFrom", "2024-01-01"));
        body.putAll(more);
        return UUID.fromString(admin().body(body)
                .post("/role-grants")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    private UUID post() {
        return UUID.fromString(admin().body(Map.of(
                        "unit", ending, "title", "Chủ tịch", "postGroup", "COMMUNE_CHAIR", "validFrom", "2024-01-01"))
                .post("/persons/{p}/posts", person)
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    private String successorOf(UUID grant) {
        return query(
                "SELECT coalesce(max(unit || ' ' || valid), '') FROM role_grant WHERE succeeds = ? AND valid IS NOT NULL",
                grant);
    }

    @Test
    void aGrantGoesOnOverTheHeirAndComesBackWhenAnnulled() {
        var grant = grant(Map.of("validTo", "2030-01-01"));
        var enactment = enactment(DAY, ending, heir);
        var merger = succession(DAY, Map.of(ending, heir));
        carryOut(dependants, merger, enactment);
        get("/role-grants/{id}", grant).body("validTo", equalTo(DAY));
        assertThat(successorOf(grant)).isEqualTo(heir + " [2027-07-01,2030-01-01)");
        assertThat(query(
                        "SELECT a.valid::text FROM access_grant a JOIN role_grant g ON g.id = a.id WHERE g.succeeds = ?",
                        grant))
                .isEqualTo("[2027-07-01,2030-01-01)");
        annul(dependants, merger, enactment);
        get("/role-grants/{id}", grant).body("validTo", equalTo("2030-01-01"));
        assertThat(successorOf(grant)).isEmpty();
        assertThat(query("SELECT valid::text FROM access_grant WHERE id = ?", grant))
                .isEqualTo("[2024-01-01,2030-01-01)");
    }

    @Test
    void withoutAnHeirItEnds() {
        var grant = grant(Map.of());
        var dissolved = new Succession(LocalDate.parse(DAY), Set.of(ending), Map.of(), List.of());
        carryOut(dependants, dissolved, enactment(DAY, ending, heir));
        get("/role-grants/{id}", grant).body("validTo", equalTo(DAY));
        assertThat(successorOf(grant)).isEmpty();
    }

    @Test
    void whoHeldTheRoleOverBothHoldsItOnce() {
        var other = unitUnder(root("ADMINISTRATIVE"), unique("Xã kia"));
        grant(Map.of());
        grant(Map.of("unit", other));
        carryOut(dependants, succession(DAY, Map.of(ending, heir, other, heir)), enactment(DAY, ending, heir));
        assertThat(query(
                        "SELECT count(*) FROM role_grant WHERE person = ? AND unit = ? AND valid @> ?::date",
                        person,
                        heir,
                        LocalDate.parse(DAY)))
                .isEqualTo("1");
    }

    @Test
    void whatIsBoundToAPostEndsWithItEvenWhereThereIsAnHeir() {
        var grant = grant(Map.of("post", post()));
        var enactment = enactment(DAY, ending, heir);
        var merger = succession(DAY, Map.of(ending, heir));
        carryOut(dependants, merger, enactment);
        get("/role-grants/{id}", grant).body("validTo", equalTo(DAY));
        assertThat(successorOf(grant)).isEmpty();
        annul(dependants, merger, enactment);
        get("/role-grants/{id}", grant).body("validTo", equalTo(null));
    }

    @Test
    void aPostHandedOverTakesItsGrantAlong() {
        var post = post();
        var grant = grant(Map.of("post", post));
        var handover = new Succession.Handover(ending, heir, Set.of(), Set.of(post));
        var merger = new Succession(LocalDate.parse(DAY), Set.of(ending), Map.of(ending, heir), List.of(handover));
        var enactment = enactment(DAY, ending, heir);
        carryOut(dependants, merger, enactment);
        assertThat(successorOf(grant)).isEqualTo(heir + " [2027-07-01,)");
        assertThat(query(
                        "SELECT p.unit || ' ' || p.valid FROM post p JOIN role_grant g ON g.post = p.id WHERE g.succeeds = ? AND p.succeeds = ?",
                        grant,
                        post))
                .isEqualTo(heir + " [2027-07-01,)");
        annul(dependants, merger, enactment);
        assertThat(query(
                        "SELECT string_agg(unit || ' ' || valid, ',') FROM post WHERE person = ? AND valid IS NOT NULL",
                        person))
                .isEqualTo(ending + " [2024-01-01,)");
    }

    @Test
    void aDelegationFollowsWhatItIsDelegatedFrom() {
        var grant = grant(Map.of());
        var delegate = person();
        admin().body(Map.of(
                        "delegate",
                        delegate,
                        "validFrom",
                        "2027-01-01",
                        "validTo",
                        "2028-01-01",
                        "document",
                        "Giấy ủy quyền 03"))
                .post("/role-grants/{id}/delegate", grant)
                .then()
                .statusCode(201);
        carryOut(dependants, succession(DAY, Map.of(ending, heir)), enactment(DAY, ending, heir));
        assertThat(query(
                        "SELECT n.unit || ' ' || n.valid || ' ' || n.on_behalf_of FROM role_grant n JOIN role_grant o ON o.id = n.delegation_of WHERE n.person = ? AND o.succeeds = ?",
                        delegate,
                        grant))
                .isEqualTo(heir + " [2027-07-01,2028-01-01) " + person);
    }
}
