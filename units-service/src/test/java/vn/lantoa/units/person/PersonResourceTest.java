package vn.lantoa.units.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static vn.lantoa.units.UnitsFixture.admin;
import static vn.lantoa.units.UnitsFixture.as;
import static vn.lantoa.units.UnitsFixture.caller;
import static vn.lantoa.units.UnitsFixture.get;
import static vn.lantoa.units.UnitsFixture.query;
import static vn.lantoa.units.UnitsFixture.root;
import static vn.lantoa.units.UnitsFixture.unique;
import static vn.lantoa.units.UnitsFixture.unitUnder;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.testsupport.LanToaServices;
import vn.lantoa.testsupport.Tokens;

@QuarkusTest
@WithTestResource(LanToaServices.class)
class PersonResourceTest {
    private UUID province;

    @BeforeEach
    void theProvince() {
        province = root("ADMINISTRATIVE");
    }

    @Test
    void sealedValuesAreShownMaskedAndKeptOnlyAsCiphertext() {
        var number = "004" + ThreadLocalRandom.current().nextLong(100_000_000L, 999_999_999L);
        var body = Map.of("name", unique("Nông Thị Hoa"), "birthDate", "1980-05-19", "identityNumber", number);
        var id = admin().body(body)
                .post("/persons")
                .then()
                .statusCode(201)
                .body("birthDate", equalTo("1980-**-**"))
                .body("identityNumber", equalTo("*********" + number.substring(9)))
                .extract()
                .<String>path("id");
        get("/persons/{id}", id)
                .header("Cache-Control", equalTo("no-store"))
                .body("birthDate", equalTo("1980-**-**"))
                .body("identityNumber", equalTo("*********" + number.substring(9)));
        var uuid = UUID.fromString(id);
        assertThat(query(
                        "SELECT position(?::bytea IN identity_number) FROM person_sealed WHERE person = ?",
                        number.getBytes(),
                        uuid))
                .isEqualTo("0");
        assertThat(query("SELECT coalesce(string_agg(t::text, ''), '') FROM audit_entry t WHERE entity_id = ?", uuid))
                .isNotEmpty()
                .doesNotContain(number)
                .doesNotContain("1980-05-19");
        assertThat(query("SELECT coalesce(string_agg(t::text, ''), '') FROM (SELECT * FROM outbox) t"))
                .doesNotContain(number);
        assertThat(query("SELECT coalesce(string_agg(t::text, ''), '') FROM (SELECT * FROM event_log) t"))
                .doesNotContain(number);
    }

    @Test
    void anIdentityNumberBelongsToOnePerson() {
        var number = "" + ThreadLocalRandom.current().nextLong(100_000_000L, 999_999_999L);
        admin().body(Map.of("name", "Một", "identityNumber", number))
                .post("/persons")
                .then()
                .statusCode(201);
        admin().body(Map.of("name", "Hai", "identityNumber", number))
                .post("/persons")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:lantoa:problem:person-known"))
                .body("detail", not(org.hamcrest.Matchers.containsString(number)));
    }

    @Test
    void aPersonIsFoundByNameWithoutDiacriticsAndWithoutSealedValues() {
        var tag = unique("px");
        var id = admin().body(Map.of("name", "Đàm Thuỷ " + tag, "birthDate", "1980-05-19"))
                .post("/persons")
                .then()
                .extract()
                .<String>path("id");
        admin().queryParam("q", "dam thuy " + tag)
                .get("/persons")
                .then()
                .body("items.id", contains(id))
                .body("items[0].birthDate", nullValue());
    }

    @Test
    void anOfficerSeesOnlyPersonsOfTheOwnUnits() {
        var mine = unitUnder(province, unique("Xã của tôi"));
        var other = unitUnder(province, unique("Xã khác"));
        var insider = person();
        var outsider = person();
        post(insider, unitUnder(mine, unique("Xóm")));
        post(outsider, other);
        var subject = unique("officer").replace(' ', '-');
        caller(subject, "EMULATION_OFFICER", mine)
                .get("/persons/{id}", insider)
                .then()
                .statusCode(200);
        as(subject).get("/persons/{id}", outsider).then().statusCode(404);
        as(subject).queryParam("limit", 200).get("/persons").then().body("items.id", contains(insider));
    }

    @Test
    void aPostIsHeldUntilItEnds() {
        var person = person();
        var unit = unitUnder(province, unique("Xã"));
        var body = Map.of(
                "unit",
                unit,
                "title",
                "Chủ tịch",
                "postGroup",
                "COMMUNE_CHAIR",
                "leading",
                true,
                "validFrom",
                "2020-01-01");
        var assigned =
                admin().body(body).post("/persons/{id}/posts", person).then().statusCode(201);
        admin().body(body)
                .post("/persons/{id}/posts", person)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:lantoa:problem:post-held-already"));
        String id = assigned.extract().path("id");
        admin().body(Map.of("validTo", "2024-01-01"))
                .post("/persons/{p}/posts/{id}/end", person, id)
                .then()
                .statusCode(428);
        admin().header("If-Match", assigned.extract().header("ETag"))
                .body(Map.of("validTo", "2024-01-01"))
                .post("/persons/{p}/posts/{id}/end", person, id)
                .then()
                .statusCode(200)
                .body("validTo", equalTo("2024-01-01"));
        get("/persons/{p}/posts", person).body("items", hasSize(1));
        assertThat(query("SELECT valid_to::text FROM access_post WHERE id = ?", UUID.fromString(id)))
                .isEqualTo("2024-01-01");
    }

    @Test
    void aPostCannotBeHeldWhereTheUnitDoesNotExist() {
        var person = person();
        admin().body(Map.of("unit", UUID.randomUUID(), "title", "X", "postGroup", "OFFICER"))
                .post("/persons/{id}/posts", person)
                .then()
                .statusCode(422);
        var unit = vn.lantoa.units.UnitsFixture.id(vn.lantoa.units.UnitsFixture.register(
                Map.of("name", unique("Cũ"), "kind", "OFFICE", "sector", "STATE", "validTo", "2010-01-01")));
        admin().body(Map.of("unit", unit, "title", "X", "postGroup", "OFFICER", "validTo", "2020-01-01"))
                .post("/persons/{id}/posts", person)
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:lantoa:problem:outside-life"));
        admin().body(Map.of("unit", province, "title", "X", "postGroup", "NO_SUCH_GROUP"))
                .post("/persons/{id}/posts", person)
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:lantoa:problem:unknown-post-group"));
    }

    @Test
    void anAccountCountsAtOnceAndUntilItIsUnlinked() {
        var person = person();
        var subject = unique("subject").replace(' ', '-');
        as(subject)
                .get("/me")
                .then()
                .statusCode(200)
                .body("person", nullValue())
                .body("permissions", hasSize(0));
        var linked = admin().body(Map.of("issuer", Tokens.issuer(), "subject", subject))
                .post("/persons/{id}/accounts", person)
                .then()
                .statusCode(201);
        var unit = unitUnder(province, unique("Xã"));
        post(person, unit);
        admin().body(Map.of("person", person, "role", "EMULATION_OFFICER", "unit", unit))
                .post("/role-grants")
                .then()
                .statusCode(201);
        as(subject)
                .get("/me")
                .then()
                .body("person.id", equalTo(person))
                .body("posts.unit", contains(unit.toString()))
                .body("grants.role", contains("EMULATION_OFFICER"))
                .body("permissions.permission", hasItem("campaign.draft"))
                .body("permissions.find { it.permission == 'person.read' }.units.unit", contains(unit.toString()))
                .body("permissions.find { it.permission == 'unit.read' }.everywhere", equalTo(true));
        admin().body(Map.of("issuer", Tokens.issuer(), "subject", subject))
                .post("/persons/{id}/accounts", person())
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:lantoa:problem:account-linked"));
        admin().header("If-Match", linked.extract().header("ETag"))
                .body(Map.of("validTo", "2020-01-01"))
                .post(
                        "/persons/{p}/accounts/{id}/unlink",
                        person,
                        linked.extract().<String>path("id"))
                .then()
                .statusCode(200);
        as(subject).get("/me").then().body("person", nullValue());
        as(subject).get("/units").then().statusCode(403);
    }

    private static String person() {
        return admin().body(Map.of("name", unique("Người")))
                .post("/persons")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void post(String person, UUID unit) {
        admin().body(Map.of("unit", unit, "title", "Cán bộ", "postGroup", "OFFICER"))
                .post("/persons/{id}/posts", person)
                .then()
                .statusCode(201);
    }
}
