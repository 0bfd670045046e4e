package vn.lantoa.recognition;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.recognition.World.Province;
import vn.lantoa.testsupport.LanToaServices;

/** From a nomination to a certificate that everybody can check. */
@QuarkusTest
@WithTestResource(LanToaServices.class)
class AwardStoryTest {
    @Inject
    World world;

    @Inject
    TestUnits units;

    Province province;

    @BeforeEach
    void aProvince() {
        province = world.province();
        world.post(province.leader(), province.department(), "DEPARTMENT_HEAD");
        world.post(province.leader(), province.commune(), "COMMUNE_CHAIR");
    }

    @Test
    void aTitleIsProposedReturnedMendedVotedAndDecided() {
        var id = province.drafted(province.proposal("LDTT"));
        var path = "/nominations/" + id;
        province.officer()
                .acts(path, "submit")
                .then()
                .statusCode(200)
                .body("verdict", equalTo("UNKNOWN"))
                .body("judgement.ruleSet", equalTo("emulation-titles@1"))
                .body("judgement.finding.parts[1].parts[0].missing[0].kind", equalTo("rating"));
        province.agency().acts(path, "receive").then().statusCode(200);
        province.agency()
                .acts(path, "accept", Map.of())
                .then()
                .statusCode(409)
                .body("legalRef", equalTo("Luật 06/2022/QH15, Điều 24"));
        province.agency()
                .acts(
                        path,
                        "return",
                        Map.of("legalRef", "Luật 06/2022/QH15, Điều 24", "reason", "Thiếu kết quả đánh giá"))
                .then()
                .statusCode(200)
                .body("status", equalTo("RETURNED"))
                .body("legalRef", equalTo("Luật 06/2022/QH15, Điều 24"));

        province.rated("HTT", 2024);
        province.officer()
                .acts(path, "submit")
                .then()
                .statusCode(200)
                .body("verdict", equalTo("MET"))
                .body("judgement.number", equalTo(2));
        province.agency().acts(path, "receive").then().statusCode(200);
        province.agency().acts(path, "accept", Map.of()).then().statusCode(200);
        var tooEarly = province.agency().posts("/decisions", province.decision("LDTT", province.department(), id));
        tooEarly.then().statusCode(409).body("type", endsWith(":vote-missing"));
        province.agency()
                .acts(path, "vote", Province.vote(9, 8, 0, 7, 1))
                .then()
                .statusCode(200)
                .body("status", equalTo("VOTED_PASS"))
                .body("vote.ratio", equalTo("7/8"))
                .body("vote.confidence", equalTo("UNCONFIRMED"));

        var decision = province.draftDecision("LDTT", province.department(), id);
        var signed = province.signs(province.leader(), decision, "31/QĐ-SNV", "2025-01-31");
        signed.then()
                .statusCode(200)
                .body("status", equalTo("SIGNED"))
                .body("legalRef", equalTo("Luật 06/2022/QH15, Điều 80 khoản 1"))
                .body("awards", hasSize(1))
                .body("awards[0].recipientName", equalTo("Nông Thị Thơ"))
                .body("awards[0].certificateSerial", matchesPattern("LT-2025-\\d{6}"));
        province.officer().calls().get(path).then().body("status", equalTo("DECIDED"));
        province.officer()
                .calls()
                .get(path + "/timeline")
                .then()
                .body(
                        "items.act",
                        contains("draft", "submit", "receive", "return", "submit", "receive", "accept", "vote", "sign"))
                .body("items[3].legalRef", equalTo("Luật 06/2022/QH15, Điều 24"))
                .body("judgements.verdict", contains("UNKNOWN", "MET"));

        String serial = signed.path("awards[0].certificateSerial");
        String code = signed.path("awards[0].checkCode");
        check(serial, code)
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("valid", equalTo(true))
                .body("recipientName", equalTo("Nông Thị Thơ"))
                .body("awardNameVi", equalTo("Lao động tiên tiến"))
                .body("issuerName", equalTo("Sở Nội vụ tỉnh Cao Bằng"))
                .body("issuerSuccessors", nullValue())
                .body("decisionNumber", equalTo("31/QĐ-SNV"))
                .body("remark", nullValue());
    }

    @Test
    void aSerialAloneSaysOnlyThatItExists() {
        var signed = commended(LocalDate.of(2023, 12, 20), "2024-01-10", true);
        String serial = signed.path("awards[0].certificateSerial");

        given().get("/api/recognition/v1/public/certificates/" + serial)
                .then()
                .statusCode(200)
                .body("exists", equalTo(true))
                .body("recipientName", nullValue())
                .body("valid", nullValue())
                .body("size()", equalTo(2));
    }

    @Test
    void aWrongCodeAndAnUnknownSerialAreTheSameAnswer() {
        var signed = commended(LocalDate.of(2023, 12, 20), "2024-01-10", true);
        String serial = signed.path("awards[0].certificateSerial");
        var wrong = check(serial, "22222222");
        var unknown = check("LT-1999-999999", "22222222");

        wrong.then().statusCode(404).body("type", endsWith(":certificate-not-confirmed"));
        unknown.then().statusCode(404).body("type", equalTo(wrong.path("type")));
        unknown.then().body("detail", equalTo(wrong.path("detail")));
    }

    @Test
    void theAwardsOfAMergedUnitAreFoundFromItsSuccessor() {
        var signed = commended(LocalDate.of(2023, 12, 20), "2024-01-10", true);
        units.ends(province.commune(), "Xã Quang Trọng", "COMMUNE", province.root(), World.REFORM);
        var successor = units.successorOf(province.commune(), "Xã Minh Khai", province.root(), World.REFORM);

        province.agency()
                .calls()
                .queryParam("unit", successor)
                .queryParam("withPredecessors", true)
                .get("/awards")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].unitName", equalTo("Xã Quang Trọng"))
                .body("items[0].inherited", equalTo(true))
                .body("items[0].remark", equalTo("SAMPLE"));
        province.agency()
                .calls()
                .queryParam("unit", successor)
                .get("/awards")
                .then()
                .body("items", hasSize(0));
        check(signed.path("awards[0].certificateSerial"), signed.path("awards[0].checkCode"))
                .then()
                .statusCode(200)
                .body("valid", equalTo(true))
                .body("remark", equalTo("SAMPLE"))
                .body("issuerName", equalTo("Xã Quang Trọng"))
                .body("issuerSuccessors", contains("Xã Minh Khai"))
                .body("unitSuccessors", contains("Xã Minh Khai"));
        given().queryParam("unit", successor)
                .queryParam("withPredecessors", true)
                .get("/api/recognition/v1/public/awards")
                .then()
                .statusCode(200)
                .body("items.recipientName", contains("Xã Quang Trọng"))
                .body("items[0].person", nullValue());
    }

    @Test
    void aMergedUnitIsNotProposed() {
        units.ends(province.commune(), "Xã Quang Trọng", "COMMUNE", province.root(), World.REFORM);

        province.officer()
                .posts("/nominations", province.commendation("GK_XA", province.commune(), LocalDate.of(2025, 8, 1)))
                .then()
                .statusCode(409)
                .body("type", endsWith(":unit-has-ended"))
                .body("legalRef", equalTo("Thông tư 15/2025/TT-BNV"));
    }

    @Test
    void partyCommendationsOfPersonsAreNotPublished() {
        var committee = units.unit("Đảng ủy Khối", "UPPER_PARTY_COMMITTEE", "PARTY", null, null, null);
        var officer = world.somebody("Cán bộ Khối", "EMULATION_OFFICER", committee);
        var agency = world.somebody("Ban Tổ chức", "STANDING_AGENCY", committee);
        var secretary = world.somebody("Bí thư", "LEADER", committee);
        world.post(secretary, committee, "PARTY_SECRETARY");
        var proposal = province.proposal("P_GK");
        proposal.put("unit", committee);
        proposal.put("category", "DANG_CHUYEN_DE");
        proposal.put("year", 2023);
        proposal.put("proposedOn", "2023-05-22");
        proposal.put("statements", List.of());
        String id = officer.posts("/nominations", proposal).path("id");
        officer.acts("/nominations/" + id, "submit").then().statusCode(200);
        agency.acts("/nominations/" + id, "receive").then().statusCode(200);
        agency.acts("/nominations/" + id, "accept", Map.of("reason", "Hồ sơ giấy"))
                .then()
                .statusCode(200);
        String decision = agency.posts("/decisions", province.decision("P_GK", committee, id))
                .path("id");
        province.signs(secretary, decision, "SAMPLE-125-QĐ/ĐUK", "2023-06-15")
                .then()
                .statusCode(200);

        given().queryParam("unit", committee)
                .get("/api/recognition/v1/public/awards")
                .then()
                .body("items", hasSize(0));
        agency.calls().queryParam("unit", committee).get("/awards").then().body("items", hasSize(1));
        org.awaitility.Awaitility.await()
                .untilAsserted(() -> agency.calls()
                        .queryParam("limit", 200)
                        .get("/events")
                        .then()
                        .statusCode(200)
                        .body(containsString("award.granted"))
                        .body(not(containsString(province.worker().toString()))));
    }

    @Test
    void whatOneMayDoIsTold() {
        var id = province.received(province.proposal("LDTT"));

        province.agency()
                .calls()
                .get("/nominations/" + id + "/allowed-actions")
                .then()
                .statusCode(200)
                .body("items.findAll { it.allowed }.action", hasItems("return", "reject", "accept"))
                .body("items.findAll { it.allowed }.action", not(hasItem("submit")))
                .body("items.findAll { !it.allowed }.reason", everyItem(not(nullValue())));
    }

    /** A commendation of the commune, signed by its chair. */
    Response commended(LocalDate proposedOn, String signedOn, boolean sample) {
        var id = province.accepted(province.commendation("GK_XA", province.commune(), proposedOn));
        var body = new java.util.HashMap<>(province.decision("GK_XA", province.commune(), id));
        body.put("sample", sample);
        String decision = province.agency().posts("/decisions", body).path("id");
        var signed = province.signs(province.leader(), decision, "SAMPLE-88/QĐ-UBND", signedOn);
        signed.then().statusCode(200);
        return signed;
    }

    private static Response check(String serial, String code) {
        return given().queryParam("check", code).get("/api/recognition/v1/public/certificates/" + serial);
    }
}
