package vn.lantoa.campaigns;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lantoa.campaigns.World.Province;
import vn.lantoa.testsupport.LanToaServices;

@QuarkusTest
@WithTestResource(LanToaServices.class)
class CampaignListTest {
    @Inject
    World world;

    @Inject
    TestUnits units;

    Province province;

    @BeforeEach
    void aProvince() {
        province = world.province();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"hoà thuận", "hòa thuận", "hoa thuan", "HOA THUAN", "thuận hoà", "đoàn kết", "doan ket hoa"})
    void titlesAreFoundHoweverTheyAreTyped(String typed) {
        var marker = "M" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
        var body = Province.campaign(province.department());
        body.put("title", "Toàn dân đoàn kết, hòa thuận " + marker);
        String id = province.officer().posts("/campaigns", body).path("id");

        province.officer()
                .calls()
                .queryParam("q", typed + " " + marker)
                .get("/campaigns")
                .then()
                .statusCode(200)
                .body("items.id", contains(id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"100%", "_", "\\"})
    void signsOfTheDatabaseAreOrdinarySigns(String typed) {
        province.draftCampaign();

        province.officer()
                .calls()
                .queryParam("q", typed)
                .queryParam("organiser", province.department())
                .get("/campaigns")
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @Test
    void listsAreFilteredAndPaged() {
        var first = province.draftCampaign();
        var second = province.launchedCampaign();
        var third = province.closedCampaign();

        var page = mine().queryParam("limit", 2).queryParam("total", true).get("/campaigns");
        page.then()
                .statusCode(200)
                .body("items.id", contains(third, second))
                .body("total", equalTo(3))
                .header("Link", containsString("rel=\"next\""))
                .body("next", notNullValue());
        mine().queryParam("limit", 2)
                .queryParam("cursor", page.<String>path("next"))
                .get("/campaigns")
                .then()
                .body("items.id", contains(first))
                .body("next", nullValue());
        mine().queryParam("status", "LAUNCHED").get("/campaigns").then().body("items.id", contains(second));
        mine().queryParam("kind", "DRIVE").get("/campaigns").then().body("items", empty());
        mine().queryParam("launchLevel", "PROVINCE").get("/campaigns").then().body("items", hasSize(3));
        mine().queryParam("launchLevel", "CENTRAL").get("/campaigns").then().body("items", empty());
        mine().queryParam("updatedSince", "2999-01-01T00:00:00Z")
                .get("/campaigns")
                .then()
                .body("items", empty());
    }

    @ParameterizedTest
    @CsvSource({
        "limit, 0, 400",
        "limit, 201, 400",
        "limit, x, 400",
        "status, RUNNING, 400",
        "organiser, 12, 400",
        "asOf, 2026-02-30, 400",
        "updatedSince, yesterday, 400",
        "cursor, ???, 422",
    })
    void badFiltersAreRefused(String name, String value, int status) {
        province.officer()
                .calls()
                .queryParam(name, value)
                .get("/campaigns")
                .then()
                .statusCode(status)
                .contentType("application/problem+json");
    }

    @Test
    void draftsOfOthersAreNotShown() {
        var draft = province.draftCampaign();
        var launched = province.launchedCampaign();
        var administrator = world.somebody("Triệu Văn Trị", "ADMINISTRATOR", province.other());

        administrator
                .calls()
                .queryParam("organiser", province.department())
                .get("/campaigns")
                .then()
                .statusCode(200)
                .body("items.id", contains(launched));
        for (var path : List.of("", "/progress", "/timeline", "/allowed-actions")) {
            administrator
                    .calls()
                    .get("/campaigns/" + draft + path)
                    .then()
                    .statusCode(404)
                    .body("type", is("urn:lantoa:problem:campaign-not-found"));
            administrator.calls().get("/campaigns/" + launched + path).then().statusCode(200);
        }
    }

    @Test
    void aCitizenReadsWhatIsPublicOnly() {
        var draft = province.draftCampaign();
        var launched = province.launchedCampaign();

        given().basePath("/api/campaigns/v1")
                .get("/public/campaigns")
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("max-age=60"))
                .body("items.id", hasItem(launched))
                .body("items.id", not(hasItem(draft)))
                .body("items.status", everyItem(not(equalTo("DRAFT"))));
        given().basePath("/api/campaigns/v1").get("/campaigns").then().statusCode(401);
    }

    @Test
    void theOrganiserIsNamedAsOfTheDay() {
        var old = units.endedUnit("Xã Quang Trọng", province.department(), LocalDate.of(2025, 7, 1));
        var successor = units.successorOf(old, "Xã Minh Khai", province.department(), LocalDate.of(2025, 7, 1));
        var everywhere = world.somebody("Nông Văn Khắp", "EMULATION_OFFICER", null);
        var body = Province.campaign(old);
        body.put("startsOn", "2023-01-01");
        body.put("endsOn", "2024-01-01");
        String id = everywhere.posts("/campaigns", body).path("id");

        everywhere
                .calls()
                .queryParam("asOf", "2024-06-30")
                .get("/campaigns/" + id)
                .then()
                .body("organiser.name", equalTo("Xã Quang Trọng"))
                .body("organiser.existing", equalTo(true))
                .body("organiser.successors", nullValue());
        everywhere
                .calls()
                .get("/campaigns/" + id)
                .then()
                .body("organiser.name", equalTo("Xã Quang Trọng"))
                .body("organiser.existing", equalTo(false))
                .body("organiser.successors.id", contains(successor.toString()))
                .body("organiser.successors.name", contains("Xã Minh Khai"));
        everywhere
                .calls()
                .queryParam("organiser", old)
                .get("/campaigns")
                .then()
                .body("items[0].organiser.name", equalTo("Xã Quang Trọng"))
                .body("items[0].organiser.existing", equalTo(false));
    }

    @Test
    void anUnchangedCampaignIsNotSentAgain() {
        var path = "/campaigns/" + province.draftCampaign();
        var tag = province.officer().calls().get(path).header("ETag");

        province.officer().calls().header("If-None-Match", tag).get(path).then().statusCode(304);
    }

    @Test
    void codeListsCarryLabels() {
        given().basePath("/api/campaigns/v1")
                .get("/code-lists/campaign-kinds")
                .then()
                .statusCode(200)
                .body("name", equalTo("campaign-kinds"))
                .body("items.code", contains("REGULAR", "THEMATIC", "DRIVE", "STUDY_AND_FOLLOW"))
                .body("items.label.vi", hasItem("Cuộc vận động"))
                .body("items.label.en", hasItem("Drive"));
        given().basePath("/api/campaigns/v1").get("/code-lists/nothing").then().statusCode(404);
    }

    private io.restassured.specification.RequestSpecification mine() {
        return province.officer().calls().queryParam("organiser", province.department());
    }
}
