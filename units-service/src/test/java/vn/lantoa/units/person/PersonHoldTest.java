package vn.lantoa.units.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static vn.lantoa.units.UnitsFixture.admin;
import static vn.lantoa.units.UnitsFixture.caller;
import static vn.lantoa.units.UnitsFixture.query;
import static vn.lantoa.units.UnitsFixture.root;
import static vn.lantoa.units.UnitsFixture.unique;
import static vn.lantoa.units.UnitsFixture.unitUnder;
import static vn.lantoa.units.person.PersonFixture.act;
import static vn.lantoa.units.person.PersonFixture.merge;
import static vn.lantoa.units.person.PersonFixture.named;
import static vn.lantoa.units.person.PersonFixture.person;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lantoa.testsupport.LanToaServices;

@QuarkusTest
@WithTestResource(LanToaServices.class)
class PersonHoldTest {
    private static final Map<String, String> BECAUSE = Map.of("reason", "Theo yêu cầu của người có dữ liệu");
    private static final Map<String, String> HOLD =
            Map.of("document", "Thông báo thụ lý 12/TB-TTr", "reason", "Đang giải quyết khiếu nại");

    private static String held(String person) {
        return admin().body(HOLD)
                .post("/persons/{id}/holds", person)
                .then()
                .statusCode(201)
                .body("reason", equalTo("Đang giải quyết khiếu nại"))
                .extract()
                .path("id");
    }

    @Test
    void whoIsOnHoldIsNotErasedUntilItIsLifted() {
        var id = person(named(unique("Nông"), "birthDate", "1980-05-19"));
        var hold = held(id);
        assertThat(query("SELECT h::text FROM person_hold h WHERE id = ?", UUID.fromString(hold)))
                .doesNotContain("khiếu nại");
        act(id, "erase", BECAUSE).then().statusCode(409).body("type", equalTo("urn:lantoa:problem:person-on-hold"));
        assertThat(query(
                        "SELECT count(*) FROM person_key WHERE person = ? AND wrapped IS NOT NULL",
                        UUID.fromString(id)))
                .isEqualTo("1");
        admin().get("/persons/{id}/allowed-actions", id)
                .then()
                .body("items.find { it.action == 'person.erase' }.reason", equalTo("person-on-hold"));
        var lift = Map.of("reason", "Đã giải quyết xong");
        admin().body(lift)
                .post("/persons/{id}/holds/{hold}/lift", id, hold)
                .then()
                .statusCode(428);
        admin().header("If-Match", "\"0\"")
                .body(lift)
                .post("/persons/{id}/holds/{hold}/lift", id, hold)
                .then()
                .statusCode(200)
                .body("liftedAt", notNullValue());
        admin().header("If-Match", "*")
                .body(lift)
                .post("/persons/{id}/holds/{hold}/lift", id, hold)
                .then()
                .statusCode(409);
        act(id, "erase", BECAUSE).then().statusCode(200);
        admin().body(HOLD)
                .post("/persons/{id}/holds", id)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:lantoa:problem:person-erased"));
    }

    @Test
    void aHoldOnAMergedRecordHoldsThePerson() {
        var stays = person(unique("Ở"));
        var goes = person(unique("Đi"));
        held(goes);
        merge(goes, stays).then().statusCode(200);
        act(stays, "erase", BECAUSE).then().statusCode(409).body("type", equalTo("urn:lantoa:problem:person-on-hold"));
    }

    @Test
    void holdsConcernTheWholeRegister() {
        var id = person(unique("Nông"));
        var hold = held(id);
        var officer = unique("officer").replace(' ', '-');
        caller(officer, "ADMINISTRATOR", unitUnder(root("ADMINISTRATIVE"), unique("Xã")))
                .body(HOLD)
                .post("/persons/{id}/holds", id)
                .then()
                .statusCode(403);
        admin().get("/persons/{id}/holds", id).then().statusCode(200).body("items.id", contains(hold));
        var other = person(unique("Khác"));
        admin().header("If-Match", "*")
                .body(Map.of("reason", "x"))
                .post("/persons/{id}/holds/{hold}/lift", other, hold)
                .then()
                .statusCode(404);
    }
}
