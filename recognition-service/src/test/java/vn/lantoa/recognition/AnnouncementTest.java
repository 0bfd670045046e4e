package vn.lantoa.recognition;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.recognition.World.Province;
import vn.lantoa.testsupport.LanToaServices;
import vn.lantoa.testsupport.Person;

/** What this service knows is said again for those who build their replica anew. */
@QuarkusTest
@WithTestResource(LanToaServices.class)
class AnnouncementTest {
    private static final String PATH = "/admin/announcements";
    private static final LocalDate PROPOSED = LocalDate.of(2025, 6, 2);

    @Inject
    World world;

    Province province;
    Person administrator;

    @BeforeEach
    void aProvince() {
        province = world.province();
        world.post(province.leader(), province.commune(), "COMMUNE_CHAIR");
        administrator = world.somebody("Triệu Văn Trị", "ADMINISTRATOR", null);
    }

    @Test
    void nominationDecisionAndAwardAreAnnouncedAsTheyAreWithoutAStep() {
        var nomination = province.accepted(province.commendation("GK_XA", province.commune(), PROPOSED));
        var decision = province.draftDecision("GK_XA", province.commune(), nomination);
        var signed = province.signs(province.leader(), decision, "11/QĐ-UBND", "2025-06-30");
        signed.then().statusCode(200);
        String award = signed.path("awards[0].award");

        announce(Map.of("kind", "nomination", "id", nomination)).then().statusCode(202);
        announce(Map.of("kind", "decision", "id", decision)).then().statusCode(202);
        announce(Map.of("kind", "award", "id", award))
                .then()
                .statusCode(202)
                .body("announced", equalTo(1))
                .body("next", nullValue());

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> feed(award).then().body("items.aggregateversion", contains(1, 1)));
        var told = feed(award).then().extract().jsonPath();
        feed(award)
                .then()
                .body("items[1].announcement", equalTo(true))
                .body("items[1].data.change.act", equalTo("announce"))
                .body("items[1].data.state", equalTo(told.getMap("items[0].data.state")));
        feed(decision)
                .then()
                .body("items.aggregateversion", contains(1, 2, 2))
                .body("items[2].type", equalTo("vn.lantoa.recognition.decision.signed.v1"))
                .body("items[2].data.state.nominations", contains(nomination));
        feed(nomination)
                .then()
                .body("items", hasSize(6))
                .body("items[5].aggregateversion", equalTo(5))
                .body("items[5].announcement", equalTo(true))
                .body("items[5].type", equalTo("vn.lantoa.recognition.nomination.decided.v1"));
    }

    @Test
    void aKindIsAnnouncedInSteps() {
        var before = World.newId();
        var ids = List.of(
                province.drafted(province.commendation("GK_XA", province.commune(), PROPOSED)),
                province.drafted(province.commendation("GK_XA", province.commune(), PROPOSED.minusYears(1))),
                province.drafted(province.commendation("GK_XA", province.commune(), PROPOSED.minusYears(2))));

        announce(Map.of("kind", "nomination", "after", before, "limit", 2))
                .then()
                .statusCode(202)
                .body("announced", equalTo(2))
                .body("next", equalTo(ids.get(1)));
        announce(Map.of("kind", "nomination", "after", ids.get(1), "limit", 2))
                .then()
                .statusCode(202)
                .body("announced", equalTo(1))
                .body("next", nullValue());

        for (var id : ids) {
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> feed(id).then().body("items.aggregateversion", contains(1, 1)));
        }
    }

    @Test
    void whatIsNotThereIsNotAnnounced() {
        announce(Map.of("kind", "festival"))
                .then()
                .statusCode(422)
                .body("type", endsWith(":unknown-announcement-kind"))
                .body("errors[0].detail", containsString("award, decision, nomination"));
        announce(Map.of("kind", "award", "id", UUID.randomUUID()))
                .then()
                .statusCode(404)
                .body("type", endsWith(":nothing-to-announce"));
    }

    @Test
    void onlyWhoMayDoItEverywhereOperatesTheService() {
        var body = Map.of("kind", "nomination", "id", UUID.randomUUID());
        var ofOneUnit = world.somebody("Bế Thị Trị", "ADMINISTRATOR", province.department());
        for (var person : List.of(province.officer(), province.agency(), ofOneUnit)) {
            person.posts(PATH, body).then().statusCode(403);
            person.calls().get("/admin/dead-letters").then().statusCode(403);
            person.calls().post("/admin/dead-letters/1/replay").then().statusCode(403);
        }
        given().basePath("/api/recognition/v1")
                .contentType("application/json")
                .body(body)
                .post(PATH)
                .then()
                .statusCode(401);
        administrator.calls().get("/admin/dead-letters").then().statusCode(200);
    }

    private Response announce(Map<String, ?> body) {
        return administrator
                .calls()
                .header("Idempotency-Key", UUID.randomUUID())
                .body(body)
                .post(PATH);
    }

    private Response feed(String subject) {
        return administrator.calls().queryParam("subject", subject).get("/events");
    }
}
