package vn.lantoa.campaigns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lantoa.campaigns.World.Province;
import vn.lantoa.testsupport.LanToaServices;
import vn.lantoa.testsupport.Tokens;

@QuarkusTest
@WithTestResource(LanToaServices.class)
class CampaignActsTest {
    @TestHTTPResource
    URI campaigns;

    @Inject
    World world;

    Province province;

    @BeforeEach
    void aProvince() {
        province = world.province();
    }

    @Test
    void aSubmittedCampaignIsReturnedWithAReason() {
        var path = "/campaigns/" + province.submittedCampaign();

        province.leader().acts(path, "return", Map.of("reason", " ")).then().statusCode(400);
        province.leader()
                .acts(path, "return", Map.of("reason", "Chưa nêu căn cứ pháp lý"))
                .then()
                .statusCode(200)
                .body("status", equalTo("DRAFT"));
        province.officer().calls().get(path + "/timeline").then().body("reason", hasItem("Chưa nêu căn cứ pháp lý"));
        province.officer().acts(path, "submit").then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "DRAFT, approve, campaign-not-submitted",
        "DRAFT, return, campaign-not-submitted",
        "DRAFT, launch, campaign-not-approved",
        "DRAFT, close, campaign-not-launched",
        "SUBMITTED, submit, campaign-not-draft",
        "SUBMITTED, launch, campaign-not-approved",
        "SUBMITTED, close, campaign-not-launched",
        "APPROVED, submit, campaign-not-draft",
        "APPROVED, return, campaign-not-submitted",
        "APPROVED, approve, campaign-not-submitted",
        "APPROVED, close, campaign-not-launched",
        "LAUNCHED, submit, campaign-not-draft",
        "LAUNCHED, return, campaign-not-submitted",
        "LAUNCHED, approve, campaign-not-submitted",
        "LAUNCHED, launch, campaign-not-approved",
        "CLOSED, submit, campaign-not-draft",
        "CLOSED, return, campaign-not-submitted",
        "CLOSED, approve, campaign-not-submitted",
        "CLOSED, launch, campaign-not-approved",
        "CLOSED, close, campaign-not-launched",
    })
    void anIllegalTransitionIsAConflict(String status, String act, String problem) {
        var path = "/campaigns/" + campaignIn(status);
        var who = act.equals("submit") ? province.officer() : province.leader();
        var answer = act.equals("return") ? who.acts(path, act, Map.of("reason", "Thiếu căn cứ")) : who.acts(path, act);

        answer.then().statusCode(409).body("type", equalTo("urn:lantoa:problem:" + problem));
    }

    @ParameterizedTest
    @CsvSource({"SUBMITTED, approve", "APPROVED, launch", "LAUNCHED, close"})
    void actsOfALeaderAreNotAnOfficers(String status, String act) {
        province.officer().acts("/campaigns/" + campaignIn(status), act).then().statusCode(403);
    }

    @Test
    void aLeaderActsForTheOwnUnitOnly() {
        var elsewhere = world.somebody("Lý Văn Xa", "LEADER", province.other());

        elsewhere
                .acts("/campaigns/" + province.submittedCampaign(), "approve")
                .then()
                .statusCode(403)
                .body("type", endsWith(":outside-your-units"));
    }

    @Test
    void aLaunchIsNotInTheFutureAndAClosingNotBeforeIt() {
        var path = "/campaigns/" + province.approvedCampaign();
        province.leader()
                .acts(path, "launch", Map.of("launchedOn", "2999-01-01"))
                .then()
                .statusCode(422)
                .body("type", endsWith(":date-in-future"));
        province.leader()
                .acts(path, "launch", Map.of("launchedOn", "2026-02-01"))
                .then()
                .statusCode(200);

        province.leader()
                .acts(path, "close", Map.of("closedOn", "2026-01-31"))
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/closedOn"));
    }

    @Test
    void anActThatNeedsNoBodyNeedsNoContentTypeEither() throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            for (var act : List.of("launch", "close")) {
                var path = "/campaigns/" + campaignIn(act.equals("launch") ? "APPROVED" : "LAUNCHED") + "/" + act;
                var request = HttpRequest.newBuilder(campaigns.resolve("/api/campaigns/v1" + path))
                        .header(
                                "Authorization",
                                "Bearer " + Tokens.of(province.leader().subject()))
                        .header("If-Match", "*")
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build();
                var response = client.send(request, HttpResponse.BodyHandlers.ofString());
                assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            }
        }
    }

    @Test
    void whatMayBeDoneIsToldWithItsReasons() {
        var path = "/campaigns/" + province.submittedCampaign() + "/allowed-actions";

        province.leader()
                .calls()
                .get(path)
                .then()
                .statusCode(200)
                .body("items.find { it.action == 'approve' }.allowed", equalTo(true))
                .body("items.find { it.action == 'launch' }.reason", equalTo("campaign-not-approved"))
                .body("items.find { it.action == 'revise' }.reason", equalTo("outside-your-units"));
    }

    @Test
    void whoeverComesSecondIsTooLate() {
        var path = "/campaigns/" + province.submittedCampaign();
        var tag = province.leader().calls().get(path).header("ETag");
        province.leader()
                .calls()
                .header("If-Match", tag)
                .post(path + "/approve")
                .then()
                .statusCode(200);

        province.leader()
                .calls()
                .header("If-Match", tag)
                .body(Map.of("reason", "Thiếu căn cứ"))
                .post(path + "/return")
                .then()
                .statusCode(412);
    }

    @Test
    void anActIsRepeatedWithoutHarmUnderItsKey() {
        var path = "/campaigns/" + province.submittedCampaign();
        var key = World.newId();
        var first = approve(path, key);
        var second = approve(path, key);

        first.then().statusCode(200);
        second.then().statusCode(200).body("version", equalTo(first.path("version")));
        org.assertj.core.api.Assertions.assertThat(second.asString()).isEqualTo(first.asString());
        province.officer()
                .calls()
                .get(path + "/timeline")
                .then()
                .body("act", equalTo(List.of("draft", "submit", "approve")));
    }

    private io.restassured.response.Response approve(String path, String key) {
        return province.leader()
                .calls()
                .header("If-Match", "\"1\"")
                .header("Idempotency-Key", key)
                .post(path + "/approve");
    }

    private String campaignIn(String status) {
        return switch (status) {
            case "DRAFT" -> province.draftCampaign();
            case "SUBMITTED" -> province.submittedCampaign();
            case "APPROVED" -> province.approvedCampaign();
            case "LAUNCHED" -> province.launchedCampaign();
            default -> province.closedCampaign();
        };
    }
}
