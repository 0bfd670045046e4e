package vn.lantoa.units.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static vn.lantoa.units.UnitsFixture.admin;
import static vn.lantoa.units.UnitsFixture.caller;
import static vn.lantoa.units.UnitsFixture.get;
import static vn.lantoa.units.UnitsFixture.query;
import static vn.lantoa.units.UnitsFixture.root;
import static vn.lantoa.units.UnitsFixture.unique;
import static vn.lantoa.units.UnitsFixture.unitUnder;
import static vn.lantoa.units.person.PersonFixture.act;
import static vn.lantoa.units.person.PersonFixture.correct;
import static vn.lantoa.units.person.PersonFixture.found;
import static vn.lantoa.units.person.PersonFixture.merge;
import static vn.lantoa.units.person.PersonFixture.named;
import static vn.lantoa.units.person.PersonFixture.number;
import static vn.lantoa.units.person.PersonFixture.person;
import static vn.lantoa.units.person.PersonFixture.register;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lantoa.testsupport.LanToaServices;

@QuarkusTest
@WithTestResource(LanToaServices.class)
class PersonErasureTest {
    private static final Map<String, String> BECAUSE = Map.of("reason", "Theo yêu cầu của người có dữ liệu");

    @Test
    void erasingTakesKeyAndHashAndLeavesIdAndName() {
        var number = number();
        var tag = unique("ex").replace(" ", "");
        var name = "Nông Thị Hoa " + unique("");
        var id = person(named(
                name,
                "identityNumber",
                number,
                "birthDate",
                "1980-05-19",
                "ethnicGroup",
                "TAY",
                "otherNames",
                List.of(Map.of("name", "Tên cũ " + tag, "kind", "FORMER"))));
        var uuid = UUID.fromString(id);
        act(id, "erase", BECAUSE).then().statusCode(200).body("erasedAt", notNullValue());
        get("/persons/{id}", id)
                .statusCode(200)
                .body("name", equalTo(name.strip()))
                .body("birthDate", nullValue())
                .body("identityNumber", nullValue())
                .body("ethnicGroup", nullValue())
                .body("otherNames", hasSize(0));
        assertThat(query("SELECT count(*) FROM person_key WHERE person = ? AND wrapped IS NOT NULL", uuid))
                .isEqualTo("0");
        assertThat(query("SELECT count(*) FROM person_sealed WHERE person = ?", uuid))
                .isEqualTo("0");
        assertThat(found(tag)).isEmpty();
        assertThat(query("SELECT count(*) FROM audit_entry WHERE entity_id = ?", uuid))
                .isEqualTo("2");
        admin().body(Map.of("identityNumber", number))
                .post("/persons/search-by-identity")
                .then()
                .body("items", hasSize(0));
        // the number may be entered again, for another record
        register(named("Người khác", "identityNumber", number)).then().statusCode(201);
        assertThat(query(
                        "SELECT count(*) FROM (SELECT type, subject::text FROM outbox UNION ALL SELECT type, subject::text FROM event_log) e WHERE subject = ? AND type = 'vn.lantoa.units.person.erased.v1'",
                        id))
                .isEqualTo("1");
    }

    @Test
    void nothingMoreIsWrittenAboutWhomWasErased() {
        var id = person(named(unique("Nông"), "birthDate", "1980-05-19"));
        act(id, "erase", BECAUSE).then().statusCode(200);
        act(id, "erase", BECAUSE).then().statusCode(409).body("type", equalTo("urn:lantoa:problem:person-erased"));
        correct(id, Map.of("birthDate", "1980-05-19")).then().statusCode(409);
        merge(id, person(unique("Khác"))).then().statusCode(409);
    }

    @Test
    void allRecordsOfAPersonAreErasedTogether() {
        var stays = person(named(unique("Ở"), "birthDate", "1980-05-19"));
        var goes = person(named(unique("Đi"), "birthDate", "1980-05-19"));
        merge(goes, stays).then().statusCode(200);
        act(goes, "erase", BECAUSE).then().statusCode(409).body("type", equalTo("urn:lantoa:problem:person-merged"));
        act(stays, "erase", BECAUSE).then().statusCode(200);
        assertThat(query(
                        "SELECT count(*) FROM person_key WHERE person IN (?, ?) AND wrapped IS NOT NULL",
                        UUID.fromString(stays),
                        UUID.fromString(goes)))
                .isEqualTo("0");
    }

    @Test
    void onlyWhoKeepsTheRegisterErases() {
        var id = person(unique("Nông"));
        caller(
                        unique("officer").replace(' ', '-'),
                        "EMULATION_OFFICER",
                        unitUnder(root("ADMINISTRATIVE"), unique("Xã")))
                .header("If-Match", "*")
                .body(BECAUSE)
                .post("/persons/{id}/erase", id)
                .then()
                .statusCode(403);
        admin().body(BECAUSE).post("/persons/{id}/erase", id).then().statusCode(428);
    }
}
