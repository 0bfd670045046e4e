package vn.lantoa.campaigns;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.campaigns.World.Province;
import vn.lantoa.testsupport.LanToaServices;
import vn.lantoa.testsupport.Person;

/** What this service knows is said again for those who build their replica anew; what it could not apply is shown. */
@QuarkusTest
@WithTestResource(LanToaServices.class)
class AnnouncementTest {
    private static final String ANNOUNCEMENTS = "/admin/announcements";
    private static final String DEAD_LETTERS = "/admin/dead-letters";

    @Inject
    World world;

    Province province;
    Person administrator;

    @BeforeEach
    void aProvince() {
        province = world.province();
        administrator = world.somebody("Triệu Văn Trị", "ADMINISTRATOR", null);
    }

    @Test
    void oneIsAnnouncedAsItIsWithoutAStep() {
        var id = province.submittedCampaign();

        announce(Map.of("kind", "campaign", "id", id))
                .then()
                .statusCode(202)
                .body("kind", equalTo("campaign"))
                .body("announced", equalTo(1))
                .body("next", nullValue());

        await().untilAsserted(() -> feed(id).then().body("items", hasSize(3)));
        feed(id).then()
                .body("items.aggregateversion", contains(1, 2, 2))
                .body("items[2].type", equalTo("vn.lantoa.campaigns.campaign.submitted.v1"))
                .body("items[2].announcement", equalTo(true))
                .body("items[2].data.change.act", equalTo("announce"))
                .body("items[2].data.state.status", equalTo("SUBMITTED"))
                .body("items[2].data.state.title", equalTo("Dân vận khéo"));
        province.leader().acts("/campaigns/" + id, "approve").then().statusCode(200);
        await().untilAsserted(() -> feed(id).then().body("items.aggregateversion", contains(1, 2, 2, 3)));
    }

    @Test
    void aKindIsAnnouncedInSteps() {
        var before = World.newId();
        var ids = List.of(province.draftCampaign(), province.draftCampaign(), province.draftCampaign());

        var first = announce(Map.of("kind", "campaign", "after", before, "limit", 2));
        first.then().statusCode(202).body("announced", equalTo(2)).body("next", equalTo(ids.get(1)));
        announce(Map.of("kind", "campaign", "after", first.path("next"), "limit", 2))
                .then()
                .statusCode(202)
                .body("announced", equalTo(1))
                .body("next", nullValue());

        for (var id : ids) {
            await().untilAsserted(() -> feed(id).then().body("items.aggregateversion", contains(1, 1)));
        }
    }

    @Test
    void registrationsAndResponsesAreAnnouncedToo() {
        var registration = province.confirmedRegistration();
        String response = province.officer()
                .posts(
                        "/campaigns/" + province.launchedCampaign() + "/responses",
                        Map.of("unit", province.department(), "targets", List.of(target(), target())))
                .path("id");

        announce(Map.of("kind", "registration", "id", registration)).then().statusCode(202);
        announce(Map.of("kind", "response", "id", response)).then().statusCode(202);

        await().untilAsserted(() -> feed(registration).then().body("items.aggregateversion", contains(1, 2, 3, 3)));
        feed(registration)
                .then()
                .body("items[3].type", equalTo("vn.lantoa.campaigns.registration.confirmed.v1"))
                .body("items[3].data.state.titlesAimedAt", contains("LDTT", "CSTDCS"));
        await().untilAsserted(() -> feed(response).then().body("items.aggregateversion", contains(1, 1)));
        feed(response)
                .then()
                .body("items[1].data.state.targets", equalTo(2))
                .body("items[1].data.state.unit", equalTo(province.department().toString()));
    }

    @Test
    void whatIsNotThereIsNotAnnounced() {
        announce(Map.of("kind", "festival"))
                .then()
                .statusCode(422)
                .body("type", endsWith(":unknown-announcement-kind"))
                .body("errors[0].pointer", equalTo("/kind"))
                .body("errors[0].detail", containsString("campaign, registration, response"));
        announce(Map.of("kind", "campaign", "id", UUID.randomUUID()))
                .then()
                .statusCode(404)
                .body("type", endsWith(":nothing-to-announce"));
        announce(Map.of("kind", "campaign", "limit", 201)).then().statusCode(400);
    }

    @Test
    void onlyWhoMayDoItEverywhereOperatesTheService() {
        var body = Map.of("kind", "campaign", "id", province.draftCampaign());
        var ofOneUnit = world.somebody("Bế Thị Trị", "ADMINISTRATOR", province.department());

        for (var person : List.of(province.officer(), province.leader(), ofOneUnit)) {
            person.posts(ANNOUNCEMENTS, body).then().statusCode(403);
            person.calls().get(DEAD_LETTERS).then().statusCode(403);
            person.calls().post(DEAD_LETTERS + "/1/replay").then().statusCode(403);
        }
        anonymous().body(body).post(ANNOUNCEMENTS).then().statusCode(401);
        anonymous().get(DEAD_LETTERS).then().statusCode(401);
        anonymous().post(DEAD_LETTERS + "/1/replay").then().statusCode(401);
    }

    @Test
    void anAdministratorListsDeadLetters() {
        administrator
                .calls()
                .queryParam("total", true)
                .get(DEAD_LETTERS)
                .then()
                .statusCode(200)
                .body("keySet()", hasItems("items", "next", "total"));
        administrator
                .calls()
                .post(DEAD_LETTERS + "/999999999/replay")
                .then()
                .statusCode(404)
                .body("type", endsWith(":unknown-dead-letter"));
    }

    private Response announce(Map<String, ?> body) {
        return administrator
                .calls()
                .header("Idempotency-Key", UUID.randomUUID())
                .body(body)
                .post(ANNOUNCEMENTS);
    }

    private Response feed(String subject) {
        return administrator.calls().queryParam("subject", subject).get("/events");
    }

    private static Map<String, Object> target() {
        return Map.of("name", "Mô hình mới", "unitOfMeasure", "mô hình", "value", 1);
    }

    private static io.restassured.specification.RequestSpecification anonymous() {
        return given().basePath("/api/campaigns/v1").contentType("application/json");
    }
}
