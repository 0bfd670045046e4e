package vn.lantoa.units.reorganisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static vn.lantoa.units.UnitsFixture.admin;
import static vn.lantoa.units.UnitsFixture.caller;
import static vn.lantoa.units.UnitsFixture.code;
import static vn.lantoa.units.UnitsFixture.get;
import static vn.lantoa.units.UnitsFixture.query;
import static vn.lantoa.units.UnitsFixture.root;
import static vn.lantoa.units.UnitsFixture.unique;
import static vn.lantoa.units.UnitsFixture.unitUnder;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.testsupport.LanToaServices;
import vn.lantoa.units.ReorganisationFixture;

@QuarkusTest
@WithTestResource(LanToaServices.class)
class ReorganisationResourceTest {
    private static final String DAY = "2025-07-01";

    private UUID province;

    @BeforeEach
    void theProvince() {
        province = root("ADMINISTRATIVE");
    }

    @Test
    void whatAMergerMakesIsANewUnitThatTakesOverTheCode() {
        var code = code();
        var hopGiang = unitUnder(province, unique("Phường Hợp Giang"), "ADMINISTRATIVE", code);
        var songHien = unitUnder(province, unique("Phường Sông Hiến"), "ADMINISTRATIVE", code());
        var thucPhan = unique("Phường Thục Phán");
        var enacted = enact(draft(DAY, merge(thucPhan, code, province, hopGiang, songHien)));
        enacted.statusCode(200).body("status", equalTo("ENACTED")).body("enactedAt", notNullValue());
        String result = enacted.extract().path("operations[0].result.id");
        get("/units/resolve?code={c}&asOf=2025-06-30", code).body("id", equalTo(hopGiang.toString()));
        get("/units/resolve?code={c}&asOf=2025-07-01", code)
                .body("id", equalTo(result))
                .body("name", equalTo(thucPhan));
        get("/units/{id}", hopGiang).body("existing", equalTo(false)).body("validTo", equalTo(DAY));
        get("/units/{id}/lineage", songHien)
                .body("steps.successor", contains(result))
                .body("steps.successorName", contains(thucPhan));
        get("/units/{id}/lineage?direction=predecessors", result)
                .body("steps.predecessor", containsInAnyOrder(hopGiang.toString(), songHien.toString()))
                .body("steps.kind", contains("MERGE", "MERGE"));
    }

    @Test
    void aMergedUnitIsFoundByTheNamesOfAllItCameFrom() {
        var name = unique("Xã") + " Quang Trọng";
        var old = unitUnder(province, name);
        String first = enact(draft("2020-02-01", merge(unique("Xã Kim Đồng"), null, province, old)))
                .statusCode(200)
                .extract()
                .path("operations[0].result.id");
        String second = enact(draft(
                        DAY,
                        merge(
                                unique("Xã Minh Khai"),
                                null,
                                province,
                                UUID.fromString(first),
                                unitUnder(province, unique("Xã Canh Tân")))))
                .statusCode(200)
                .extract()
                .path("operations[0].result.id");
        get("/units?q={q}&total=true", name).body("items.id", contains(second)).body("total", equalTo(1));
        get("/units?q={q}&asOf=2025-06-30", name).body("items.id", contains(first));
        get("/units?q={q}&asOf=2020-01-31", name).body("items.id", contains(old.toString()));
        get("/public/units?q={q}", name).body("items.id", contains(second));
        get("/units?q={q}&updatedSince=2020-01-01T00:00:00Z", name)
                .body("items.id", containsInAnyOrder(old.toString(), first, second));
    }

    @Test
    void childrenOfMergedUnitsStandUnderTheResultOnEachLine() {
        var left = unitUnder(province, unique("Xã Vân Trình"));
        var right = unitUnder(province, unique("Xã Lê Lai"));
        var branch = unitUnder(left, unique("Chi hội xóm Hồng Sơn"));
        var below = unitUnder(branch, unique("Tổ"));
        String result = enact(draft(DAY, merge(unique("Xã Thạch An"), null, province, left, right)))
                .statusCode(200)
                .extract()
                .path("operations[0].result.id");
        get("/units/{id}/descendants?asOf=2025-06-30", left).body("items", hasSize(2));
        get("/units/{id}/descendants?asOf=2025-07-01", result)
                .body("items.id", containsInAnyOrder(branch.toString(), below.toString()));
        get("/units/{id}/descendants?asOf=2025-07-01", left).body("items", hasSize(0));
        get("/units/{id}/history", branch).body("placements.parent", contains(left.toString(), result));
    }

    @Test
    void aReorganisationInTheFutureIsSeenFromItsDayOn() {
        var unit = unitUnder(province, unique("Sở Y"));
        var branch = unitUnder(unit, unique("Phòng"));
        String result = enact(draft("2099-01-01", merge(unique("Sở Z"), null, province, unit)))
                .statusCode(200)
                .extract()
                .path("operations[0].result.id");
        get("/units/{id}", unit).body("existing", equalTo(true)).body("validTo", equalTo("2099-01-01"));
        get("/units/{id}", result).body("existing", equalTo(false)).body("validFrom", equalTo("2099-01-01"));
        get("/units/{id}/children", unit).body("items.id", contains(branch.toString()));
        get("/units/{id}/children?asOf=2099-01-01", result).body("items.id", contains(branch.toString()));
    }

    @Test
    void aDissolvedUnitMayHaveSuccessorsThatExist() {
        var old = unitUnder(province, unique("Sở Lao động"));
        var successor = unitUnder(province, unique("Sở Nội vụ"));
        enact(draft("2025-03-01", ReorganisationFixture.dissolve(old, successor)))
                .statusCode(200);
        get("/units/{id}/lineage", old)
                .body("steps.successor", contains(successor.toString()))
                .body("steps.kind", contains("DISSOLVE"));
        get("/units/{id}", successor).body("existing", equalTo(true));
    }

    @Test
    void aDistrictIsDissolvedTogetherWithTheMergerOfItsCommunes() {
        var district = unitUnder(province, unique("Huyện Thạch An"));
        var one = unitUnder(district, unique("Xã Quang Trọng"));
        var two = unitUnder(district, unique("Xã Minh Khai"));
        enact(draft(
                        DAY,
                        merge(unique("Xã Minh Khai"), null, province, one, two),
                        ReorganisationFixture.dissolve(district)))
                .statusCode(200);
        get("/units/{id}/children?asOf=2025-06-30", district).body("items", hasSize(2));
        get("/units/{id}", district).body("existing", equalTo(false));
    }

    @Test
    void aPreviewTellsWhatWouldHappen() {
        var code = code();
        var source = unitUnder(province, unique("Xã cũ"), "ADMINISTRATIVE", code);
        var child = unitUnder(source, unique("Xóm"));
        var gone = unitUnder(province, unique("Huyện cũ"));
        var orphan = unitUnder(gone, unique("Trạm"));
        var id = draft(DAY, merge(unique("Xã mới"), code, province, source), ReorganisationFixture.dissolve(gone))
                .extract()
                .<String>path("id");
        admin().post("/reorganisations/{id}/preview", id)
                .then()
                .statusCode(200)
                .body("fits", equalTo(false))
                .body("ending.unit", contains(source.toString(), gone.toString()))
                .body("beginning", hasSize(1))
                .body("moved.unit", contains(child.toString()))
                .body("withoutParent.unit", contains(orphan.toString()))
                .body("identifiersFreed.value", contains(code))
                .body("identifiersTaken.value", contains(code))
                .body("problems.code", contains("child-without-parent"))
                .body("problems[0].pointer", equalTo("/operations/1/unit"));
    }

    @Test
    void whatDoesNotFitIsRefusedWithEveryProblem() {
        var code = code();
        unitUnder(province, unique("Người mang mã"), "ADMINISTRATIVE", code);
        var source = unitUnder(province, unique("Nguồn"));
        var missing = UUID.fromString("01990000-0000-7000-8000-000000000001");
        var drafted = draft(
                DAY,
                merge(unique("Đích"), code, missing, source, missing),
                ReorganisationFixture.dissolve(source, source));
        var version = query("SELECT version FROM unit WHERE id = ?", source);
        enact(drafted)
                .statusCode(409)
                .body("type", equalTo("urn:lantoa:problem:reorganisation-does-not-fit"))
                .body(
                        "errors.code",
                        containsInAnyOrder(
                                "unit-not-found",
                                "unit-ends-twice",
                                "parent-not-existing-then",
                                "code-taken",
                                "successor-not-existing-then"));
        assertThat(query("SELECT version FROM unit WHERE id = ?", source)).isEqualTo(version);
        get("/reorganisations/{id}", drafted.extract().<String>path("id")).body("status", equalTo("DRAFT"));
    }

    @Test
    void aUnitThatEndedCannotEndAgain() {
        var source = unitUnder(province, unique("Xã"));
        enact(draft(DAY, merge(unique("Xã mới"), null, province, source))).statusCode(200);
        enact(draft("2026-01-01", ReorganisationFixture.dissolve(source)))
                .statusCode(409)
                .body("errors.code", contains("unit-not-existing-then"));
        enact(draft("2024-01-01", ReorganisationFixture.dissolve(source)))
                .statusCode(409)
                .body("errors.code", contains("unit-ends-already"));
    }

    @Test
    void enactingTakesTheVersionSeenAndHappensOnce() {
        var source = unitUnder(province, unique("Xã"));
        var drafted = draft(DAY, merge(unique("Xã mới"), null, province, source));
        String id = drafted.extract().path("id");
        var tag = drafted.extract().header("ETag");
        var preview = Map.of("preview", ReorganisationFixture.fingerprint(id));
        admin().body(preview).post("/reorganisations/{id}/enact", id).then().statusCode(428);
        admin().header("If-Match", tag)
                .body(Map.of())
                .post("/reorganisations/{id}/enact", id)
                .then()
                .statusCode(400);
        admin().header("If-Match", tag)
                .body(Map.of("remark", "sửa"))
                .patch("/reorganisations/{id}", id)
                .then()
                .statusCode(200)
                .body("remark", equalTo("sửa"));
        admin().header("If-Match", tag)
                .body(preview)
                .post("/reorganisations/{id}/enact", id)
                .then()
                .statusCode(412);
        var current = get("/reorganisations/{id}", id).extract().header("ETag");
        admin().header("If-Match", current)
                .body(preview)
                .post("/reorganisations/{id}/enact", id)
                .then()
                .statusCode(200);
        admin().header("If-Match", "*")
                .body(preview)
                .post("/reorganisations/{id}/enact", id)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:lantoa:problem:reorganisation-enacted"));
        admin().header("If-Match", "*")
                .body(Map.of("remark", "x"))
                .patch("/reorganisations/{id}", id)
                .then()
                .statusCode(409);
        admin().header("If-Match", "*")
                .delete("/reorganisations/{id}", id)
                .then()
                .statusCode(409);
    }

    @Test
    void aDraftCanBeDroppedAndIsNobodyElsesBusiness() {
        var source = unitUnder(province, unique("Xã"));
        var drafted = draft(DAY, merge(unique("Xã mới"), null, province, source));
        String id = drafted.extract().path("id");
        var member = caller("member-reorganisations", "MEMBER", province);
        member.get("/reorganisations/{id}", id).then().statusCode(404);
        caller("member-reorganisations", "MEMBER", province)
                .get("/reorganisations?status=DRAFT")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
        get("/reorganisations?status=DRAFT&limit=200").body("items.id", hasItem(id));
        admin().header("If-Match", drafted.extract().header("ETag"))
                .delete("/reorganisations/{id}", id)
                .then()
                .statusCode(204);
        get("/reorganisations/{id}", id).statusCode(404);
    }

    @Test
    void postsAndGrantsEndWithTheirUnit() {
        var source = unitUnder(province, unique("Xã"));
        var person = admin().body(Map.of("name", unique("Nông Thị Hoa")))
                .post("/persons")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        var post = admin().body(Map.of(
                        "unit", source, "title", "Chủ tịch UBND xã", "postGroup", "COMMUNE_CHAIR", "leading", true))
                .post("/persons/{id}/posts", person)
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        var grant = admin().body(Map.of(
                        "person", person, "role", "EMULATION_OFFICER", "unit", source, "validFrom", "2024-01-01"))
                .post("/role-grants")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        enact(draft(DAY, merge(unique("Xã mới"), null, province, source))).statusCode(200);
        get("/persons/{p}/posts/{id}", person, post).body("validTo", equalTo(DAY));
        get("/role-grants/{id}", grant).body("validTo", equalTo(DAY));
        assertThat(query("SELECT valid_to::text FROM access_grant WHERE id = ?", UUID.fromString(grant)))
                .isEqualTo(DAY);
        assertThat(query("SELECT valid_to::text FROM access_post WHERE id = ?", UUID.fromString(post)))
                .isEqualTo(DAY);
    }

    private static ValidatableResponse draft(String day, Object... operations) {
        return ReorganisationFixture.draft(day, operations);
    }

    private static ValidatableResponse enact(ValidatableResponse drafted) {
        return ReorganisationFixture.enact(drafted);
    }

    private static Map<String, ?> merge(String name, String code, UUID parent, UUID... sources) {
        return ReorganisationFixture.merge(name, code, parent, List.of(sources));
    }
}
