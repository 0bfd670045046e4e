package vn.lantoa.platform.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lantoa.platform.Platform;

/** The real province, loaded into the real processes: what the README says must be what they answer. */
class SampleQuestionsTest {
    @TempDir
    static Path home;

    private static Platform platform;
    private static HttpClient http;
    private static Service units;
    private static Service campaigns;
    private static Service recognition;

    @BeforeAll
    static void load() {
        platform = Platform.start(home);
        SampleData.load(platform.endpoints(), platform::token, step -> {});
        http = HttpClient.newHttpClient();
        units = new Service(http, platform.endpoints().units(), platform::token);
        campaigns = new Service(http, platform.endpoints().campaigns(), platform::token);
        recognition = new Service(http, platform.endpoints().recognition(), platform::token);
    }

    @AfterAll
    static void stop() {
        http.close();
        platform.stop();
    }

    @Test
    void aHundredAndSixtyOneCommunesBecameFiftySix() {
        assertThat(countUnits("2025-06-30")).isEqualTo(1 + 10 + 161);
        assertThat(countUnits("2025-07-01")).isEqualTo(1 + 56);
    }

    @Test
    void aCodeChangesItsBearer() {
        assertThat(bearer("01273", "2025-06-30")).isEqualTo("Phường Hợp Giang");
        assertThat(bearer("01273", "2025-07-01")).isEqualTo("Phường Thục Phán");
    }

    @Test
    void theCentreLaunchedSixCampaignsAndTheProvinceFive() {
        assertThat(titles("CENTRAL")).hasSize(6).contains("Doanh nghiệp Việt Nam hội nhập và phát triển");
        assertThat(titles("PROVINCE")).hasSize(5).contains("Dân vận khéo", "Thu nộp ngân sách");
    }

    @Test
    void theAwardsOfTheUnionOfQuangTrongAreFoundFromItsSuccessor() {
        var commune = units.get("agency", "/units/resolve?code=01813&asOf=2024-06-30");
        assertThat(successor(commune)).isEqualTo("Xã Minh Khai");
        var union = find("Hội Liên hiệp Phụ nữ xã Quang Trọng", "2024-06-30");
        assertThat(successor(union)).isEqualTo("Hội Liên hiệp Phụ nữ xã Minh Khai");

        var today = find("Hội Liên hiệp Phụ nữ xã Minh Khai", "2026-01-01")
                .get("id")
                .asText();
        Awaitility.await().untilAsserted(() -> {
            var awards = recognition
                    .get("agency", "/awards?withPredecessors=true&year=2023&unit=" + today)
                    .path("items");
            assertThat(awards).hasSize(1);
            assertThat(awards.path(0).path("inherited").asBoolean()).isTrue();
            assertThat(awards.path(0).path("remark").asText()).contains("SAMPLE");
        });
    }

    @Test
    void theCommendationAtTheTwoYearReviewIsValidToday() {
        var award = recognition
                .get("agency", "/awards?awardType=P_GK&year=2023")
                .path("items")
                .path(0);
        var serial = award.path("certificateSerial").asText();
        var code = recognition
                .get("agency", "/certificates/" + serial)
                .path("checkCode")
                .asText();

        var check = recognition.get("agency", "/public/certificates/" + serial + "?check=" + code);

        assertThat(check.path("valid").asBoolean()).isTrue();
        assertThat(check.path("recipientName").asText()).isEqualTo("Đảng bộ Sở Nội vụ");
        assertThat(check.path("issuerName").asText()).isEqualTo("Đảng ủy Khối Cơ quan và Doanh nghiệp tỉnh");
        assertThat(check.path("decisionNumber").asText()).startsWith("SAMPLE");
    }

    @Test
    void loadingTwiceChangesNothing() {
        var before = states();

        SampleData.load(platform.endpoints(), platform::token, step -> {});

        assertThat(states()).isEqualTo(before);
    }

    @Test
    void aFileOfTheSameFormatAddsToIt(@TempDir Path folder) throws IOException {
        var file = folder.resolve("more.yaml");
        Files.writeString(file, """
                units:
                  - {key: more, name: "Ủy ban nhân dân xã Thạch An (SAMPLE)", kind: PEOPLES_COMMITTEE, sector: STATE,
                     parents: [{line: ADMINISTRATIVE, code: "01807"}], firstDay: 2025-07-01}
                """);

        SampleData.load(platform.endpoints(), platform::token, step -> {}, List.of(file));

        var parent = units.get("agency", "/units/" + UnitEntry.id("more"))
                .path("placements")
                .path(0);
        assertThat(parent.path("parent").asText())
                .isEqualTo(UnitEntry.id("01807").toString());
    }

    private static int countUnits(String day) {
        return units.get("agency", "/units?sector=TERRITORY&limit=1&total=true&asOf=" + day)
                .path("total")
                .asInt();
    }

    private static String bearer(String code, String day) {
        return units.get("agency", "/units/resolve?code=" + code + "&asOf=" + day)
                .path("name")
                .asText();
    }

    private static List<String> titles(String level) {
        var titles = new ArrayList<String>();
        campaigns
                .get("agency", "/campaigns?limit=200&launchLevel=" + level)
                .path("items")
                .forEach(campaign -> titles.add(campaign.path("title").asText()));
        return titles;
    }

    private static JsonNode find(String name, String day) {
        var query = URLEncoder.encode(name, StandardCharsets.UTF_8);
        return units.get("agency", "/units?q=" + query + "&asOf=" + day)
                .path("items")
                .path(0);
    }

    private static String successor(JsonNode unit) {
        return units.get("agency", "/units/" + unit.path("id").asText() + "/lineage?direction=successors")
                .path("steps")
                .path(0)
                .path("successorName")
                .asText();
    }

    private static List<String> states() {
        return List.of(
                units.get("admin", "/units?limit=200&total=true&asOf=2025-01-01")
                        .toString(),
                units.get("admin", "/reorganisations?limit=200").toString(),
                campaigns.get("agency", "/campaigns?limit=200").toString(),
                recognition.get("agency", "/awards?limit=200").toString());
    }
}
