package vn.lantoa.recognition;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.events.Act;
import vn.lantoa.events.units.PersonMerged;
import vn.lantoa.events.units.PersonState;
import vn.lantoa.events.units.PersonUnmerged;
import vn.lantoa.recognition.World.Province;
import vn.lantoa.testsupport.LanToaServices;

/** Two records of one person were merged in units-service: what is known here of either is known of both. */
@QuarkusTest
@WithTestResource(LanToaServices.class)
class MergedPersonTest {
    private static final Act ACT = new Act("person.merge", Instant.now(), null, "Một người hai hồ sơ");

    @Inject
    World world;

    @Inject
    TestUnits units;

    Province province;
    UUID stays;

    @BeforeEach
    void aProvince() {
        province = world.province();
        stays = units.person("Nông Thị Thơ");
    }

    @Test
    void factsAndAwardsOfEitherRecordAreThePersons() {
        province.rated("HTT", 2024);
        units.holds(province.worker(), province.department(), "LDTT", 2021);
        facts(stays).body("items", hasSize(0));

        merged(province.worker(), 2);

        for (var id : List.of(stays, province.worker())) {
            facts(id).body("items.content.rating", contains("HTT"));
            awards(id).body("total", equalTo(1));
            eligible(id).body("verdict", equalTo("MET"));
        }

        unmerged(province.worker(), 3);

        facts(stays).body("items", hasSize(0));
        facts(province.worker()).body("items", hasSize(1));
    }

    @Test
    void rightsOfTheMergedRecordAreThePersons() {
        var officer = world.somebody("Bế Văn Cán", "EMULATION_OFFICER", province.root());
        var other = world.somebody("Bế Văn Cán", "MEMBER", province.commune());
        other.calls().get("/facts").then().statusCode(403);

        units.hear(new PersonMerged(officer.id(), ACT, new PersonState(officer.id(), officer.name(), other.id())), 2);

        // a second account of the person now has what the first one's record was granted
        other.calls().get("/facts").then().statusCode(200);
        officer.calls().get("/facts").then().statusCode(200);
    }

    @Test
    void whoHasAnotherRecordIsStillTheOneProposed() {
        var id = province.drafted(province.proposal("LDTT"));
        province.officer().acts("/nominations/" + id, "submit").then().statusCode(200);
        units.hear(
                new PersonMerged(
                        province.worker(),
                        ACT,
                        new PersonState(
                                province.worker(),
                                "Nông Thị Thơ",
                                province.agency().id())),
                2);

        province.agency()
                .acts("/nominations/" + id, "receive")
                .then()
                .statusCode(403)
                .body("type", endsWith(":duty-excluded"))
                .body("detail", containsString("SUBJECT_ACTS_NOT"));
        province.agency()
                .posts("/facts/ratings", province.rating("HTXS", 2024))
                .then()
                .statusCode(403)
                .body("type", endsWith(":duty-excluded"))
                .body("detail", containsString("FACT_ABOUT_ONESELF"));
    }

    private void merged(UUID person, long version) {
        units.hear(new PersonMerged(person, ACT, new PersonState(person, "Nông Thị Thơ", stays)), version);
    }

    private void unmerged(UUID person, long version) {
        units.hear(new PersonUnmerged(person, ACT, new PersonState(person, "Nông Thị Thơ", null)), version);
    }

    private ValidatableResponse facts(UUID person) {
        return province.agency()
                .calls()
                .queryParam("person", person)
                .get("/facts")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse awards(UUID person) {
        return province.agency()
                .calls()
                .queryParam("person", person)
                .queryParam("total", true)
                .get("/awards")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse eligible(UUID person) {
        return province.agency()
                .calls()
                .queryParam("awardType", "LDTT")
                .queryParam("unit", province.department())
                .queryParam("person", person)
                .queryParam("year", 2024)
                .queryParam("asOf", "2025-01-31")
                .queryParam("statement", List.of("SPIRIT", "TAKES_PART"))
                .get("/eligibility")
                .then()
                .statusCode(200);
    }
}
