package vn.lantoa.platform.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestClassOrder;
import org.junit.jupiter.api.io.TempDir;
import vn.lantoa.client.LanToa;
import vn.lantoa.client.campaigns.api.CampaignsApi;
import vn.lantoa.client.campaigns.model.CampaignRow;
import vn.lantoa.client.recognition.api.AwardsApi;
import vn.lantoa.client.recognition.api.PublicApi;
import vn.lantoa.client.units.api.ReorganisationsApi;
import vn.lantoa.client.units.api.UnitsApi;
import vn.lantoa.client.units.model.LineageDirection;
import vn.lantoa.platform.KnownSecrets;
import vn.lantoa.platform.Platform;

/** The real province, loaded into the real processes: what the README says must be what they answer. */
@TestClassOrder(ClassOrderer.OrderAnnotation.class)
class SampleQuestionsTest {
    private static final LocalDate LAST_DAY = LocalDate.of(2025, 6, 30);
    private static final LocalDate BEFORE = LocalDate.of(2024, 6, 30);

    @TempDir
    static Path home;

    private static Platform platform;
    private static HttpClient http;
    private static Clients clients;
    private static LanToa agency;
    private static LanToa administrator;
    private static UnitsApi units;

    @BeforeAll
    static void load() {
        platform = Platform.start(home);
        SampleData.load(platform.endpoints(), platform::token, step -> {});
        http = HttpClient.newHttpClient();
        clients = new Clients(http, platform.endpoints(), platform::token);
        agency = clients.as("agency");
        administrator = clients.as("admin");
        units = new UnitsApi(agency.units());
    }

    @AfterAll
    static void stop() {
        http.close();
        platform.stop();
    }

    static LanToa as(String user) {
        return clients.as(user);
    }

    /** What the register remembers beside units, asked of the same platform. */
    @Nested
    @Order(1)
    class Register extends RegisterQuestions {}

    /** Who may do what in it. */
    @Nested
    @Order(1)
    class Roles extends RoleQuestions {}

    /** Acts on the sample as readers of the guide do; so it comes late. */
    @Nested
    @Order(2)
    class Guide extends GuideQuestions {}

    /** After everything that was asked. */
    @Nested
    @Order(3)
    class Secrets {
        @Test
        void noLogPageAnswerOrArgumentTellsASecret() {
            KnownSecrets.areNowhereIn(platform);
        }
    }

    static String unitsUrl() {
        return platform.endpoints().units().toString();
    }

    static String serviceUrl(String service) {
        var urls = platform.endpoints();
        return switch (service) {
            case "units" -> urls.units().toString();
            case "campaigns" -> urls.campaigns().toString();
            default -> urls.recognition().toString();
        };
    }

    static String token(String user) {
        return platform.token(user);
    }

    @Test
    void aHundredAndSixtyOneCommunesBecameFiftySix() {
        assertThat(countUnits(LAST_DAY)).isEqualTo(1 + 10 + 161);
        assertThat(countUnits(LAST_DAY.plusDays(1))).isEqualTo(1 + 56);
    }

    @Test
    void aCodeChangesItsBearer() {
        assertThat(bearer("01273", LAST_DAY)).isEqualTo("Phường Hợp Giang");
        assertThat(bearer("01273", LAST_DAY.plusDays(1))).isEqualTo("Phường Thục Phán");
    }

    @Test
    void theCentreLaunchedSixCampaignsAndTheProvinceFive() {
        assertThat(titles("CENTRAL")).hasSize(6).contains("Doanh nghiệp Việt Nam hội nhập và phát triển");
        assertThat(titles("PROVINCE")).hasSize(5).contains("Dân vận khéo", "Thu nộp ngân sách");
    }

    @Test
    void theAwardsOfTheUnionOfQuangTrongAreFoundFromItsSuccessor() {
        var commune = units.resolveUnit("01813", BEFORE, null, null);
        assertThat(successor(commune.getId())).isEqualTo("Xã Minh Khai");
        var union = find("Hội Liên hiệp Phụ nữ xã Quang Trọng", BEFORE);
        assertThat(successor(union)).isEqualTo("Hội Liên hiệp Phụ nữ xã Minh Khai");

        var today = find("Hội Liên hiệp Phụ nữ xã Minh Khai", LocalDate.of(2026, 1, 1));
        var request = AwardsApi.APIListAwardsRequest.newBuilder()
                .unit(today)
                .withPredecessors(true)
                .year(2023)
                .build();
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            var awards = new AwardsApi(agency.recognition()).listAwards(request).getItems();
            assertThat(awards).hasSize(1);
            assertThat(awards.getFirst().getInherited()).isTrue();
            assertThat(awards.getFirst().getRemark()).contains("SAMPLE");
        });
    }

    @Test
    void theCommendationAtTheTwoYearReviewIsValidToday() {
        var awards = new AwardsApi(agency.recognition());
        var request = AwardsApi.APIListAwardsRequest.newBuilder()
                .awardType("P_GK")
                .year(2023)
                .build();
        var serial = awards.listAwards(request).getItems().getFirst().getCertificateSerial();
        var code = awards.getCertificate(serial, null).getCheckCode();

        var check = new PublicApi(agency.recognition()).checkCertificate(serial, code);

        assertThat(check.getValid()).isTrue();
        assertThat(check.getRecipientName()).isEqualTo("Đảng bộ Sở Nội vụ");
        assertThat(check.getIssuerName()).isEqualTo("Đảng ủy Khối Cơ quan và Doanh nghiệp tỉnh");
        assertThat(check.getDecisionNumber()).startsWith("SAMPLE");
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

        var parent = units.getUnit(UnitEntry.id("more"), null, null).getPlacements();
        assertThat(parent.getFirst().getParent()).isEqualTo(UnitEntry.id("01807"));
    }

    private static long countUnits(LocalDate day) {
        return units.listUnits(UnitsApi.APIListUnitsRequest.newBuilder()
                        .sector("TERRITORY")
                        .limit(1)
                        .total(true)
                        .asOf(day)
                        .build())
                .getTotal();
    }

    private static String bearer(String code, LocalDate day) {
        return units.resolveUnit(code, day, null, null).getName();
    }

    private static List<String> titles(String level) {
        var request = CampaignsApi.APIListCampaignsRequest.newBuilder()
                .limit(200)
                .launchLevel(level)
                .build();
        return new CampaignsApi(agency.campaigns())
                .listCampaigns(request).getItems().stream()
                        .map(CampaignRow::getTitle)
                        .toList();
    }

    private static UUID find(String name, LocalDate day) {
        return units.listUnits(UnitsApi.APIListUnitsRequest.newBuilder()
                        .q(name)
                        .asOf(day)
                        .build())
                .getItems()
                .getFirst()
                .getId();
    }

    private static String successor(UUID unit) {
        return units.getUnitLineage(unit, null, LineageDirection.SUCCESSORS)
                .getSteps()
                .getFirst()
                .getSuccessorName();
    }

    private static List<Object> states() {
        var everyUnit = UnitsApi.APIListUnitsRequest.newBuilder()
                .limit(200)
                .total(true)
                .asOf(LocalDate.of(2025, 1, 1))
                .build();
        return List.of(
                new UnitsApi(administrator.units()).listUnits(everyUnit),
                new ReorganisationsApi(administrator.units()).listReorganisations(null, 200, null, null),
                new CampaignsApi(agency.campaigns())
                        .listCampaigns(CampaignsApi.APIListCampaignsRequest.newBuilder()
                                .limit(200)
                                .build()),
                new AwardsApi(agency.recognition())
                        .listAwards(AwardsApi.APIListAwardsRequest.newBuilder()
                                .limit(200)
                                .build()));
    }
}
