package vn.lantoa.units.membership;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static vn.lantoa.units.MembersFixture.person;
import static vn.lantoa.units.MembersFixture.start;
import static vn.lantoa.units.MembersFixture.subject;
import static vn.lantoa.units.UnitsFixture.admin;
import static vn.lantoa.units.UnitsFixture.as;
import static vn.lantoa.units.UnitsFixture.caller;
import static vn.lantoa.units.UnitsFixture.root;
import static vn.lantoa.units.UnitsFixture.unique;
import static vn.lantoa.units.UnitsFixture.unitUnder;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.testsupport.LanToaServices;

/** Nobody makes somebody else's person theirs by giving them a place or a post, and so reads and mends their record. */
@QuarkusTest
@WithTestResource(LanToaServices.class)
class BindPersonsTest {
    private UUID here;
    private UUID there;
    private String keeper;

    @BeforeEach
    void twoUnits() {
        here = unitUnder(root("ADMINISTRATIVE"), unique("Xã"));
        there = unitUnder(root("ADMINISTRATIVE"), unique("Xã"));
        keeper = subject("keeper");
        caller(keeper, "UNIT_ADMINISTRATOR", here);
    }

    @Test
    void somebodyElsesPersonIsAsUnknownAsNobody() {
        var member = person();
        start(member, there, "2024-01-01").then().statusCode(201);
        var holder = person();
        admin().body(post(there)).post("/persons/{id}/posts", holder).then().statusCode(201);
        for (var stranger : new UUID[] {member, holder, UUID.randomUUID()}) {
            belongs(stranger, "PRIMARY").statusCode(404).body("type", containsString("person-not-found"));
            belongs(stranger, "SECONDMENT").statusCode(404).body("type", containsString("person-not-found"));
            serves(stranger).statusCode(404).body("type", containsString("person-not-found"));
            as(keeper).get("/persons/{id}", stranger).then().statusCode(404);
        }
        start(member, Map.of("unit", here, "kind", "SECONDMENT", "validFrom", "2024-01-01"))
                .then()
                .statusCode(201);
        serves(member).statusCode(201);
    }

    @Test
    void whoIsNobodysYetIsTaken() {
        var nobodys = person();
        belongs(nobodys, "PRIMARY").statusCode(201).body("unit", equalTo(here.toString()));
        serves(nobodys).statusCode(201);
        var former = person();
        start(former, Map.of("unit", there, "validFrom", "2020-01-01", "validTo", "2024-01-01"))
                .then()
                .statusCode(201);
        serves(former).statusCode(201);
    }

    private ValidatableResponse belongs(UUID person, String kind) {
        return as(keeper)
                .body(Map.of("unit", here, "kind", kind, "validFrom", "2025-01-01"))
                .post("/persons/{id}/memberships", person)
                .then();
    }

    private ValidatableResponse serves(UUID person) {
        return as(keeper).body(post(here)).post("/persons/{id}/posts", person).then();
    }

    private static Map<String, Object> post(UUID unit) {
        return new HashMap<>(
                Map.of("unit", unit, "title", "Chuyên viên", "postGroup", "OFFICER", "validFrom", "2024-01-01"));
    }
}
