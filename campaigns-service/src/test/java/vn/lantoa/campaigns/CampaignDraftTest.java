package vn.lantoa.campaigns;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lantoa.campaigns.World.Province;
import vn.lantoa.testsupport.LanToaServices;

@QuarkusTest
@WithTestResource(LanToaServices.class)
class CampaignDraftTest {
    @Inject
    World world;

    @Inject
    TestUnits units;

    Province province;

    @BeforeEach
    void aProvince() {
        province = world.province();
    }

    @Test
    void withoutATokenNothingIsDrafted() {
        RestAssured.given()
                .basePath("/api/campaigns/v1")
                .contentType(ContentType.JSON)
                .body(Province.campaign(province.department()))
                .post("/campaigns")
                .then()
                .statusCode(401);
    }

    @Test
    void aMemberDraftsNoCampaign() {
        province.member()
                .posts("/campaigns", Province.campaign(province.department()))
                .then()
                .statusCode(403)
                .contentType("application/problem+json");
    }

    @Test
    void anOfficerDraftsForTheOwnSubtreeOnly() {
        province.otherOfficer()
                .posts("/campaigns", Province.campaign(province.department()))
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:lantoa:problem:outside-your-units"));
    }

    @Test
    void anUnknownOrganiserIsNotYetKnown() {
        province.officer()
                .posts("/campaigns", Province.campaign(UUID.fromString(World.newId())))
                .then()
                .statusCode(503)
                .header("Retry-After", equalTo("2"))
                .body("type", equalTo("urn:lantoa:problem:not-yet-known"));
    }

    @Test
    void aCodeIsTakenOnce() {
        var body = Province.campaign(province.department());
        province.officer().posts("/campaigns", body).then().statusCode(201);

        province.officer()
                .posts("/campaigns", body)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:lantoa:problem:campaign-code-taken"));
    }

    @Test
    void aClientBringsItsOwnIdOnce() {
        var body = Province.campaign(province.department());
        var id = World.newId();
        body.put("id", id);
        province.officer().posts("/campaigns", body).then().statusCode(201).body("id", equalTo(id));

        body.put("code", "PT-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT));
        province.officer()
                .posts("/campaigns", body)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:lantoa:problem:id-taken"));
    }

    @ParameterizedTest
    @CsvSource({
        "title, '', 400, /title",
        "code, 'mã thường', 400, /code",
        "endsOn, 2026-13-01, 400, /endsOn",
        "endsOn, 2025-12-31, 422, /endsOn",
        "organiser, 12, 400, /organiser",
        "id, 7b0a7bd3-7c1d-4a2c-9f5e-0d5a8c1b2e3f, 422, /id",
        "unheardOf, x, 400, /unheardOf",
    })
    void badInputIsPointedAt(String field, String value, int status, String pointer) {
        var body = Province.campaign(province.department());
        body.put(field, value);

        province.officer()
                .posts("/campaigns", body)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItem(pointer));
    }

    @ParameterizedTest
    @CsvSource({"kind, unknown-campaign-kind", "launchLevel, unknown-launch-level"})
    void codesStandInTheirLists(String field, String problem) {
        var body = Province.campaign(province.department());
        body.put(field, "NOWHERE");

        province.officer()
                .posts("/campaigns", body)
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:lantoa:problem:" + problem));
    }

    @Test
    void aTargetIsMeasurable() {
        var body = Province.campaign(province.department());
        body.put("targets", java.util.List.of(Map.of("name", "Mô hình mới", "unitOfMeasure", "mô hình", "value", -1)));

        province.officer()
                .posts("/campaigns", body)
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/targets/0/value"));
    }

    @Test
    void refusalsSpeakVietnameseOrEnglish() {
        var id = province.closedCampaign();

        province.leader()
                .acts("/campaigns/" + id, "launch")
                .then()
                .statusCode(409)
                .body("title", equalTo("Phong trào chưa được duyệt"))
                .body("detail", containsString("«Dân vận khéo»"));
        province.leader()
                .calls()
                .header("If-Match", "*")
                .header("Accept-Language", "en")
                .post("/campaigns/" + id + "/launch")
                .then()
                .statusCode(409)
                .body("title", equalTo("The campaign is not approved"));
    }

    @Test
    void aDraftIsRevisedByMergePatch() {
        var path = "/campaigns/" + province.draftCampaign();
        var patch = new HashMap<String, Object>();
        patch.put("title", "Nông dân sản xuất, kinh doanh giỏi");
        patch.put("endsOn", null);

        province.officer()
                .patches(path, "\"0\"", patch)
                .then()
                .statusCode(200)
                .header("ETag", startsWith("\"1"))
                .body("title", equalTo("Nông dân sản xuất, kinh doanh giỏi"))
                .body("endsOn", nullValue())
                .body("startsOn", equalTo("2026-01-01"));
    }

    @Test
    void aPatchOfAnUnknownFieldIsRefused() {
        province.officer()
                .patches("/campaigns/" + province.draftCampaign(), "*", Map.of("organiser", World.newId()))
                .then()
                .statusCode(400);
    }

    @Test
    void onlyADraftIsRevisedOrDiscarded() {
        var path = "/campaigns/" + province.submittedCampaign();

        province.officer()
                .patches(path, "*", Map.of("title", "Khác"))
                .then()
                .statusCode(409)
                .body("type", endsWith(":campaign-not-draft"));
        province.officer().calls().header("If-Match", "*").delete(path).then().statusCode(409);
    }

    @Test
    void aDiscardedDraftIsGone() {
        var path = "/campaigns/" + province.draftCampaign();

        province.officer()
                .calls()
                .header("If-Match", "\"0\"")
                .delete(path)
                .then()
                .statusCode(204);

        province.officer().calls().get(path).then().statusCode(404).body("type", endsWith(":campaign-not-found"));
    }

    @Test
    void changesNeedTheVersionTheyWereMadeFor() {
        var path = "/campaigns/" + province.draftCampaign();

        province.officer().calls().delete(path).then().statusCode(428);
        province.officer().calls().post(path + "/submit").then().statusCode(428);
        province.officer()
                .calls()
                .header("If-Match", "\"7\"")
                .delete(path)
                .then()
                .statusCode(412);
        province.officer()
                .calls()
                .header("If-Match", "\"7\"")
                .post(path + "/submit")
                .then()
                .statusCode(412);
    }

    @Test
    void anOrganiserOfThePastHasExistedInThePeriod() {
        var ended = units.endedUnit("Huyện ủy Nguyên Bình", province.department(), java.time.LocalDate.of(2025, 7, 1));
        var everywhere = world.somebody("Nông Văn Khắp", "EMULATION_OFFICER", null);
        var body = Province.campaign(ended);
        everywhere.posts("/campaigns", body).then().statusCode(422).body("errors.pointer", hasItem("/organiser"));

        body.put("startsOn", "2021-01-01");
        body.put("endsOn", "2025-01-01");
        everywhere.posts("/campaigns", body).then().statusCode(201);
    }
}
