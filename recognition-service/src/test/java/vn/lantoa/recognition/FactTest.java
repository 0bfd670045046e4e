package vn.lantoa.recognition;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.recognition.World.Province;
import vn.lantoa.testsupport.LanToaServices;

/** Facts are recorded, corrected by others, and explained by the rules. */
@QuarkusTest
@WithTestResource(LanToaServices.class)
class FactTest {
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
    void aCorrectionSupersedesAndNothingIsLost() {
        String wrong = province.agency()
                .posts("/facts/ratings", province.rating("HT", 2024))
                .path("id");
        province.agency()
                .posts("/facts/ratings", province.rating("HTT", 2024))
                .then()
                .statusCode(409)
                .body("type", endsWith(":fact-exists"));
        var correction = province.rating("HTT", 2024);
        correction.put("supersedes", wrong);
        province.agency().posts("/facts/ratings", correction).then().statusCode(201);

        facts(false).body("items.content.rating", contains("HTT"));
        facts(true).body("items.content.rating", contains("HTT", "HT"));
        var again = province.rating("HTXS", 2024);
        again.put("supersedes", wrong);
        province.agency()
                .posts("/facts/ratings", again)
                .then()
                .statusCode(409)
                .body("type", endsWith(":fact-superseded"));
    }

    @Test
    void whatShouldNeverHaveBeenRecordedIsWithdrawn() {
        String id = province.agency()
                .posts("/facts/ratings", province.rating("HT", 2024))
                .path("id");
        province.agency()
                .posts("/facts/" + id + "/withdraw", Map.of("reason", "Nhầm người"))
                .then()
                .statusCode(201);

        facts(false).body("items", hasSize(0));
        facts(true).body("items.kind", contains("WITHDRAWAL", "RATING"));
    }

    @Test
    void codesComeFromTheLists() {
        province.agency()
                .posts("/facts/ratings", province.rating("TUYET_VOI", 2024))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/rating"));
    }

    @Test
    void nobodyRecordsFactsAboutThemselves() {
        var own = province.rating("HTXS", 2024);
        own.put("person", province.agency().id());

        province.agency()
                .posts("/facts/ratings", own)
                .then()
                .statusCode(403)
                .body("type", endsWith(":duty-excluded"))
                .body("detail", containsString("FACT_ABOUT_ONESELF"))
                .body("legalRef", containsString("Luật"));
    }

    @Test
    void sharesAreCountedExactly() {
        composition(9, 6);

        collective("TTLDXS").body("verdict", equalTo("NOT_MET"));
        var other = world.province();
        province = other;
        composition(10, 7);
        collectiveRated("HTXS");
        collective("TTLDXS").body("verdict", equalTo("MET"));
    }

    @Test
    void moreThanAllIsNotCounted() {
        province.agency()
                .posts("/facts/compositions", compositionOf(5, 6))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/counts/LDTT"));
    }

    @Test
    void aBlockStandsInTheWayFromItsDayOn() {
        province.rated("HTT", 2024);
        person("2025-01-31").body("verdict", equalTo("MET"));
        var block = new HashMap<String, Object>(Map.of(
                "unit", province.department(),
                "person", province.worker(),
                "reason", "COMPLAINT_VERIFICATION",
                "from", "2025-02-01",
                "sourceDocument", "Công văn 12/TTr"));
        province.agency().posts("/facts/blocks", block).then().statusCode(201);

        person("2025-01-31").body("verdict", equalTo("MET"));
        person("2025-02-01")
                .body("verdict", equalTo("NOT_MET"))
                .body("finding.parts[0].rule", equalTo("block"))
                .body("finding.parts[0].legalRef", equalTo("Nghị định 152/2025/NĐ-CP, Điều 4"))
                .body("finding.parts[0].facts[0].value", equalTo("COMPLAINT_VERIFICATION"));
    }

    @Test
    void aYearBeforeTheLawIsJudgedByTheLawOfThen() {
        province.rated("HTT", 2023);
        province.agency()
                .calls()
                .queryParam("awardType", "LDTT")
                .queryParam("unit", province.department())
                .queryParam("person", province.worker())
                .queryParam("year", 2023)
                .queryParam("asOf", "2025-08-01")
                .get("/eligibility")
                .then()
                .statusCode(200)
                .body("finding.rule", equalTo("L15_2003_ART24"))
                .body("verdict", equalTo("UNKNOWN"));
    }

    @Test
    void aMissingParameterIsNamed() {
        province.agency()
                .calls()
                .queryParam("unit", province.department())
                .queryParam("year", 1900)
                .get("/eligibility")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItems("?awardType", "?year"));
    }

    @Test
    void factsAreRecordedForOnesOwnUnits() {
        var elsewhere = world.somebody("Nơi khác", "EMULATION_OFFICER", province.commune());

        elsewhere.posts("/facts/ratings", province.rating("HTT", 2024)).then().statusCode(403);
        province.rated("HTT", 2024);
        elsewhere.calls().get("/facts").then().statusCode(200).body("items", hasSize(0));
    }

    @Test
    void whatAUnitLeftBehindIsReadAndCorrectedWhereItIsListed() {
        var old = units.unit("Xã Đức Thông", province.root());
        var body = province.rating("HTT", 2024);
        body.remove("person");
        body.put("unit", old);
        String id = province.agency()
                .posts("/facts/ratings", body)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        units.ends(old, "Xã Đức Thông", "COMMUNE", province.root(), World.REFORM);
        var elsewhere = world.somebody("Nơi khác", "EMULATION_OFFICER", province.commune());

        province.agency().calls().get("/facts").then().statusCode(200).body("items.id", contains(id));
        province.agency().calls().get("/facts/" + id).then().statusCode(200).body("id", equalTo(id));
        elsewhere.calls().get("/facts").then().statusCode(200).body("items", hasSize(0));
        elsewhere.calls().get("/facts/" + id).then().statusCode(404);
        elsewhere
                .posts("/facts/" + id + "/withdraw", Map.of("reason", "Nhầm"))
                .then()
                .statusCode(404);
        var correction = new HashMap<>(body);
        correction.put("rating", "HTXS");
        correction.put("supersedes", id);
        String corrected = province.agency()
                .posts("/facts/ratings", correction)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        province.agency()
                .posts("/facts/" + corrected + "/withdraw", Map.of("reason", "Nhầm đơn vị"))
                .then()
                .statusCode(201);
    }

    private ValidatableResponse person(String asOf) {
        return province.agency()
                .calls()
                .queryParam("awardType", "LDTT")
                .queryParam("unit", province.department())
                .queryParam("person", province.worker())
                .queryParam("year", 2024)
                .queryParam("asOf", asOf)
                .queryParam("statement", List.of("SPIRIT", "TAKES_PART"))
                .get("/eligibility")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse collective(String awardType) {
        return province.agency()
                .calls()
                .queryParam("awardType", awardType)
                .queryParam("unit", province.department())
                .queryParam("year", 2024)
                .queryParam("statement", "UNITED")
                .get("/eligibility")
                .then()
                .statusCode(200);
    }

    private void composition(int members, int ldtt) {
        province.agency()
                .posts("/facts/compositions", compositionOf(members, ldtt))
                .then()
                .statusCode(201);
    }

    private Map<String, Object> compositionOf(int members, int ldtt) {
        return Map.of(
                "unit",
                province.department(),
                "year",
                2024,
                "members",
                members,
                "counts",
                Map.of("LDTT", ldtt, "CSTDCS", 1, "COMPLETED_TASKS", members),
                "sourceDocument",
                "Báo cáo 45/BC-SNV");
    }

    private void collectiveRated(String rating) {
        var body = province.rating(rating, 2024);
        body.remove("person");
        province.agency().posts("/facts/ratings", body).then().statusCode(201);
    }

    private ValidatableResponse facts(boolean history) {
        return province.agency()
                .calls()
                .queryParam("person", province.worker())
                .queryParam("history", history)
                .get("/facts")
                .then()
                .statusCode(200);
    }
}
