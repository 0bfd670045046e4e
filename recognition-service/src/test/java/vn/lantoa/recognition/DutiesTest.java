package vn.lantoa.recognition;

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
import java.util.List;
import java.util.Map;
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
