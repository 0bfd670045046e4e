package vn.lantoa.recognition;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lantoa.recognition.World.Province;
import vn.lantoa.recognition.catalogue.Catalogue;
import vn.lantoa.recognition.catalogue.DutyExclusion;
import vn.lantoa.recognition.catalogue.Validity;
import vn.lantoa.testsupport.LanToaServices;
import vn.lantoa.testsupport.Person;
import vn.lantoa.testsupport.Rights;
import vn.lantoa.testsupport.Tokens;

/** Who has one duty on a nomination does not have another. */
@QuarkusTest
@WithTestResource(LanToaServices.class)
class DutiesTest {
    private static final LocalDate PROPOSED = LocalDate.of(2025, 6, 2);

    @Inject
    World world;

    @Inject
    TestUnits units;

    @Inject
    Catalogue catalogue;

    Province province;

    @BeforeEach
    void aProvince() {
        province = world.province();
        world.post(province.leader(), province.commune(), "COMMUNE_CHAIR");
    }

    private static void refused(Response response, String rule) {
        response.then()
                .statusCode(403)
                .body("type", endsWith(":duty-excluded"))
                .body("detail", containsString(rule))
                .body("legalRef", containsString("Luật"));
    }

    private String accepted() {
        return province.accepted(province.commendation("GK_XA", province.commune(), PROPOSED));
    }

    private Person also(Person person, String role) {
        Rights.grant(units.database(), person.subject(), person.id(), role, province.root());
        return person;
    }

    @Test
    void whoAppraisedDoesNotSign() {
        var appraiser = also(province.agency(), "SIGNER");
        var decision = province.draftDecision("GK_XA", province.commune(), accepted());
        world.post(appraiser, province.commune(), "COMMUNE_CHAIR");

        refused(province.signs(appraiser, decision, "1/QĐ-UBND", "2025-06-20"), "APPRAISER_DECIDES_NOT");
        appraiser
                .calls()
                .get("/decisions/" + decision + "/allowed-actions")
                .then()
                .statusCode(200)
                .body("items.find { it.action == 'sign' }.allowed", equalTo(false))
                .body("items.find { it.action == 'sign' }.reason", equalTo("duty-excluded"))
                .body("items.find { it.action == 'sign' }.text.vi", containsString("Người thẩm định không ký"))
                .body("items.find { it.action == 'sign' }.text.en", containsString("does not sign"))
                .body("items.find { it.action == 'sign' }.legalRef", containsString("Điều 23"))
                .body("items.find { it.action == 'discard' }.allowed", equalTo(true));
    }

    @Test
    void whoProposedDoesNotSign() {
        var proposer = also(province.officer(), "SIGNER");
        var decision = province.draftDecision("GK_XA", province.commune(), accepted());
        world.post(proposer, province.commune(), "COMMUNE_CHAIR");

        refused(province.signs(proposer, decision, "1/QĐ-UBND", "2025-06-20"), "PROPOSER_DECIDES_NOT");
    }

    @Test
    void whoMayDecidesAndIsToldSo() {
        var decision = province.draftDecision("GK_XA", province.commune(), accepted());

        province.leader()
                .calls()
                .get("/decisions/" + decision + "/allowed-actions")
                .then()
                .statusCode(200)
                .body("items.find { it.action == 'sign' }.allowed", equalTo(true))
                .body("items.find { it.action == 'sign' }.reason", nullValue())
                .body("items.find { it.action == 'discard' }.reason", equalTo("outside-your-units"));
        world.somebody("Nơi khác", "SIGNER", province.department())
                .calls()
                .get("/decisions/" + decision + "/allowed-actions")
                .then()
                .statusCode(404);
    }

    @Test
    void whoReturnedANominationDoesNotMendIt() {
        var both = also(province.agency(), "EMULATION_OFFICER");
        var id = province.received(province.proposal("LDTT"));
        both.acts("/nominations/" + id, "return", Map.of("legalRef", "Điều 24", "reason", "Thiếu"))
                .then()
                .statusCode(200);

        refused(both.acts("/nominations/" + id, "submit"), "APPRAISER_PROPOSES_NOT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ADMINISTRATOR",
                "UNIT_ADMINISTRATOR",
                "SYSTEM_ADMINISTRATOR",
                "AUDITOR",
                "DATA_PROTECTION_OFFICER"
            })
    void whoAdministersOrWatchesTakesNoPart(String role) {
        var other = also(world.somebody("Kiêm nhiệm", role, null), "EMULATION_OFFICER");

        refused(other.posts("/nominations", province.proposal("LDTT")), "TAKES_NO_PART");
    }

    @Test
    void aTokenThatNamesLessLiftsNoDuty() {
        var both = also(world.somebody("Quản trị", "ADMINISTRATOR", null), "EMULATION_OFFICER");

        refused(
                given().auth()
                        .oauth2(Tokens.ofClient(both.subject(), "lantoa:nomination.read lantoa:nomination.draft"))
                        .contentType("application/json")
                        .basePath("/api/recognition/v1")
                        .body(province.proposal("LDTT"))
                        .post("/nominations"),
                "ADMINISTRATOR_TAKES_NO_PART");
    }

    @Test
    void whoMayNotActHasNobodyActInTheirName() {
        var id = province.drafted(province.proposal("LDTT"));
        province.officer().acts("/nominations/" + id, "submit").then().statusCode(200);
        var administrator = world.somebody("Quản trị", "UNIT_ADMINISTRATOR", province.root());

        refused(inTheNameOf(province.worker()).acts("/nominations/" + id, "receive"), "SUBJECT_ACTS_NOT");
        refused(inTheNameOf(province.officer().id()).acts("/nominations/" + id, "receive"), "DRAFTER_APPRAISES_NOT");
        refused(inTheNameOf(administrator.id()).acts("/nominations/" + id, "receive"), "ADMINISTRATOR_TAKES_NO_PART");
        inTheNameOf(province.officer().id())
                .calls()
                .get("/nominations/" + id + "/allowed-actions")
                .then()
                .body("items.find { it.action == 'receive' }.reason", equalTo("duty-excluded"));
        // who holds the right themselves acts for themselves
        also(inTheNameOf(province.worker()), "STANDING_AGENCY")
                .acts("/nominations/" + id, "receive")
                .then()
                .statusCode(200);
    }

    @Test
    void whomTheActConcernsHasNobodyActOnAUnitThatEndedInTheirName() {
        var id = province.drafted(province.proposal("LDTT"));
        province.officer().acts("/nominations/" + id, "submit").then().statusCode(200);
        var deputy = inTheNameOf(province.worker());
        units.ends(
                province.department(),
                "Sở Nội vụ tỉnh Cao Bằng",
                "DEPARTMENT",
                province.committee(),
                LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")));

        refused(deputy.acts("/nominations/" + id, "receive"), "SUBJECT_ACTS_NOT");
    }

    @Test
    void whoProposedOrAdministersPreparesAndDiscardsNoDecision() {
        var proposer = also(province.officer(), "STANDING_AGENCY");
        var administrator = also(world.somebody("Quản trị", "ADMINISTRATOR", null), "STANDING_AGENCY");
        var nomination = accepted();
        var draft = province.decision("GK_XA", province.commune(), nomination);

        refused(proposer.posts("/decisions", draft), "PROPOSER_DECIDES_NOT");
        refused(administrator.posts("/decisions", draft), "ADMINISTRATOR_TAKES_NO_PART");
        var decision = province.draftDecision("GK_XA", province.commune(), nomination);
        refused(proposer.calls().header("If-Match", "*").delete("/decisions/" + decision), "PROPOSER_DECIDES_NOT");
        proposer.calls()
                .get("/decisions/" + decision + "/allowed-actions")
                .then()
                .body("items.find { it.action == 'discard' }.reason", equalTo("duty-excluded"));
        province.agency()
                .calls()
                .header("If-Match", "*")
                .delete("/decisions/" + decision)
                .then()
                .statusCode(204);
    }

    @Test
    void thePersonProposedTakesNoPartUpToTheDecision() {
        var subject =
                also(world.somebody("Người được đề nghị", "EMULATION_OFFICER", province.root()), "STANDING_AGENCY");
        var proposal = province.commendation("GK_XA", province.commune(), PROPOSED);
        proposal.put("person", subject.id());
        var id = province.accepted(proposal);

        refused(subject.acts("/nominations/" + id, "withdraw", Map.of("reason", "Rút")), "SUBJECT_ACTS_NOT");
        refused(subject.posts("/decisions", province.decision("GK_XA", province.commune(), id)), "SUBJECT_ACTS_NOT");
    }

    @Test
    void whoAdministersRecordsNoFactsThatOthersAreJudgedBy() {
        var both = also(world.somebody("Kiểm tra", "AUDITOR", null), "STANDING_AGENCY");

        refused(both.posts("/facts/ratings", province.rating("HTXS", 2024)), "AUDITOR_TAKES_NO_PART");
    }

    private Person inTheNameOf(UUID delegator) {
        var deputy = units.person("Cấp phó");
        var subject = "deputy-" + deputy;
        Rights.delegate(units.database(), subject, deputy, "STANDING_AGENCY", province.root(), delegator);
        return new Person(deputy, "Cấp phó", subject, "/api/recognition/v1");
    }

    @Test
    void everyPairOfDutiesHasItsArticleItsWordsAndItsDays() {
        assertThat(catalogue.exclusions()).hasSizeGreaterThan(10).allSatisfy(pair -> {
            assertThat(pair.legalRef()).isNotBlank();
            assertThat(pair.nameVi()).isNotBlank();
            assertThat(pair.nameEn()).isNotBlank();
        });
    }

    @Test
    void aPairHoldsForItsAwardsLevelsAndDaysOnly() {
        var pair = new DutyExclusion(
                "P",
                "SUBJECT",
                List.of("sign"),
                List.of(),
                List.of("PROVINCE"),
                new Validity(PROPOSED, PROPOSED.plusDays(1)),
                "Luật",
                "a",
                "b");

        assertThat(pair.concerns("sign", "LDTT", "PROVINCE", PROPOSED)).isTrue();
        assertThat(pair.concerns("sign", "LDTT", "COMMUNE", PROPOSED)).isFalse();
        assertThat(pair.concerns("sign", "LDTT", "PROVINCE", PROPOSED.plusDays(1)))
                .isFalse();
        assertThat(pair.concerns("draft", "LDTT", "PROVINCE", PROPOSED)).isFalse();
    }
}
