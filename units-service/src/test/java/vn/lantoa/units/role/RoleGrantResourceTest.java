package vn.lantoa.units.role;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static vn.lantoa.units.UnitsFixture.admin;
import static vn.lantoa.units.UnitsFixture.as;
import static vn.lantoa.units.UnitsFixture.caller;
import static vn.lantoa.units.UnitsFixture.get;
import static vn.lantoa.units.UnitsFixture.root;
import static vn.lantoa.units.UnitsFixture.unique;
import static vn.lantoa.units.UnitsFixture.unitUnder;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lantoa.testsupport.LanToaServices;

@QuarkusTest
@WithTestResource(LanToaServices.class)
class RoleGrantResourceTest {
    @Test
    void rolesAreDataWithDatedPermissions() {
        get("/roles")
                .body("items.code", hasItems("ADMINISTRATOR", "EMULATION_OFFICER", "LEADER", "MEMBER"))
                .body("items.find { it.code == 'LEADER' }.label.vi", notNullValue())
                .body(
                        "items.find { it.code == 'MEMBER' }.permissions.find { it.permission == 'unit.read' }.reach",
                        equalTo("PROVINCE"));
    }

    @Test
    void aRoleIsGrantedOnceFromTodayAndEnded() {
        var person = person();
        var unit = unitUnder(root("ADMINISTRATIVE"), unique("Xã"));
        var body = Map.of("person", person, "role", "LEADER", "unit", unit);
        var granted =
                admin().body(body).post("/role-grants").then().statusCode(201).body("validFrom", notNullValue());
        admin().body(body)
                .post("/role-grants")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:lantoa:problem:role-granted-already"));
        String id = granted.extract().path("id");
        get("/role-grants?person={p}", person).body("items.id", contains(id));
        var tomorrow =
                LocalDate.parse(granted.extract().path("validFrom")).plusDays(1).toString();
        admin().header("If-Match", "\"99\"")
                .body(Map.of("validTo", tomorrow))
                .post("/role-grants/{id}/end", id)
                .then()
                .statusCode(412);
        admin().header("If-Match", granted.extract().header("ETag"))
                .body(Map.of("validTo", tomorrow))
                .post("/role-grants/{id}/end", id)
                .then()
                .statusCode(200)
                .body("validTo", equalTo(tomorrow));
    }

    @Test
    void nobodyGrantsBeyondTheOwnUnits() {
        var mine = unitUnder(root("ADMINISTRATIVE"), unique("Của tôi"));
        var subject = unique("sub-admin").replace(' ', '-');
        caller(subject, "ADMINISTRATOR", mine)
                .body(Map.of("person", person(), "role", "LEADER", "unit", unitUnder(mine, unique("Xóm"))))
                .post("/role-grants")
                .then()
                .statusCode(201);
        as(subject)
                .body(Map.of("person", person(), "role", "LEADER", "unit", root("ADMINISTRATIVE")))
                .post("/role-grants")
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:lantoa:problem:outside-your-units"));
        as(subject)
                .body(Map.of("person", person(), "role", "LEADER"))
                .post("/role-grants")
                .then()
                .statusCode(403);
    }

    @Test
    void whatIsNotThereCannotBeGranted() {
        admin().body(Map.of("person", person(), "role", "NO_SUCH_ROLE"))
                .post("/role-grants")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:lantoa:problem:unknown-role"));
        admin().body(Map.of("person", UUID.randomUUID(), "role", "LEADER"))
                .post("/role-grants")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:lantoa:problem:unknown-person"));
        admin().body(Map.of("person", person(), "role", "LEADER", "unit", UUID.randomUUID()))
                .post("/role-grants")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/unit"));
    }

    private static String person() {
        return admin().body(Map.of("name", unique("Người")))
                .post("/persons")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
