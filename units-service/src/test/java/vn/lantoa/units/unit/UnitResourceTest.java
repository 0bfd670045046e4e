package vn.lantoa.units.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static vn.lantoa.units.UnitsFixture.admin;
import static vn.lantoa.units.UnitsFixture.code;
import static vn.lantoa.units.UnitsFixture.get;
import static vn.lantoa.units.UnitsFixture.id;
import static vn.lantoa.units.UnitsFixture.query;
import static vn.lantoa.units.UnitsFixture.register;
import static vn.lantoa.units.UnitsFixture.root;
import static vn.lantoa.units.UnitsFixture.unique;
import static vn.lantoa.units.UnitsFixture.unitUnder;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.lantoa.testsupport.LanToaServices;

@QuarkusTest
@WithTestResource(LanToaServices.class)
class UnitResourceTest {
    @Test
    void aRegisteredUnitCanBeReadBackAtOnce() {
        var name = unique("Xã Minh Khai");
        var code = code();
        var response = register(Map.of(
                "name", name,
                "shortName", "Minh Khai",
                "kind", "COMMUNE",
                "sector", "STATE",
                "validFrom", "2000-01-01",
                "identifiers", List.of(Map.of("value", code)),
                "placements", List.of(Map.of("line", "ADMINISTRATIVE", "parent", root("ADMINISTRATIVE"))),
                "remark", "SAMPLE: thử"));
        var id = id(response);
        response.then()
                .header("Location", endsWith("/api/units/v1/units/" + id))
                .header("ETag", not(nullValue()));
        get("/units/{id}", id)
                .statusCode(200)
                .header("ETag", response.header("ETag"))
                .body("name", equalTo(name))
                .body("existing", equalTo(true))
                .body("identifiers.value", contains(code))
                .body("placements.parent", contains(root("ADMINISTRATIVE").toString()))
                .body("remark", equalTo("SAMPLE: thử"))
                .body("validTo", nullValue());
    }

    @Test
    void aUnitIsShownAsItWasOnTheDayAskedFor() {
        var body = Map.of(
                "name",
                unique("Ban cũ"),
                "kind",
                "OFFICE",
                "sector",
                "STATE",
                "validFrom",
                "2001-01-01",
                "validTo",
                "2010-01-01");
        var id = id(register(body));
        get("/units/{id}?asOf=2009-12-31", id).body("existing", equalTo(true));
        get("/units/{id}?asOf=2010-01-01", id).body("existing", equalTo(false)).body("name", equalTo(body.get("name")));
        get("/units/{id}?asOf=2000-12-31", id).body("existing", equalTo(false));
    }

    @Test
    void aUnitIsFoundByEitherSpellingOfItsTones() {
        var tag = unique("hx");
        var id = unitUnder(root("ADMINISTRATIVE"), "Xã Phục Hoà Thủy Đặng " + tag)
                .toString();
        for (var q : List.of("Phục Hoà Thủy", "phục hòa thuỷ", "PHUC HOA THUY DANG", "phuc hoa thuy dang " + tag)) {
            admin().queryParam("q", q)
                    .queryParam("limit", 200)
                    .get("/units")
                    .then()
                    .statusCode(200)
                    .body("items.id", hasItem(id));
        }
        admin().queryParam("q", "100%_\\").get("/units").then().statusCode(200).body("items", hasSize(0));
    }

    @Test
    void lessThanThreeLettersAreTheBeginningOfAWord() {
        var parent = root("ADMINISTRATIVE");
        var first = unitUnder(parent, unique("Ýq hội"));
        var later = unitUnder(parent, unique("Hội Ýq"));
        var inside = unitUnder(parent, unique("Hội Aýq"));
        for (var q : List.of("yq", "Ýq")) {
            var found = admin().queryParam("q", q)
                    .queryParam("within", parent)
                    .get("/units")
                    .then()
                    .statusCode(200)
                    .body("items.id", hasItem(first.toString()))
                    .body("items.id", hasItem(later.toString()));
            found.body("items.id", not(hasItem(inside.toString())));
        }
    }

    @Test
    void aUnitIsFoundByItsFormerName() {
        var former = unique("Xã Tên Cũ");
        var unit = unitUnder(root("ADMINISTRATIVE"), former);
        query("""
                WITH closed AS (UPDATE unit_version SET valid_to = '2020-01-01' WHERE unit = ? RETURNING unit),
                     opened AS (INSERT INTO unit_version (id, unit, name, kind, sector, valid_from)
                                SELECT uuidv7(), unit, 'Xã Tên Mới', 'COMMUNE', 'STATE', '2020-01-01' FROM closed)
                SELECT count(*) FROM closed
                """, unit);
        admin().queryParam("q", former)
                .get("/units")
                .then()
                .body("items.id", contains(unit.toString()))
                .body("items.name", contains("Xã Tên Mới"));
        admin().queryParam("q", former)
                .queryParam("asOf", "2019-12-31")
                .get("/units")
                .then()
                .body("items.name", contains(former));
    }

    @Test
    void aUnitIsFoundByTheBeginningOfItsCode() {
        var code = code();
        var id = unitUnder(root("ADMINISTRATIVE"), unique("Xã có mã"), "ADMINISTRATIVE", code)
                .toString();
        admin().queryParam("q", code.toLowerCase())
                .get("/units")
                .then()
                .body("items.id", contains(id))
                .body("items[0].code", equalTo(code));
    }

    @Test
    void aListIsPagedInTheOrderOfVietnameseNames() {
        var parent = unitUnder(root("ADMINISTRATIVE"), unique("Huyện"));
        for (var name : List.of("Ô", "Ă", "Đ", "A", "D", "Â", "O")) {
            unitUnder(parent, name);
        }
        assertThat(vn.lantoa.units.UnitsFixture.<String>everything("/units?parent={p}", "name", parent))
                .containsExactly("A", "Ă", "Â", "D", "Đ", "O", "Ô");
        admin().queryParam("within", parent)
                .queryParam("total", true)
                .queryParam("limit", 1)
                .get("/units")
                .then()
                .body("total", equalTo(8))
                .header("Link", not(nullValue()));
    }

    @Test
    void neighboursAreThoseOfTheLineAndTheDay() {
        var top = unitUnder(root("ADMINISTRATIVE"), unique("Sở"));
        var middle = unitUnder(top, unique("Phòng"));
        var low = unitUnder(middle, unique("Tổ"));
        get("/units/{id}/children", top)
                .body("items.id", contains(middle.toString()))
                .body("items[0].depth", equalTo(1));
        get("/units/{id}/descendants?line=ADMINISTRATIVE", top)
                .body("items.id", hasSize(2))
                .body("items.id", hasItem(low.toString()));
        get("/units/{id}/descendants?line=PARTY", top).body("items", hasSize(0));
        get("/units/{id}/ancestors", low)
                .body(
                        "items.id",
                        contains(
                                middle.toString(),
                                top.toString(),
                                root("ADMINISTRATIVE").toString()))
                .body("items.depth", contains(1, 2, 3));
    }

    @Test
    void aUnitMovesUnderAnotherParentFromADayOn() {
        var before = unitUnder(root("ADMINISTRATIVE"), unique("Trước"));
        var after = unitUnder(root("ADMINISTRATIVE"), unique("Sau"));
        var unit = unitUnder(before, unique("Trường"));
        var below = unitUnder(unit, unique("Khoa"));
        admin().body(Map.of("line", "ADMINISTRATIVE", "parent", after, "validFrom", "2025-03-01"))
                .post("/units/{id}/placements", unit)
                .then()
                .statusCode(201)
                .body("placements.parent", contains(after.toString()));
        get("/units/{id}/descendants?asOf=2025-02-28", before).body("items", hasSize(2));
        get("/units/{id}/descendants?asOf=2025-03-01", before).body("items", hasSize(0));
        get("/units/{id}/descendants?asOf=2025-03-01", after).body("items.id", hasItem(below.toString()));
        get("/units/{id}/history", unit)
                .body("placements", hasSize(2))
                .body("placements[0].validTo", equalTo("2025-03-01"));
    }

    @Test
    void aUnitCannotStandUnderItself() {
        var top = unitUnder(root("ADMINISTRATIVE"), unique("Trên"));
        var low = unitUnder(top, unique("Dưới"));
        admin().body(Map.of("line", "ADMINISTRATIVE", "parent", low, "validFrom", "2025-01-01"))
                .post("/units/{id}/placements", top)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:lantoa:problem:circle-on-line"));
    }

    @Test
    void aCodeIsResolvedToWhoBoreItThen() {
        var code = code();
        var unit = unitUnder(root("ADMINISTRATIVE"), unique("Phường"), "ADMINISTRATIVE", code);
        var next = code();
        admin().body(Map.of("value", next, "validFrom", "2024-05-01"))
                .post("/units/{id}/identifiers", unit)
                .then()
                .statusCode(201)
                .body("identifiers.value", contains(next));
        get("/units/resolve?code={c}&asOf=2024-04-30", code).body("id", equalTo(unit.toString()));
        get("/units/resolve?code={c}&asOf=2024-05-01", code).statusCode(404);
        get("/units/resolve?code={c}&asOf=2024-05-01", next).body("id", equalTo(unit.toString()));
        get("/units/{id}/identifiers", unit).body("items.value", contains(code, next));
    }

    @Test
    void aRecordingErrorIsCorrectedAgainstTheVersionSeen() {
        var unit = unitUnder(root("ADMINISTRATIVE"), unique("Xã Phong Nậm"));
        var tag = get("/units/{id}", unit).extract().header("ETag");
        var right = unique("Xã Phong Nặm");
        var patch = Map.of("name", right);
        admin().body(patch).patch("/units/{id}", unit).then().statusCode(428);
        admin().header("If-Match", tag)
                .body(patch)
                .patch("/units/{id}", unit)
                .then()
                .statusCode(200)
                .body("name", equalTo(right));
        admin().header("If-Match", tag)
                .body(patch)
                .patch("/units/{id}", unit)
                .then()
                .statusCode(412);
        get("/units/{id}/history", unit).body("versions", hasSize(1)).body("versions.name", contains(right));
    }

    @Test
    void everyChangeLeavesAnAuditEntryAndAnEvent() {
        var unit = unitUnder(root("ADMINISTRATIVE"), unique("Xã có dấu vết"));
        assertThat(query("SELECT count(*) FROM audit_entry WHERE entity_id = ?", unit))
                .isEqualTo("1");
        assertThat(query("SELECT version FROM event_version WHERE subject = ?", unit))
                .isEqualTo("1");
    }

    @Test
    void unitsChangedSinceAreListedForClientsThatSynchronise() {
        var since = java.time.Instant.now().minusSeconds(1).toString();
        var ended = id(register(
                Map.of("name", unique("Đã giải thể"), "kind", "OFFICE", "sector", "STATE", "validTo", "2010-01-01")));
        admin().queryParam("updatedSince", since)
                .queryParam("limit", 200)
                .get("/units")
                .then()
                .body("items.id", hasItem(ended.toString()));
    }

    @Test
    void anybodyMayKnowTheNamesOfUnits() {
        var name = unique("Xã công khai");
        unitUnder(root("ADMINISTRATIVE"), name);
        io.restassured.RestAssured.given()
                .basePath("/api/units/v1")
                .queryParam("q", name)
                .get("/public/units")
                .then()
                .statusCode(200)
                .header("Cache-Control", org.hamcrest.Matchers.containsString("max-age"))
                .body("items.name", contains(name))
                .body("items[0].code", nullValue());
    }

    @Test
    void codeListsCarryBothLanguages() {
        get("/code-lists/lines")
                .body("items.code", hasItems("ADMINISTRATIVE", "PARTY", "MASS_ORGANISATION", "PROFESSIONAL"))
                .body("items.find { it.code == 'PARTY' }.confidential", equalTo(true));
        get("/code-lists/identifier-schemes")
                .body("items.find { it.code == 'QD20' }.legalRef", equalTo("Quyết định 20/2020/QĐ-TTg"))
                .body("items.find { it.code == 'QD20' }.pattern", not(nullValue()));
        get("/code-lists/unit-kinds").body("items.find { it.code == 'WARD' }.label.vi", equalTo("Phường"));
        get("/code-lists/nothing").statusCode(404);
    }

    @Test
    void aClientIsToldWhatItMayDo() {
        var unit = unitUnder(root("ADMINISTRATIVE"), unique("Xã"));
        get("/units/{id}/allowed-actions", unit)
                .body("items.find { it.action == 'unit.correct' }.allowed", equalTo(true));
        vn.lantoa.units.UnitsFixture.caller("member-actions", "MEMBER", unit)
                .get("/units/{id}/allowed-actions", unit)
                .then()
                .body("items.find { it.action == 'unit.correct' }.reason", equalTo("permission-missing"));
    }
}
