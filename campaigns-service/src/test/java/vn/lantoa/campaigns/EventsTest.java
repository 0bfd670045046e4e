package vn.lantoa.campaigns;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.campaigns.World.Province;
import vn.lantoa.testsupport.LanToaServices;
import vn.lantoa.testsupport.Person;

/** What others are told, over the feed that carries the same events as Kafka. */
@QuarkusTest
@WithTestResource(LanToaServices.class)
class EventsTest {
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
    void eachActOfACampaignIsOneStep() {
        var id = province.submittedCampaign();
        province.leader()
                .acts("/campaigns/" + id, "return", Map.of("reason", "Thiếu căn cứ"))
                .then()
                .statusCode(200);
        province.officer().acts("/campaigns/" + id, "submit").then().statusCode(200);
        province.leader().acts("/campaigns/" + id, "approve").then().statusCode(200);
        province.leader().acts("/campaigns/" + id, "launch").then().statusCode(200);
        province.leader().acts("/campaigns/" + id, "close").then().statusCode(200);

        await().untilAsserted(() -> feed(id).then().statusCode(200).body("items", hasSize(7)));
        feed(id).then()
                .body("items.aggregateversion", contains(1, 2, 3, 4, 5, 6, 7))
                .body(
                        "items.type",
                        contains(
                                "vn.lantoa.campaigns.campaign.drafted.v1",
                                "vn.lantoa.campaigns.campaign.submitted.v1",
                                "vn.lantoa.campaigns.campaign.drafted.v1",
                                "vn.lantoa.campaigns.campaign.submitted.v1",
                                "vn.lantoa.campaigns.campaign.approved.v1",
                                "vn.lantoa.campaigns.campaign.launched.v1",
                                "vn.lantoa.campaigns.campaign.closed.v1"))
                .body("items[2].data.change.reason", equalTo("Thiếu căn cứ"))
                .body("items[6].data.state.status", equalTo("CLOSED"))
                .body(
                        "items[6].data.state.organiser",
                        equalTo(province.department().toString()));
    }

    @Test
    void eachActOfARegistrationIsOneStep() {
        var id = province.confirmedRegistration();
        province.officer()
                .posts("/registrations/" + id + "/reviews", Map.of("outcome", "MET"))
                .then()
                .statusCode(201);

        await().untilAsserted(() -> feed(id).then().statusCode(200).body("items", hasSize(4)));
        feed(id).then()
                .body("items.aggregateversion", contains(1, 2, 3, 4))
                .body("items[3].type", equalTo("vn.lantoa.campaigns.registration.reviewed.v1"))
                .body("items[3].data.state.outcome", equalTo("MET"))
                .body("items[3].data.state.titlesAimedAt", contains("LDTT", "CSTDCS"))
                .body(
                        "items[3].data.state.person",
                        equalTo(province.member().id().toString()));
    }

    @Test
    void aResponseIsTold() {
        String id = province.officer()
                .posts(
                        "/campaigns/" + province.launchedCampaign() + "/responses",
                        Map.of("unit", province.department()))
                .path("id");

        await().untilAsserted(() -> feed(id).then().statusCode(200).body("items", hasSize(1)));
        feed(id).then()
                .body("items[0].type", equalTo("vn.lantoa.campaigns.response.given.v1"))
                .body("items[0].data.state.unit", equalTo(province.department().toString()));
    }

    @Test
    void aRefusedActTellsNothing() {
        var id = province.draftCampaign();
        province.leader().acts("/campaigns/" + id, "launch").then().statusCode(409);
        province.officer().acts("/campaigns/" + id, "submit").then().statusCode(200);

        await().untilAsserted(() -> feed(id).then().statusCode(200).body("items", hasSize(2)));
        feed(id).then().body("items.aggregateversion", contains(1, 2));
    }

    private io.restassured.response.Response feed(String subject) {
        return administrator.calls().queryParam("subject", subject).get("/events");
    }
}
