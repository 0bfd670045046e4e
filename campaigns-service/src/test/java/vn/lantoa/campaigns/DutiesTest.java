package vn.lantoa.campaigns;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lantoa.campaigns.World.Province;
import vn.lantoa.campaigns.duty.Duties;
import vn.lantoa.events.Act;
import vn.lantoa.events.units.PersonMerged;
import vn.lantoa.events.units.PersonState;
import vn.lantoa.testsupport.LanToaServices;
import vn.lantoa.testsupport.Person;
import vn.lantoa.testsupport.Rights;
import vn.lantoa.testsupport.Tokens;

/** Who has one duty in a campaign or on a registration does not have another. */
@QuarkusTest
@WithTestResource(LanToaServices.class)
class DutiesTest {
    private static final String BASE_PATH = "/api/campaigns/v1";

    @Inject
    World world;

    @Inject
    TestUnits units;

    @Inject
    DataSource database;

    @Inject
    Duties duties;

    Province province;

    @BeforeEach
    void aProvince() {
        province = world.province();
    }

    private static void refused(Response response, String rule) {
        response.then()
                .statusCode(403)
                .body("type", endsWith(":duties-exclude-each-other"))
                .body("detail", containsString(rule))
                .body("legalRef", containsString("Luật"));
    }

    private Person also(Person person, String role) {
        Rights.grant(database, person.subject(), person.id(), role, province.root());
        return person;
    }

    private Person inTheNameOf(UUID delegator) {
        var deputy = units.person("Cấp phó");
        var subject = "deputy-" + deputy;
        Rights.delegate(database, subject, deputy, "CONFIRMING_OFFICER", province.root(), delegator);
        return new Person(deputy, "Cấp phó", subject, BASE_PATH);
    }

    @Test
    void whoDraftedOrRevisedARegistrationNeitherConfirmsNorReturnsIt() {
        var drafter = also(province.officer(), "CONFIRMING_OFFICER");
        var reviser = also(province.confirmer(), "EMULATION_OFFICER");
        String id = drafter.posts(
                        "/registrations", Province.registration(province.launchedCampaign(), province.department()))
                .path("id");
        var path = "/registrations/" + id;
        reviser.patches(path, "*", Map.of("tasks", List.of("Số hóa 600 hồ sơ")))
                .then()
                .statusCode(200);
        also(world.somebody("Người gửi", "CONFIRMING_OFFICER", province.root()), "EMULATION_OFFICER")
                .acts(path, "submit")
                .then()
                .statusCode(200);

        refused(drafter.acts(path, "confirm"), "DRAFTER_JUDGES_NOT");
        refused(reviser.acts(path, "return", Map.of("reason", "Chưa rõ")), "REVISER_JUDGES_NOT");
    }

    @Test
    void whoseSubmissionWasTakenBackStillDoesNotConfirm() {
        var submitter = also(province.officer(), "CONFIRMING_OFFICER");
        var path = "/registrations/" + province.submittedRegistration();
        province.member().acts(path, "recall").then().statusCode(200);
        submitter.acts(path, "submit").then().statusCode(200);
        province.member().acts(path, "recall").then().statusCode(200);
        province.member().acts(path, "submit").then().statusCode(200);

        refused(submitter.acts(path, "confirm"), "SUBMITTER_JUDGES_NOT");
    }

    @Test
    void whomItConcernsIsKnownByEveryRecord() {
        var path = "/registrations/" + province.submittedRegistration();
        var another = also(
                world.somebody(province.member().name(), "CONFIRMING_OFFICER", province.root()), "EMULATION_OFFICER");
        units.hear(
                new PersonMerged(
                        province.member().id(),
                        new Act("person.merge", Instant.now(), null, "Một người hai hồ sơ"),
                        new PersonState(
                                province.member().id(), province.member().name(), another.id())),
                2);

        refused(another.acts(path, "confirm"), "SUBJECT_JUDGES_NOT");
        // what was one's own stays one's own
        province.member().calls().get(path).then().statusCode(200);
        province.member().acts(path, "recall").then().statusCode(200);
        refused(another.posts(path + "/reviews", review()), "SUBJECT_JUDGES_NOT");
    }

    @Test
    void whoMayNotJudgeHasNobodyJudgeInTheirName() {
        var path = "/registrations/" + province.submittedRegistration();
        var administrator = world.somebody("Quản trị", "UNIT_ADMINISTRATOR", province.root());

        refused(inTheNameOf(province.member().id()).acts(path, "confirm"), "SUBJECT_JUDGES_NOT");
        refused(inTheNameOf(administrator.id()).acts(path, "confirm"), "ADMINISTRATOR_TAKES_NO_PART");
        inTheNameOf(province.member().id())
                .calls()
                .get(path + "/allowed-actions")
                .then()
                .body("items.find { it.action == 'confirm' }.reason", equalTo("duties-exclude-each-other"))
                .body("items.find { it.action == 'confirm' }.text.vi", containsString("Người đăng ký không tự"))
                .body("items.find { it.action == 'confirm' }.legalRef", containsString("Điều 5"));
        // who holds the right themselves acts for themselves
        also(inTheNameOf(province.member().id()), "CONFIRMING_OFFICER")
                .acts(path, "confirm")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "ADMINISTRATOR, ADMINISTRATOR_TAKES_NO_PART",
        "UNIT_ADMINISTRATOR, ADMINISTRATOR_TAKES_NO_PART",
        "SYSTEM_ADMINISTRATOR, SYSTEM_ADMINISTRATOR_TAKES_NO_PART",
        "AUDITOR, AUDITOR_TAKES_NO_PART",
        "DATA_PROTECTION_OFFICER, AUDITOR_TAKES_NO_PART"
    })
    void whoAdministersOrWatchesTakesNoPartButRegistersForThemselves(String role, String rule) {
        var other = also(also(world.somebody("Kiêm nhiệm", role, null), "EMULATION_OFFICER"), "CONFIRMING_OFFICER");
        var submitted = province.submittedRegistration();
        var campaign = province.launchedCampaign();

        refused(other.posts("/campaigns", Province.campaign(province.department())), rule);
        refused(other.posts("/campaigns/" + campaign + "/responses", Map.of("unit", province.department())), rule);
        refused(other.posts("/registrations", Province.registration(campaign, province.department())), rule);
        refused(other.acts("/registrations/" + submitted, "confirm"), rule);
        other.posts("/registrations", Province.registration(campaign, province.department(), other.id()))
                .then()
                .statusCode(201);
    }

    @Test
    void aTokenThatNamesLessLiftsNoDuty() {
        var both = also(world.somebody("Quản trị", "ADMINISTRATOR", null), "EMULATION_OFFICER");

        refused(
                given().auth()
                        .oauth2(Tokens.ofClient(both.subject(), "lantoa:campaign.read lantoa:campaign.draft"))
                        .contentType("application/json")
                        .basePath(BASE_PATH)
                        .body(Province.campaign(province.department()))
                        .post("/campaigns"),
                "ADMINISTRATOR_TAKES_NO_PART");
    }

    @Test
    void everyPairOfDutiesHasItsArticleItsWordsAndItsDays() {
        assertThat(duties.exclusions()).hasSizeGreaterThan(6).allSatisfy(pair -> {
            assertThat(pair.legalRef()).isNotBlank();
            assertThat(pair.confidence()).isIn("CONFIRMED", "PARTLY", "UNCONFIRMED", "INFERRED");
            assertThat(pair.nameVi()).isNotBlank();
            assertThat(pair.nameEn()).isNotBlank();
            assertThat(pair.validFrom()).isNotNull();
        });
    }

    private static Map<String, Object> review() {
        return Map.of("reviewedOn", "2026-06-30", "done", List.of("Đã số hóa 500 hồ sơ"), "outcome", "MET");
    }
}
