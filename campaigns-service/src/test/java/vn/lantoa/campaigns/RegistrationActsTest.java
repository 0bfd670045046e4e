package vn.lantoa.campaigns;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lantoa.campaigns.World.Province;
import vn.lantoa.testsupport.LanToaServices;
import vn.lantoa.testsupport.Person;
import vn.lantoa.testsupport.Rights;

@QuarkusTest
@WithTestResource(LanToaServices.class)
class RegistrationActsTest {
    @Inject
    World world;

    @Inject
    DataSource database;

    Province province;

    @BeforeEach
    void aProvince() {
        province = world.province();
    }

    @Test
    void aReturnedRegistrationIsMendedConfirmedAndReviewed() {
        var path = "/registrations/" + province.submittedRegistration();

        province.confirmer().acts(path, "return", Map.of("reason", "")).then().statusCode(400);
        province.confirmer()
                .acts(path, "return", Map.of("reason", "Chỉ tiêu chưa đo được"))
                .then()
                .statusCode(200)
                .body("status", equalTo("RETURNED"))
                .body("returnReason", equalTo("Chỉ tiêu chưa đo được"));
        province.member()
                .patches(path, "*", Map.of("tasks", List.of("Số hóa 500 hồ sơ")))
                .then()
                .statusCode(200)
                .body("tasks", contains("Số hóa 500 hồ sơ"));
        province.member().acts(path, "submit").then().statusCode(200).body("returnReason", nullValue());
        province.confirmer().acts(path, "confirm").then().statusCode(200).body("status", equalTo("CONFIRMED"));
        province.officer().posts(path + "/reviews", review("PARTLY")).then().statusCode(201);
        province.officer()
                .calls()
                .get(path)
                .then()
                .body("status", equalTo("REVIEWED"))
                .body("outcome", equalTo("PARTLY"));
        province.member()
                .calls()
                .get(path + "/timeline")
                .then()
                .body("act", contains("draft", "submit", "return", "revise", "submit", "confirm", "review"))
                .body("by.displayName", hasItems("Nông Thị Hoa", "Bế Văn Xét", "Hoàng Văn Cán"));
    }

    @Test
    void aRegistrationIsRecalledUntilSomebodyActsOnIt() {
        var path = "/registrations/" + province.submittedRegistration();
        province.member().acts(path, "recall").then().statusCode(200).body("status", equalTo("DRAFT"));
        province.member().acts(path, "submit").then().statusCode(200);
        province.confirmer().acts(path, "confirm").then().statusCode(200);

        province.member()
                .acts(path, "recall")
                .then()
                .statusCode(409)
                .body("type", endsWith(":registration-not-submitted"));
    }

    @ParameterizedTest
    @CsvSource({
        "DRAFT, recall, registration-not-submitted",
        "DRAFT, return, registration-not-submitted",
        "DRAFT, confirm, registration-not-submitted",
        "DRAFT, review, registration-not-confirmed",
        "SUBMITTED, submit, registration-not-open",
        "SUBMITTED, review, registration-not-confirmed",
        "CONFIRMED, submit, registration-not-open",
        "CONFIRMED, recall, registration-not-submitted",
        "CONFIRMED, return, registration-not-submitted",
        "CONFIRMED, confirm, registration-not-submitted",
    })
    void anIllegalTransitionIsAConflict(String status, String act, String problem) {
        var path = "/registrations/" + registrationIn(status);
        var answer = switch (act) {
            case "submit", "recall" -> province.member().acts(path, act);
            case "return" -> province.confirmer().acts(path, act, Map.of("reason", "Chưa rõ"));
            case "confirm" -> province.confirmer().acts(path, act);
            default -> province.officer().posts(path + "/reviews", review("PARTLY"));
        };

        answer.then().statusCode(409).body("type", equalTo("urn:lantoa:problem:" + problem));
    }

    @Test
    void whoSubmittedItDoesNotConfirmIt() {
        var both = alsoConfirms(province.officer());
        String id = both.posts(
                        "/registrations", Province.registration(province.launchedCampaign(), province.department()))
                .path("id");
        both.acts("/registrations/" + id, "submit").then().statusCode(200);

        both.acts("/registrations/" + id, "confirm")
                .then()
                .statusCode(403)
                .body("type", endsWith(":duties-exclude-each-other"));
        both.calls()
                .get("/registrations/" + id + "/allowed-actions")
                .then()
                .body("items.find { it.action == 'confirm' }.reason", equalTo("duties-exclude-each-other"))
                .body("items.find { it.action == 'recall' }.allowed", equalTo(true));
        province.confirmer().acts("/registrations/" + id, "confirm").then().statusCode(200);
    }

    @Test
    void whomItConcernsDoesNotConfirmIt() {
        var subject = alsoConfirms(province.member());
        String id = province.officer()
                .posts(
                        "/registrations",
                        Province.registration(province.launchedCampaign(), province.department(), subject.id()))
                .path("id");
        province.officer().acts("/registrations/" + id, "submit").then().statusCode(200);

        subject.acts("/registrations/" + id, "confirm")
                .then()
                .statusCode(403)
                .body("type", endsWith(":duties-exclude-each-other"));
    }

    @Test
    void aConfirmingOfficerActsForTheOwnUnitsOnly() {
        var elsewhere = world.somebody("Lý Văn Xa", "CONFIRMING_OFFICER", province.other());

        elsewhere
                .acts("/registrations/" + province.submittedRegistration(), "confirm")
                .then()
                .statusCode(404)
                .body("type", endsWith(":registration-not-found"));
    }

    @Test
    void anOfficerDoesNotConfirm() {
        province.officer()
                .acts("/registrations/" + province.submittedRegistration(), "confirm")
                .then()
                .statusCode(403);
    }

    @Test
    void nothingIsSubmittedAfterTheClosing() {
        var id = province.draftRegistration();
        String campaign = province.member().calls().get("/registrations/" + id).path("campaign.id");
        province.leader().acts("/campaigns/" + campaign, "close").then().statusCode(200);

        province.member()
                .acts("/registrations/" + id, "submit")
                .then()
                .statusCode(409)
                .body("type", endsWith(":campaign-not-open"));
    }

    @Test
    void anEmptyRegistrationIsNotSubmitted() {
        var path = "/registrations/" + province.draftRegistration();
        var nothing = new HashMap<String, Object>();
        nothing.put("titlesAimedAt", null);
        nothing.put("tasks", null);
        province.member().patches(path, "\"0\"", nothing).then().statusCode(200);

        province.member().acts(path, "submit").then().statusCode(409).body("type", endsWith(":registration-empty"));
    }

    @Test
    void aReviewThatContradictsItselfIsRefused() {
        var path = "/registrations/" + province.confirmedRegistration() + "/reviews";
        var body = review("MET");
        body.remove("remedy");

        province.officer()
                .posts(path, body)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/remedy", "/outcome"));
    }

    @Test
    void reviewsAreReadNewestFirst() {
        var path = "/registrations/" + province.confirmedRegistration() + "/reviews";
        province.officer().posts(path, review("NOT_MET")).then().statusCode(201);
        province.officer().posts(path, review("PARTLY")).then().statusCode(201);

        province.member()
                .calls()
                .get(path)
                .then()
                .statusCode(200)
                .body("items.outcome", contains("PARTLY", "NOT_MET"))
                .body("items[0].undone", contains("Còn 180 hồ sơ"))
                .body("items[0].remedy", equalTo("Bổ sung hai cán bộ trong quý III"))
                .body("items[0].reviewer.displayName", equalTo("Hoàng Văn Cán"));
        province.otherOfficer().calls().get(path).then().statusCode(404);
    }

    @Test
    void changesNeedTheVersionTheyWereMadeFor() {
        var path = "/registrations/" + province.draftRegistration();

        province.member().calls().post(path + "/submit").then().statusCode(428);
        province.member()
                .patches(path, "\"9\"", Map.of("tasks", List.of("Khác")))
                .then()
                .statusCode(412);
        province.member()
                .calls()
                .header("If-Match", "\"0\"")
                .delete(path)
                .then()
                .statusCode(204);
        province.member().calls().get(path).then().statusCode(404);
    }

    @Test
    void progressCountsByStatusAndOutcome() {
        var id = province.confirmedRegistration();
        province.officer()
                .posts("/registrations/" + id + "/reviews", review("PARTLY"))
                .then()
                .statusCode(201);
        String campaign = province.member().calls().get("/registrations/" + id).path("campaign.id");
        province.officer()
                .posts("/registrations", Province.registration(campaign, province.department()))
                .then()
                .statusCode(201);

        province.officer()
                .calls()
                .get("/campaigns/" + campaign + "/progress")
                .then()
                .statusCode(200)
                .body("registrations.DRAFT", equalTo(1))
                .body("registrations.REVIEWED", equalTo(1))
                .body("registrations.CONFIRMED", equalTo(0))
                .body("registeredUnits", equalTo(1))
                .body("registeredPersons", equalTo(1))
                .body("outcomes.PARTLY", equalTo(1));
    }

    @Test
    void whoMayNotReadTheRegistrationsSeesNoFigureOfAFewPersons() {
        var id = province.confirmedRegistration();
        String campaign = province.member().calls().get("/registrations/" + id).path("campaign.id");
        var path = "/campaigns/" + campaign + "/progress";

        province.member()
                .calls()
                .get(path)
                .then()
                .statusCode(200)
                .body("registeredPersons", equalTo(0))
                .body("registeredUnits", equalTo(0))
                .body("registrations.CONFIRMED", equalTo(0))
                .body("withheld", hasItems("registeredPersons", "registeredUnits", "registrations.CONFIRMED"));
        province.officer()
                .calls()
                .get(path)
                .then()
                .body("registeredPersons", equalTo(1))
                .body("withheld", hasSize(0));
    }

    private Person alsoConfirms(Person person) {
        Rights.grant(database, person.subject(), person.id(), "CONFIRMING_OFFICER", province.root());
        return person;
    }

    private String registrationIn(String status) {
        return switch (status) {
            case "DRAFT" -> province.draftRegistration();
            case "SUBMITTED" -> province.submittedRegistration();
            default -> province.confirmedRegistration();
        };
    }

    private static Map<String, Object> review(String outcome) {
        var body = new HashMap<String, Object>();
        body.put("reviewedOn", "2026-06-30");
        body.put("done", List.of("Đã số hóa 320 hồ sơ"));
        body.put("undone", List.of("Còn 180 hồ sơ"));
        body.put("remedy", "Bổ sung hai cán bộ trong quý III");
        body.put("outcome", outcome);
        return body;
    }
}
