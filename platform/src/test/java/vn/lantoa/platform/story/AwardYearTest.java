package vn.lantoa.platform.story;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lantoa.platform.story.Province.id;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lantoa.platform.Platform;

/** One year of emulation, told to the real processes over HTTP: from the launch of a campaign to a certificate that outlives its commune. */
class AwardYearTest {
    @TempDir
    static Path home;

    private static Platform platform;

    @BeforeAll
    static void start() {
        platform = Platform.start(home);
    }

    @AfterAll
    static void stop() {
        platform.stop();
    }

    @Test
    void aYearOfEmulationEndsInACertificateThatIsFoundAfterTheMerger() {
        var province = new Province(platform);
        var quangTrong = province.register("Xã Quang Trọng", "COMMUNE", "TERRITORY", province.root, "01813");
        var minhKhai = province.register("Xã Minh Khai", "COMMUNE", "TERRITORY", province.root, "01795");
        province.person("officer", "Hoàng Thị Lan", "EMULATION_OFFICER", quangTrong);
        province.person("confirmer", "Bế Minh Đức", "CONFIRMING_OFFICER", province.root);
        province.person("agency", "Đàm Thị Hương", "STANDING_AGENCY", province.root);
        var chair = province.person("chair", "Mông Văn Quý", "LEADER", quangTrong);
        province.post(chair, quangTrong, "Chủ tịch UBND xã", "COMMUNE_CHAIR");
        var worker = province.person("worker", "Nông Văn Dền", "MEMBER", quangTrong);

        var campaign = launchedCampaign(province, quangTrong);
        reviewedRegistration(province, campaign, quangTrong, worker);

        var nomination = id(province.recognition("officer").post("/nominations", """
                        {"awardType": "LDTT", "unit": "%s", "person": "%s", "year": 2024, "proposedOn": "2025-01-10",
                         "statements": ["SPIRIT"], "achievement": "Hoàn thành nhiệm vụ năm 2024"}""".formatted(quangTrong, worker)));
        var path = "/nominations/" + nomination;
        var judged = province.recognition("officer").act(path, "submit", null);
        assertThat(judged.at("/status").asText()).isEqualTo("SUBMITTED");
        assertThat(judged.toString()).contains("Điều 24").contains("UNKNOWN");

        returnedAndSubmittedAgain(province, path, quangTrong, worker);
        var agency = province.recognition("agency");
        agency.act(path, "receive", null);
        agency.act(path, "accept", "{}");
        var voted = agency.act(path, "vote", """
                {"heldOn": "2025-01-20", "minutesNumber": "02/BB-HĐ", "members": 9, "present": 8, "written": 0,
                 "yes": 7, "no": 1}""");
        assertThat(voted.at("/status").asText()).isEqualTo("VOTED_PASS");

        var granted = signedDecision(province, nomination, quangTrong);
        var serial = granted.at("/certificateSerial").asText();
        var check = "/public/certificates/" + serial + "?check="
                + granted.at("/checkCode").asText();
        var certificate = province.public_().get(check);
        assertThat(certificate.at("/valid").asBoolean()).isTrue();
        assertThat(certificate.at("/recipientName").asText()).isEqualTo("Nông Văn Dền");
        assertThat(certificate.at("/issuerName").asText()).isEqualTo("Xã Quang Trọng");
        assertThat(province.public_().get("/public/certificates/" + serial).has("recipientName"))
                .isFalse();

        var successor = merged(province, quangTrong, minhKhai);
        var later = province.recognition("agency")
                .eventually(
                        "/awards?unit=" + successor + "&withPredecessors=true",
                        page -> page.at("/items").size() == 1);
        assertThat(later.at("/items/0/inherited").asBoolean()).isTrue();
        var stillValid = province.public_()
                .eventually(check, found -> found.at("/issuerSuccessors").size() == 1);
        assertThat(stillValid.at("/valid").asBoolean()).isTrue();
        assertThat(stillValid.at("/issuerName").asText()).isEqualTo("Xã Quang Trọng");
        assertThat(stillValid.at("/issuerSuccessors/0").asText()).contains("Xã Minh Khai");
    }

    private static UUID launchedCampaign(Province province, UUID organiser) {
        var officer = province.campaigns("officer");
        var campaign = id(officer.post("/campaigns", """
                {"code": "PT-2024-001", "title": "Thi đua năm 2024", "kind": "REGULAR", "launchLevel": "UNIT",
                 "organiser": "%s", "startsOn": "2024-01-01", "endsOn": "2025-01-01"}""".formatted(organiser)));
        var path = "/campaigns/" + campaign;
        officer.act(path, "submit", null);
        var leader = province.campaigns("chair");
        leader.act(path, "approve", null);
        var launched = leader.act(path, "launch", "{\"launchedOn\": \"2024-01-05\"}");
        assertThat(launched.at("/status").asText()).isEqualTo("LAUNCHED");
        officer.post(path + "/responses", """
                {"unit": "%s", "respondedOn": "2024-01-10",
                 "targets": [{"name": "Hộ thoát nghèo", "unitOfMeasure": "hộ", "value": 12}]}""".formatted(organiser));
        return campaign;
    }

    private static void reviewedRegistration(Province province, UUID campaign, UUID unit, UUID worker) {
        var self = province.campaigns("worker");
        var path = "/registrations/" + id(self.post("/registrations", """
                        {"campaign": "%s", "unit": "%s", "person": "%s", "year": 2024, "registeredOn": "2024-01-15",
                         "titlesAimedAt": ["LDTT"], "tasks": ["Số hóa hồ sơ"]}""".formatted(campaign, unit, worker)));
        self.act(path, "submit", null);
        var returned = province.campaigns("confirmer").act(path, "return", "{\"reason\": \"Chưa nêu thời hạn\"}");
        assertThat(returned.at("/status").asText()).isEqualTo("RETURNED");
        self.act(path, "submit", null);
        province.campaigns("confirmer").act(path, "confirm", null);
        province.campaigns("officer").post(path + "/reviews", """
                        {"reviewedOn": "2024-12-10", "done": ["Số hóa 1.200 hồ sơ"], "undone": ["Kho lưu trữ cũ"],
                         "remedy": "Hoàn thành trong quý I/2025", "outcome": "PARTLY"}""");
        assertThat(province.campaigns("officer").get(path).at("/status").asText())
                .isEqualTo("REVIEWED");
    }

    private static void returnedAndSubmittedAgain(Province province, String path, UUID unit, UUID worker) {
        var agency = province.recognition("agency");
        agency.act(path, "receive", null);
        var returned = agency.act(path, "return", """
                {"legalRef": "Luật 06/2022/QH15, Điều 24 khoản 1", "reason": "Thiếu kết quả đánh giá năm 2024"}""");
        assertThat(returned.at("/status").asText()).isEqualTo("RETURNED");
        var officer = province.recognition("officer");
        officer.post("/facts/ratings", """
                {"unit": "%s", "person": "%s", "year": 2024, "rating": "HTT", "sourceDocument": "Thông báo 15/TB-UBND",
                 "sourceDate": "2024-12-20"}""".formatted(unit, worker));
        var judgedAgain = officer.act(path, "submit", null);
        assertThat(verdict(judgedAgain)).isEqualTo("MET");
    }

    private static String verdict(JsonNode nomination) {
        return nomination
                .at("/judgement/verdict")
                .asText(nomination.at("/verdict").asText());
    }

    private static JsonNode signedDecision(Province province, UUID nomination, UUID issuer) {
        var path = "/decisions/"
                + id(province.recognition("agency")
                        .post(
                                "/decisions",
                                "{\"issuer\": \"%s\", \"awardType\": \"LDTT\", \"nominations\": [\"%s\"]}"
                                        .formatted(issuer, nomination)));
        var notHis = province.recognition("agency")
                .refused(403, path, "sign", "{\"number\": \"1\", \"signedOn\": \"2025-01-25\"}");
        assertThat(notHis.at("/type").asText()).startsWith("urn:lantoa:problem:");
        var signed = province.recognition("chair")
                .act(
                        path,
                        "sign",
                        "{\"number\": \"15/QĐ-UBND\", \"signedOn\": \"2025-01-25\", \"place\": \"Quang Trọng\"}");
        assertThat(signed.at("/status").asText()).isEqualTo("SIGNED");
        return signed.at("/awards/0");
    }

    private static UUID merged(Province province, UUID first, UUID second) {
        var admin = province.units("admin");
        var reorganisation = admin.post("/reorganisations", """
                {"document": {"number": "1657/NQ-UBTVQH15", "issuedBy": "Ủy ban Thường vụ Quốc hội", "signedOn": "2025-06-16"},
                 "effectiveOn": "2025-07-01",
                 "operations": [{"kind": "MERGE", "sources": ["%s", "%s"],
                   "result": {"name": "Xã Minh Khai", "kind": "COMMUNE", "sector": "TERRITORY",
                     "identifiers": [{"value": "01795"}], "placements": [{"line": "ADMINISTRATIVE", "parent": "%s"}]}}]}""".formatted(first, second, province.root));
        var path = "/reorganisations/" + id(reorganisation);
        admin.post(path + "/preview", null);
        admin.act(path, "enact", null);
        var successor = id(admin.get("/units/resolve?code=01795&asOf=2025-07-01"));
        assertThat(successor).isNotEqualTo(second);
        assertThat(id(admin.get("/units/resolve?code=01795&asOf=2025-06-30"))).isEqualTo(second);
        return successor;
    }
}
