package vn.lantoa.units.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static vn.lantoa.units.UnitsFixture.admin;
import static vn.lantoa.units.UnitsFixture.caller;
import static vn.lantoa.units.UnitsFixture.root;
import static vn.lantoa.units.UnitsFixture.unique;
import static vn.lantoa.units.UnitsFixture.unitUnder;
import static vn.lantoa.units.person.PersonFixture.merge;
import static vn.lantoa.units.person.PersonFixture.named;
import static vn.lantoa.units.person.PersonFixture.person;
import static vn.lantoa.units.person.PersonFixture.post;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.lantoa.testsupport.LanToaServices;

@QuarkusTest
@WithTestResource(LanToaServices.class)
class DuplicatesTest {
    @Test
    void recordsOfOneNameAndBirthDateAreCandidates() {
        var name = unique("Đàm Thuý Nga");
        var one = person(named(name, "birthDate", "1971-03-02"));
        var two = person(named(name.replace("uý", "úy"), "birthDate", "1971-03-02"));
        person(named(name, "birthDate", "1971-03-03"));
        candidates(one)
                .body("items.second.id", contains(two))
                .body("items[0].reasons", contains("SAME_NAME", "SAME_BIRTH_DATE"))
                .body("items[0].score", equalTo(0.85f));
        merge(two, one).then().statusCode(200);
        candidates(one).body("items", hasSize(0));
    }

    @Test
    void aNameWrittenAlittleOtherwiseAndTheBirthDateAreEnough() {
        var tag = unique("Zu").replace(" ", "");
        var one = person(named("Nguyễn Thị Hồng " + tag, "birthDate", "1966-06-07"));
        var two = person(named("Nguyễn T Hồng " + tag, "birthDate", "1966-06-07"));
        candidates(one)
                .body("items.second.id", contains(two))
                .body("items[0].reasons", contains("SIMILAR_NAME", "SAME_BIRTH_DATE"));
    }

    @Test
    void recordsOfOneNameAtOneUnitAreCandidatesUntilSomebodyFoundThemDifferent() {
        var unit = unitUnder(root("ADMINISTRATIVE"), unique("Xã"));
        var name = unique("Hoàng Văn Thụ");
        var one = person(name);
        var two = person(name);
        person(name);
        post(one, unit);
        post(two, unit);
        candidates(one)
                .body("items.second.id", contains(two))
                .body("items[0].reasons", contains("SAME_NAME", "SAME_UNIT"));
        var body = Map.of("first", two, "second", one, "reason", "Hai anh em họ");
        admin().body(body).post("/person-duplicates/different").then().statusCode(200);
        admin().body(body)
                .post("/person-duplicates/different")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:lantoa:problem:pair-decided"));
        candidates(one).body("items", hasSize(0));
    }

    @Test
    void theWholeRegisterIsLookedThroughPageByPage() {
        var name = unique("Lục Thị Sen");
        var one = person(named(name, "birthDate", "1959-09-09"));
        var two = person(named(name, "birthDate", "1959-09-09"));
        var pairs = new ArrayList<String>();
        String cursor = null;
        do {
            var request = admin().queryParam("limit", 200);
            if (cursor != null) {
                request.queryParam("cursor", cursor);
            }
            var page = request.get("/person-duplicates").then().statusCode(200).extract();
            pairs.addAll(page.<java.util.List<String>>path("items.collect { it.first.id + ' ' + it.second.id }"));
            cursor = page.path("next");
        } while (cursor != null);
        assertThat(pairs).containsOnlyOnce(one + " " + two).doesNotContain(two + " " + one);
    }

    @Test
    void candidatesAreForWhoKeepsTheRegister() {
        caller(
                        unique("officer").replace(' ', '-'),
                        "EMULATION_OFFICER",
                        unitUnder(root("ADMINISTRATIVE"), unique("Xã")))
                .get("/person-duplicates")
                .then()
                .statusCode(403);
    }

    private static ValidatableResponse candidates(String person) {
        return admin().queryParam("person", person)
                .get("/person-duplicates")
                .then()
                .statusCode(200);
    }
}
