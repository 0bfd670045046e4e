package vn.lantoa.units.unit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static vn.lantoa.units.UnitsFixture.admin;
import static vn.lantoa.units.UnitsFixture.as;
import static vn.lantoa.units.UnitsFixture.caller;
import static vn.lantoa.units.UnitsFixture.code;
import static vn.lantoa.units.UnitsFixture.id;
import static vn.lantoa.units.UnitsFixture.query;
import static vn.lantoa.units.UnitsFixture.register;
import static vn.lantoa.units.UnitsFixture.root;
import static vn.lantoa.units.UnitsFixture.unique;
import static vn.lantoa.units.UnitsFixture.unitUnder;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lantoa.testsupport.LanToaServices;
import vn.lantoa.units.UnitsFixture;

@QuarkusTest
@WithTestResource(LanToaServices.class)
class UnitRefusalsTest {
    @Test
    void malformedJsonIsRefused() {
        refused(admin().body("{\"name\": ").post("/units"), 400, "malformed-json");
        refused(admin().body("[]").post("/units"), 400, "invalid-request");
    }

    @Test
    void anUnknownFieldIsRefusedAtItsPointer() {
        var body = new HashMap<String, Object>(unit());
        body.put("parentId", "x");
        refused(admin().body(body).post("/units"), 400, "invalid-request")
                .then()
                .body("errors.pointer", hasItem("/parentId"));
    }

    @Test
    void everyWrongFieldIsNamed() {
        refused(
                        admin().body(Map.of(
                                        "name",
                                        " ",
                                        "kind",
                                        "xã",
                                        "sector",
                                        "STATE",
                                        "identifiers",
                                        List.of(Map.of("value", "có dấu"))))
                                .post("/units"),
                        400,
                        "invalid-request")
                .then()
                .body("errors.pointer", containsInAnyOrder("/name", "/kind", "/identifiers/0/value"));
    }

    @Test
    void wrongMeaningIsRefused() {
        refused(register(with("kind", "NO_SUCH_KIND")), 422, "unknown-kind");
        refused(register(with("sector", "NO_SUCH_SECTOR")), 422, "unknown-sector");
        refused(register(with("placements", List.of(Map.of("line", "NO_SUCH_LINE")))), 422, "unknown-line");
        refused(
                register(with("placements", List.of(Map.of("line", "ADMINISTRATIVE", "parent", UUID.randomUUID())))),
                422,
                "parent-not-existing-then");
        refused(register(with("id", UUID.randomUUID())), 422, "id-not-uuidv7");
        var reversed = new HashMap<String, Object>(unit());
        reversed.put("validFrom", "2025-01-01");
        reversed.put("validTo", "2024-01-01");
        refused(register(reversed), 422, "invalid-period").then().body("errors.pointer", hasItem("/validTo"));
        refused(register(with("validFrom", "2025-02-30")), 400, "invalid-request");
    }

    @Test
    void aChildCannotOutliveItsParent() {
        var parent = id(register(with("validTo", "2010-01-01")));
        refused(
                register(with("placements", List.of(Map.of("line", "ADMINISTRATIVE", "parent", parent)))),
                422,
                "parent-not-existing-then");
    }

    @Test
    void aLineHasOneRoot() {
        root("ADMINISTRATIVE");
        refused(register(with("placements", List.of(Map.of("line", "ADMINISTRATIVE")))), 409, "second-root");
    }

    @Test
    void aCodeIsBorneByOneUnitADay() {
        var code = code();
        unitUnder(root("ADMINISTRATIVE"), unique("Xã"), "ADMINISTRATIVE", code);
        refused(register(with("identifiers", List.of(Map.of("value", code)))), 409, "code-taken");
    }

    @Test
    void anIdIsTakenOnce() {
        var id = id(register(unit()));
        refused(register(with("id", id)), 409, "id-taken");
    }

    @Test
    void aUnitCannotStandTwiceOnALine() {
        var unit = unitUnder(root("ADMINISTRATIVE"), unique("Xã"));
        var body = Map.of("line", "ADMINISTRATIVE", "parent", root("ADMINISTRATIVE"));
        refused(admin().body(body).post("/units/{id}/placements", unit), 409, "placed-already");
    }

    @Test
    void nobodyActsWithoutAToken() {
        var anonymous = given().basePath(UnitsFixture.BASE).contentType(ContentType.JSON);
        refused(anonymous.body(unit()).post("/units"), 401, "unauthenticated");
        refused(given().basePath(UnitsFixture.BASE).auth().oauth2("not.a.token").get("/units"), 401, "unauthenticated");
        assertThat(given().basePath(UnitsFixture.BASE).get("/public/units").statusCode())
                .isEqualTo(200);
    }

    @Test
    void aRoleWithoutThePermissionIsRefused() {
        refused(
                caller("member-refusals", "MEMBER", root("ADMINISTRATIVE"))
                        .body(unit())
                        .post("/units"),
                403,
                "forbidden");
        refused(as("nobody-at-all").get("/units"), 403, "forbidden");
    }

    @Test
    void anAdministratorOfASubtreeActsOnlyThere() {
        var mine = unitUnder(root("ADMINISTRATIVE"), unique("Huyện của tôi"));
        var other = unitUnder(root("ADMINISTRATIVE"), unique("Huyện khác"));
        var subject = unique("local-admin").replace(' ', '-');
        var inside = Map.of("line", "ADMINISTRATIVE", "parent", mine);
        caller(subject, "ADMINISTRATOR", mine)
                .body(with("placements", List.of(inside)))
                .post("/units")
                .then()
                .statusCode(201);
        refused(
                as(subject)
                        .body(with("placements", List.of(Map.of("line", "ADMINISTRATIVE", "parent", other))))
                        .post("/units"),
                403,
                "outside-your-units");
        refused(as(subject).body(unit()).post("/units"), 403, "outside-your-units");
        refused(
                as(subject).header("If-Match", "*").body(Map.of("name", "X")).patch("/units/{id}", other),
                403,
                "outside-your-units");
        refused(as(subject).body(inside).post("/units/{id}/placements", other), 403, "outside-your-units");
    }

    @Test
    void aRepeatedRequestGetsTheVerySameAnswer() {
        var key = UUID.randomUUID().toString();
        var body = unit();
        var first = admin().header("Idempotency-Key", key).body(body).post("/units");
        var second = admin().header("Idempotency-Key", key).body(body).post("/units");
        first.then().statusCode(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        refused(admin().header("Idempotency-Key", key).body(unit()).post("/units"), 422, "idempotency-key-reused");
        assertThat(query("SELECT count(*) FROM unit_version WHERE name = ?", body.get("name")))
                .isEqualTo("1");
    }

    @Test
    void theEdgesOfHttpAnswerInProblems() {
        refused(admin().get("/no-such-path"), 404, "not-found");
        refused(admin().body("{}").put("/units"), 405, "method-not-allowed");
        refused(admin().contentType("text/plain").body("x").post("/units"), 415, "unsupported-media-type");
        refused(admin().body("{\"name\": \"" + "x".repeat(4_300_000) + "\"}").post("/units"), 413, "body-too-large");
        refused(admin().get("/units/{id}", "not-an-id"), 400, "invalid-request");
        refused(admin().get("/units/{id}", UUID.randomUUID()), 404, "unit-not-found");
        refused(admin().queryParam("limit", 201).get("/units"), 400, "invalid-request");
        refused(admin().queryParam("asOf", "hôm nay").get("/units"), 400, "invalid-request");
        refused(admin().queryParam("cursor", "khác").get("/units"), 422, "invalid-cursor");
        refused(admin().queryParam("updatedSince", "x").get("/units"), 400, "invalid-request");
        refused(
                admin().queryParam("direction", "x").get("/units/{id}/lineage", root("ADMINISTRATIVE")),
                400,
                "invalid-request");
    }

    @Test
    void problemsSpeakTheLanguageOfTheCaller() {
        admin().get("/units/{id}", UUID.randomUUID()).then().body("title", equalTo("Không có đơn vị này"));
        admin().header("Accept-Language", "en")
                .get("/units/{id}", UUID.randomUUID())
                .then()
                .body("title", equalTo("No such unit"));
    }

    private static Response refused(Response response, int status, String code) {
        response.then()
                .statusCode(status)
                .contentType(containsString("application/problem+json"))
                .body("type", equalTo("urn:lantoa:problem:" + code));
        return response;
    }

    private static Map<String, Object> unit() {
        return Map.of("name", unique("Xã thử"), "kind", "COMMUNE", "sector", "STATE");
    }

    private static Map<String, Object> with(String field, Object value) {
        var body = new HashMap<>(unit());
        body.put(field, value);
        return body;
    }
}
