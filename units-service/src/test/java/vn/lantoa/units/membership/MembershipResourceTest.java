package vn.lantoa.units.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static vn.lantoa.units.MembersFixture.act;
import static vn.lantoa.units.MembersFixture.person;
import static vn.lantoa.units.MembersFixture.start;
import static vn.lantoa.units.MembersFixture.subject;
import static vn.lantoa.units.UnitsFixture.admin;
import static vn.lantoa.units.UnitsFixture.as;
import static vn.lantoa.units.UnitsFixture.caller;
import static vn.lantoa.units.UnitsFixture.get;
import static vn.lantoa.units.UnitsFixture.id;
import static vn.lantoa.units.UnitsFixture.query;
import static vn.lantoa.units.UnitsFixture.register;
import static vn.lantoa.units.UnitsFixture.root;
import static vn.lantoa.units.UnitsFixture.unique;
import static vn.lantoa.units.UnitsFixture.unitUnder;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.testsupport.LanToaServices;
import vn.lantoa.units.UnitsFixture;
import vn.lantoa.units.person.PersonFixture;

@QuarkusTest
@WithTestResource(LanToaServices.class)
class MembershipResourceTest {
    private static final String PATH = "/persons/{p}/memberships/{id}";
    private UUID unit;
    private UUID person;

    @BeforeEach
    void somebodySomewhere() {
        unit = unitUnder(root("ADMINISTRATIVE"), unique("Xã"));
        person = person();
    }

    @Test
    void aMembershipBeginsEndsAndIsListedByDay() {
        var started = start(person, unit, "2024-01-01").then().statusCode(201).body("kind", equalTo("PRIMARY"));
        String id = started.extract().path("id");
        var tag = started.extract().header("ETag");
        get("/units/{u}/members?asOf=2023-12-31", unit).body("items", empty());
        get("/units/{u}/members?asOf=2024-01-01", unit).body("items.id", contains(id));
        act(
                        admin(),
                        "/persons/" + person + "/memberships/{id}/end",
                        uuid(id),
                        "\"99\"",
                        Map.of("validTo", "2025-01-01"))
                .statusCode(412);
        admin().body(Map.of("validTo", "2025-01-01"))
                .post(PATH + "/end", person, id)
                .then()
                .statusCode(428);
        act(
                        admin(),
                        "/persons/" + person + "/memberships/{id}/end",
                        uuid(id),
                        tag,
                        Map.of("validTo", "2025-01-01", "reason", "RETIRED"))
                .statusCode(200)
                .body("validTo", equalTo("2025-01-01"))
                .body("endReason", equalTo("RETIRED"));
        get("/units/{u}/members?asOf=2025-01-01", unit).body("items", empty());
        get("/persons/{p}/memberships", person)
                .body("items.id", contains(id))
                .body("items[0].unitName", notNullValue());
        assertThat(query("SELECT string_agg(action, ',' ORDER BY id) FROM audit_entry WHERE entity_id = ?", uuid(id)))
                .isEqualTo("membership.start,membership.end");
    }

    @Test
    void aPersonHasOneOwnUnitPerLineAndDay() {
        var other = unitUnder(root("ADMINISTRATIVE"), unique("Xã"));
        start(person, unit, "2024-01-01").then().statusCode(201);
        start(person, other, "2025-01-01").then().statusCode(409).body("type", endsWith(":primary-membership-held"));
        start(person, Map.of("unit", other, "validFrom", "2025-01-01", "line", "MASS_ORGANISATION"))
                .then()
                .statusCode(201);
        start(person, Map.of("unit", other, "validFrom", "2023-01-01", "validTo", "2024-01-01"))
                .then()
                .statusCode(201);
    }

    @Test
    void somebodyIsLentBesideTheOwnUnit() {
        var other = unitUnder(root("ADMINISTRATIVE"), unique("Xã"));
        start(person, unit, "2024-01-01").then().statusCode(201);
        var loan = Map.of("unit", other, "kind", "SECONDMENT", "validFrom", "2025-01-01", "validTo", "2025-07-01");
        start(person, loan).then().statusCode(201).body("kind", equalTo("SECONDMENT"));
        start(person, loan).then().statusCode(409).body("type", endsWith(":seconded-already"));
        start(person, Map.of("unit", unit, "kind", "SECONDMENT", "validFrom", "2025-01-01"))
                .then()
                .statusCode(409)
                .body("type", endsWith(":seconded-to-own-unit"));
        get("/persons/{p}/memberships?asOf=2025-02-01", person).body("items.size()", equalTo(2));
        get("/units/{u}/members?asOf=2025-02-01&kind=SECONDMENT", other).body("items.size()", equalTo(1));
    }

    @Test
    void membersOfEverythingBelowAreReadByNameToo() {
        var tag = unique("");
        for (var name : List.of("Lò Văn Ất", "Bế Văn Đàn", "Đàm Thị Hoa", "Hoàng Đình Giong", "Nông Văn Dền")) {
            var village = unitUnder(unit, unique("Xóm"));
            start(UUID.fromString(PersonFixture.person(name + tag)), village, "2024-01-01")
                    .then()
                    .statusCode(201);
        }
        assertThat(UnitsFixture.<String>everything("/units/{u}/members?within=true&order=NAME", "personName", unit))
                .containsExactly(
                        "Bế Văn Đàn" + tag,
                        "Đàm Thị Hoa" + tag,
                        "Hoàng Đình Giong" + tag,
                        "Lò Văn Ất" + tag,
                        "Nông Văn Dền" + tag);
        get("/units/{u}/members?within=true&order=NAME&total=true&limit=2", unit)
                .body("total", equalTo(5))
                .body("items[0].unitName", notNullValue());
        get("/units/{u}/members?within=true&order=NAME", UUID.randomUUID()).statusCode(404);
    }

    @Test
    void nobodyIsLentToWhereTheyBelongWhicheverComesFirst() {
        var other = unitUnder(root("ADMINISTRATIVE"), unique("Xã"));
        var loan = start(
                person,
                Map.of("unit", other, "kind", "SECONDMENT", "validFrom", "2025-01-01", "validTo", "2025-07-01"));
        start(person, Map.of("unit", other, "validFrom", "2025-06-30"))
                .then()
                .statusCode(409)
                .body("type", endsWith(":seconded-to-own-unit"));
        start(person, Map.of("unit", other, "validFrom", "2025-07-01")).then().statusCode(201);
        admin().header("If-Match", "*")
                .body(Map.of("validTo", "2025-09-01"))
                .patch("/persons/{p}/memberships/{id}", person, loan.path("id"))
                .then()
                .statusCode(409)
                .body("type", endsWith(":seconded-to-own-unit"));
    }

    @Test
    void nobodyBelongsWhereThereIsNoUnitThen() {
        var late = id(register(
                Map.of("name", unique("Xã mới"), "kind", "COMMUNE", "sector", "STATE", "validFrom", "2025-07-01")));
        start(person, late, "2025-06-30").then().statusCode(422).body("type", endsWith(":outside-life"));
        start(person, UUID.randomUUID(), "2025-06-30").then().statusCode(422).body("errors.pointer", hasItem("/unit"));
        start(UUID.randomUUID(), unit, "2025-06-30").then().statusCode(404);
        start(person, Map.of("unit", unit, "line", "NO_LINE")).then().statusCode(422);
        start(person, Map.of("unit", unit, "validFrom", "2025-06-30", "validTo", "2025-06-30"))
                .then()
                .statusCode(422);
    }

    @Test
    void anErrorIsMendedOrTakenBack() {
        var started = start(person, unit, "2024-01-01").then().statusCode(201);
        String id = started.extract().path("id");
        var mended = admin().header("If-Match", started.extract().header("ETag"))
                .body(Map.of("validFrom", "2023-05-01"))
                .patch(PATH, person, id)
                .then()
                .statusCode(200)
                .body("validFrom", equalTo("2023-05-01"));
        act(
                        admin(),
                        "/persons/" + person + "/memberships/{id}/annul",
                        uuid(id),
                        mended.extract().header("ETag"),
                        Map.of("reason", "Ghi nhầm người"))
                .statusCode(200)
                .body("annulledAt", notNullValue());
        get("/units/{u}/members?asOf=2024-06-01", unit).body("items", empty());
        get("/persons/{p}/memberships", person).body("items", empty());
        start(person, unit, "2024-01-01").then().statusCode(201);
    }

    @Test
    void anOfficerWorksInTheOwnUnitsOnly() {
        var mine = unitUnder(unit, unique("Xóm"));
        var officer = subject("officer");
        caller(officer, "EMULATION_OFFICER", unit)
                .body(Map.of("unit", mine, "validFrom", "2024-01-01"))
                .post("/persons/{p}/memberships", person)
                .then()
                .statusCode(201);
        var other = unitUnder(root("ADMINISTRATIVE"), unique("Xã khác"));
        var stranger = person();
        as(officer)
                .body(Map.of("unit", other))
                .post("/persons/{p}/memberships", stranger)
                .then()
                .statusCode(403)
                .body("type", endsWith(":outside-your-units"));
        start(stranger, other, "2024-01-01").then().statusCode(201);
        as(officer)
                .get("/persons/{p}/memberships", stranger)
                .then()
                .statusCode(404)
                .body("type", endsWith(":person-not-found"));
        as(officer).get("/units/{u}/members", other).then().statusCode(200).body("items", empty());
        as(officer)
                .get("/units/{u}/members?within=true", unit)
                .then()
                .body("items.person", contains(person.toString()));
        caller(subject("confirming"), "CONFIRMING_OFFICER", unit)
                .body(Map.of("unit", mine))
                .post("/persons/{p}/memberships", person)
                .then()
                .statusCode(403);
        caller(subject("member"), "MEMBER", unit)
                .get("/units/{u}/members", unit)
                .then()
                .statusCode(403);
    }

    @Test
    void whereSomebodyOfOnesOwnWasBeforeIsKnown() {
        var before = unitUnder(root("ADMINISTRATIVE"), unique("Xã trước"));
        start(person, Map.of("unit", before, "validFrom", "2020-01-01", "validTo", "2024-01-01"))
                .then()
                .statusCode(201);
        start(person, unit, "2024-01-01").then().statusCode(201);
        caller(subject("officer"), "EMULATION_OFFICER", unit)
                .get("/persons/{p}/memberships", person)
                .then()
                .body("items.unit", contains(unit.toString(), before.toString()));
        caller(subject("former"), "EMULATION_OFFICER", before)
                .get("/persons/{p}/memberships", person)
                .then()
                .body("items.unit", contains(before.toString()));
    }

    @Test
    void membersOfEverythingBelowAreReadPageByPage() {
        var expected = new ArrayList<String>();
        for (int i = 0; i < 3; i++) {
            var village = unitUnder(i == 0 ? unit : unitUnder(unit, unique("Thôn")), unique("Xóm"));
            for (int j = 0; j < 2; j++) {
                expected.add(
                        start(person(), village, "2024-01-01").then().extract().path("id"));
            }
        }
        start(person(), Map.of("unit", unit, "validFrom", "2020-01-01", "validTo", "2021-01-01"));
        var found = vn.lantoa.units.UnitsFixture.<String>everything("/units/{u}/members?within=true", "id", unit);
        assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
        get("/units/{u}/members?within=true&total=true&limit=2", unit)
                .body("total", equalTo(6))
                .body("items[0].unitName", notNullValue())
                .body("next", notNullValue());
        get("/units/{u}/members?within=true&asOf=2020-06-01", unit).body("items.size()", equalTo(1));
        get("/units/{u}/members", unit).body("items", empty()).body("next", nullValue());
        get("/units/{u}/members?within=true", UUID.randomUUID()).statusCode(404);
        get("/units/{u}/members?cursor=x", unit).statusCode(422);
    }

    private static UUID uuid(String id) {
        return UUID.fromString(id);
    }
}
