package vn.lantoa.units.myrecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
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
import static vn.lantoa.units.person.PersonFixture.account;
import static vn.lantoa.units.person.PersonFixture.act;
import static vn.lantoa.units.person.PersonFixture.belongs;
import static vn.lantoa.units.person.PersonFixture.named;
import static vn.lantoa.units.person.PersonFixture.number;
import static vn.lantoa.units.person.PersonFixture.person;
import static vn.lantoa.units.person.PersonFixture.post;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lantoa.testsupport.LanToaServices;

@QuarkusTest
@WithTestResource(LanToaServices.class)
class MyRecordTest {
    @Test
    void aPersonSeesEverythingTheRegisterHoldsOfThem() {
        var unit = unitUnder(root("ADMINISTRATIVE"), unique("Xã"));
        var number = number();
        var id = person(named(unique("Nông Thị Hoa"), "identityNumber", number, "birthDate", "1980-05-19"));
        post(id, unit);
        belongs(id, unit, "ADMINISTRATIVE");
        admin().body(Map.of("person", id, "role", "MEMBER", "unit", unit))
                .post("/role-grants")
                .then()
                .statusCode(201);
        as(account(id))
                .queryParam("download", true)
                .get("/me/record")
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("attachment"))
                .header("Cache-Control", equalTo("no-store"))
                .body("person.id", equalTo(id))
                .body("person.birthDate", equalTo("1980-**-**"))
                .body(not(containsString(number)))
                .body("posts.unit", contains(unit.toString()))
                .body("memberships.unit", contains(unit.toString()))
                .body("grants.role", contains("MEMBER"))
                .body("accounts", hasSize(1));
        as(unique("citizen").replace(' ', '-')).get("/me/record").then().statusCode(403);
    }

    @Test
    void aPersonSeesWhoLookedAndWhatFor() {
        var number = number();
        var id = person(named(unique("Nông Thị Hoa"), "identityNumber", number));
        var reader = person(unique("Bế Văn Khánh"));
        admin().body(Map.of("person", reader, "role", "STANDING_AGENCY"))
                .post("/role-grants")
                .then()
                .statusCode(201);
        var looking = account(reader);
        as(looking)
                .queryParam("purpose", "Thẩm định hồ sơ")
                .get("/persons/{id}", id)
                .then()
                .statusCode(200);
        admin().body(Map.of("identityNumber", number))
                .post("/persons/search-by-identity")
                .then()
                .statusCode(200);
        var mine = account(id);
        as(mine).get("/me/record").then().statusCode(200);
        as(mine).get("/me/record/reads")
                .then()
                .statusCode(200)
                .body("items.what", contains("IDENTITY_SEARCH", "RECORD"))
                .body("items[1].reader", equalTo(reader))
                .body("items[1].purpose", equalTo("Thẩm định hồ sơ"))
                .body("next", nullValue());
        // a record without anything sealed leaves no trace
        var plain = person(unique("Ai đó"));
        get("/persons/{id}", plain).statusCode(200);
        as(account(plain)).get("/me/record/reads").then().body("items", hasSize(0));
    }

    @Test
    void aRequestIsMadeSeenByTheOwnOfficersAndAnswered() {
        var unit = unitUnder(root("ADMINISTRATIVE"), unique("Xã"));
        var id = person(unique("Nông Thị Hoa"));
        post(id, unit);
        var mine = account(id);
        var wish = "Năm sinh đúng là 1980, mã " + unique("bí mật");
        String request = as(mine).body(Map.of("wish", wish))
                .post("/me/correction-requests")
                .then()
                .statusCode(201)
                .body("status", equalTo("OPEN"))
                .extract()
                .path("id");
        assertThat(query("SELECT t::text FROM correction_request t WHERE id = ?", UUID.fromString(request)))
                .doesNotContain("Năm sinh");
        assertThat(query("SELECT after::text FROM audit_entry WHERE entity_id = ?", UUID.fromString(request)))
                .doesNotContain("Năm sinh");
        var officer = unique("officer").replace(' ', '-');
        caller(officer, "EMULATION_OFFICER", unit)
                .queryParam("status", "OPEN")
                .get("/correction-requests")
                .then()
                .statusCode(200)
                .body("items.id", contains(request));
        as(officer).get("/correction-requests/{id}", request).then().body("wish", equalTo(wish));
        var stranger = unique("officer").replace(' ', '-');
        caller(stranger, "EMULATION_OFFICER", unitUnder(root("ADMINISTRATIVE"), unique("Xã")))
                .get("/correction-requests/{id}", request)
                .then()
                .statusCode(404);
        as(stranger).get("/correction-requests").then().body("items.id", not(hasItem(request)));
        var answer = Map.of("answer", "Đã sửa");
        as(officer)
                .body(answer)
                .post("/correction-requests/{id}/accept", request)
                .then()
                .statusCode(428);
        as(officer)
                .header("If-Match", "\"0\"")
                .body(answer)
                .post("/correction-requests/{id}/accept", request)
                .then()
                .statusCode(200)
                .body("status", equalTo("ACCEPTED"));
        as(officer)
                .header("If-Match", "*")
                .body(answer)
                .post("/correction-requests/{id}/decline", request)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:lantoa:problem:correction-request-closed"));
        as(mine).get("/me/correction-requests")
                .then()
                .body("items.answer", contains("Đã sửa"))
                .body("items.wish", contains(wish));
        // erased with the person's key
        act(id, "erase", Map.of("reason", "Theo yêu cầu")).then().statusCode(200);
        as(officer)
                .get("/correction-requests/{id}", request)
                .then()
                .statusCode(200)
                .body("wish", nullValue());
    }

    @Test
    void aRequestIsWithdrawnByWhoMadeItOnly() {
        var mine = account(person(unique("Nông")));
        String request = as(mine).body(Map.of("wish", "Sửa tên đệm"))
                .post("/me/correction-requests")
                .then()
                .extract()
                .path("id");
        as(account(person(unique("Khác"))))
                .header("If-Match", "*")
                .post("/me/correction-requests/{id}/withdraw", request)
                .then()
                .statusCode(404);
        as(mine).header("If-Match", "*")
                .post("/me/correction-requests/{id}/withdraw", request)
                .then()
                .statusCode(200)
                .body("status", equalTo("WITHDRAWN"));
    }
}
