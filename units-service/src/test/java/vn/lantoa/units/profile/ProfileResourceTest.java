package vn.lantoa.units.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static vn.lantoa.units.UnitsFixture.admin;
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
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lantoa.testsupport.LanToaServices;

@QuarkusTest
@WithTestResource(LanToaServices.class)
class ProfileResourceTest {
    @Test
    void aUnitTellsOfItselfFromADayOn() {
        var unit = unitUnder(root("ADMINISTRATIVE"), unique("Xã"));
        get("/units/{id}/profile", unit).statusCode(404).body("type", equalTo("urn:lantoa:problem:profile-not-found"));
        describe(unit, Map.of("history", "Trước sắp xếp", "contacts", Map.of("phone", "0206 3 840 000")))
                .then()
                .statusCode(201);
        describe(unit, Map.of("history", "Sau sắp xếp", "functions", "Quản lý nhà nước", "validFrom", "2025-07-01"))
                .then()
                .statusCode(201)
                .body("validTo", nullValue());
        get("/units/{id}/profile?asOf=2025-06-30", unit)
                .body("history", equalTo("Trước sắp xếp"))
                .body("contacts.phone", equalTo("0206 3 840 000"))
                .body("validTo", equalTo("2025-07-01"));
        get("/units/{id}/profile?asOf=2025-07-01", unit)
                .body("history", equalTo("Sau sắp xếp"))
                .body("functions", equalTo("Quản lý nhà nước"))
                .body("contacts.phone", nullValue());
        get("/units/{id}/profiles", unit).body("items.history", contains("Trước sắp xếp", "Sau sắp xếp"));
        assertThat(query("SELECT count(*) FROM audit_entry WHERE entity_id = ? AND action = 'unit.describe'", unit))
                .isEqualTo("2");
    }

    @Test
    void aProfileIsCorrectedOnItsFirstDayAndWrittenBetweenOthers() {
        var unit = unitUnder(root("ADMINISTRATIVE"), unique("Xã"));
        describe(unit, Map.of("history", "sai", "validFrom", "2010-01-01"))
                .then()
                .statusCode(201);
        describe(unit, Map.of("history", "đúng", "validFrom", "2010-01-01"))
                .then()
                .statusCode(201);
        describe(unit, Map.of("history", "sau", "validFrom", "2020-01-01"))
                .then()
                .statusCode(201);
        describe(unit, Map.of("history", "giữa", "validFrom", "2015-01-01"))
                .then()
                .statusCode(201)
                .body("validTo", equalTo("2020-01-01"));
        get("/units/{id}/profiles", unit).body("items.history", contains("đúng", "giữa", "sau"));
    }

    @Test
    void anEndedUnitKeepsWhatItToldLast() {
        var unit = id(
                register(Map.of("name", unique("Ban"), "kind", "OFFICE", "sector", "STATE", "validTo", "2010-01-01")));
        describe(unit, Map.of("history", "Đã giải thể")).then().statusCode(201);
        get("/units/{id}/profile", unit).body("history", equalTo("Đã giải thể"));
        describe(unit, Map.of("history", "x", "validFrom", "2010-01-01"))
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:lantoa:problem:outside-life"));
    }

    @Test
    void anOfficerDescribesOnlyTheOwnUnit() {
        var mine = unitUnder(root("ADMINISTRATIVE"), unique("Xã"));
        var other = unitUnder(root("ADMINISTRATIVE"), unique("Xã"));
        var officer = unique("describer").replace(' ', '-');
        caller(officer, "EMULATION_OFFICER", mine)
                .body(Map.of("functions", "Nhiệm vụ"))
                .post("/units/{id}/profile", mine)
                .then()
                .statusCode(201);
        caller(officer, "EMULATION_OFFICER", mine)
                .body(Map.of("functions", "Nhiệm vụ"))
                .post("/units/{id}/profile", other)
                .then()
                .statusCode(403);
        describe(mine, Map.of("contacts", Map.of("email", "không phải thư")))
                .then()
                .statusCode(400);
        get("/units/{id}/profiles", other).body("items", hasSize(0));
    }

    private static Response describe(UUID unit, Map<String, ?> body) {
        return admin().body(body).post("/units/{id}/profile", unit);
    }
}
