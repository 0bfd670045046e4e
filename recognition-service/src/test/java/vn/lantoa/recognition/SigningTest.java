package vn.lantoa.recognition;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.access.AccessReplica;
import vn.lantoa.events.Act;
import vn.lantoa.events.units.RoleGrantState;
import vn.lantoa.events.units.RoleGranted;
import vn.lantoa.recognition.World.Province;
import vn.lantoa.rest.Ids;
import vn.lantoa.testsupport.LanToaServices;
import vn.lantoa.testsupport.Tokens;

/** Who may sign what, on which day. */
@QuarkusTest
@WithTestResource(LanToaServices.class)
class SigningTest {
    private static final Duration A_MINUTE = Duration.ofSeconds(60);
    private static final LocalDate PROPOSED = LocalDate.of(2025, 6, 2);

    @Inject
    World world;

    @Inject
    TestUnits units;

    @Inject
    AccessReplica rights;

    Province province;

    @BeforeEach
    void aProvince() {
        province = world.province();
        world.post(province.leader(), province.district(), "DISTRICT_CHAIR");
        world.post(province.leader(), province.commune(), "COMMUNE_CHAIR");
    }

    @Test
    void aDistrictChairSignsOnTheLastDay() {
        province.signs(province.leader(), ofDistrict(), "1/QĐ-UBND", "2025-06-30")
                .then()
                .statusCode(200)
                .body("legalRef", containsString("Điều 80 khoản 2"));
    }

    @Test
    void aDistrictChairSignsNothingAfterIt() {
        var refused = province.signs(province.leader(), ofDistrict(), "1/QĐ-UBND", "2025-07-01");

        refused(refused, 422, "authority-not-in-force");
        refused.then().body("legalRef", containsString("Điều 80 khoản 2"));
    }

    @Test
    void aCommuneChairSignsBeforeAndAfterTheReform() {
        province.signs(province.leader(), ofCommune(PROPOSED), "1/QĐ-UBND", "2025-06-30")
                .then()
                .statusCode(200)
                .body("legalRef", not(containsString("129/2025")));
        province.signs(province.leader(), ofCommune(PROPOSED.plusYears(1).minusMonths(4)), "2/QĐ-UBND", "2026-03-01")
                .then()
                .statusCode(200)
                .body("legalRef", containsString("129/2025"));
    }

    @Test
    void aSignerHoldsThePost() {
        var other = world.somebody("Người khác", "LEADER", province.root());

        var refused = province.signs(other, ofCommune(PROPOSED), "1/QĐ-UBND", "2025-06-30");

        refused(refused, 422, "signer-without-post");
        refused.then().body("detail", containsString("COMMUNE_CHAIR"));
    }

    @Test
    void aUnitOfAnotherKindHasNoAuthority() {
        var id = province.accepted(province.commendation("GK_XA", province.commune(), PROPOSED));
        var decision = province.draftDecision("GK_XA", province.department(), id);

        refused(province.signs(province.leader(), decision, "1/QĐ", "2025-06-30"), 422, "authority-not-of-unit");
    }

    @Test
    void aPermissionIsNeededToo() {
        var elsewhere = world.somebody("Nơi khác", "LEADER", province.department());
        world.post(elsewhere, province.commune(), "COMMUNE_CHAIR");

        refused(province.signs(elsewhere, ofCommune(PROPOSED), "1/QĐ-UBND", "2025-06-30"), 404, "decision-not-found");
        refused(
                province.signs(
                        province.agency(), ofCommune(PROPOSED.plusYears(1).minusMonths(4)), "1/QĐ", "2026-03-01"),
                403,
                "forbidden");
    }

    @Test
    void aPasswordAloneDoesNotSign() {
        var decision = ofCommune(PROPOSED);
        var weak = given().auth()
                .oauth2(Tokens.weak(province.leader().subject()))
                .contentType("application/json")
                .basePath("/api/recognition/v1")
                .header("If-Match", "*")
                .body(Map.of("number", "1/QĐ-UBND", "signedOn", "2025-06-30"))
                .post("/decisions/" + decision + "/sign");

        refused(weak, 401, "insufficient-user-authentication");
        weak.then().header("WWW-Authenticate", containsString("insufficient_user_authentication"));
        province.signs(province.leader(), decision, "1/QĐ-UBND", "2025-06-30")
                .then()
                .statusCode(200);
    }

    @Test
    void whoLoggedInWithAPasswordAloneIsToldWhatIsMissing() {
        var decision = ofCommune(PROPOSED);

        given().auth()
                .oauth2(Tokens.weak(province.leader().subject()))
                .basePath("/api/recognition/v1")
                .get("/decisions/" + decision + "/allowed-actions")
                .then()
                .statusCode(200)
                .body("items.find { it.action == 'sign' }.allowed", equalTo(false))
                .body("items.find { it.action == 'sign' }.reason", equalTo("insufficient-user-authentication"))
                .body("items.find { it.action == 'sign' }.text.vi", containsString("hai yếu tố"));
    }

    @Test
    void staleRightsRecordNoVote() {
        var id = province.received(province.proposal("LDTT"));
        var vote = World.Province.vote(20, 18, 2, 18, 2);
        units.rightsConfirmed("now() - interval '2 minutes'");
        try {
            org.awaitility.Awaitility.await()
                    .untilAsserted(() ->
                            refused(province.agency().acts("/nominations/" + id, "vote", vote), 503, "rights-stale"));
            province.agency()
                    .calls()
                    .get("/nominations/" + id + "/allowed-actions")
                    .then()
                    .body("items.find { it.action == 'vote' }.reason", equalTo("rights-stale"));
        } finally {
            units.rightsConfirmed("now() + interval '1 hour'");
        }
    }

    @Test
    void staleRightsSignNothing() {
        var decision = ofCommune(PROPOSED);
        units.rightsConfirmed("now() - interval '2 minutes'");
        try {
            await().untilAsserted(() -> refused(
                    province.signs(province.leader(), decision, "1/QĐ-UBND", "2025-06-30"), 503, "rights-stale"));
        } finally {
            units.rightsConfirmed("now() + interval '1 hour'");
        }
    }

    /** What is parked may be the end of the signer's own grant. */
    @Test
    void whileAChangeOfRightsIsParkedNothingIsSignedAndItsReplayRestoresThat() {
        var decision = ofCommune(PROPOSED);
        var operator = world.somebody("Người vận hành", "ADMINISTRATOR", null);
        var other = world.somebody("Người khác", "LEADER", province.district());
        var grant = Ids.next();
        var state = new RoleGrantState(grant, other.id(), "LEADER", province.commune(), null, null, null, null);
        long letter = units.parked(new RoleGranted(grant, new Act("grant", Instant.now(), null, null), state));
        units.rightsConfirmed("now() - interval '2 minutes'");
        try {
            rights.confirm(Instant.now());
            await().untilAsserted(() -> refused(
                    province.signs(province.leader(), decision, "1/QĐ-UBND", "2025-06-30"), 503, "rights-stale"));
            await().atMost(A_MINUTE)
                    .untilAsserted(() -> given().get("/q/health/ready")
                            .then()
                            .statusCode(200)
                            .body("checks.find { it.name == 'grants-replica' }.data.state", equalTo("INCOMPLETE"))
                            .body("checks.find { it.name == 'grants-replica' }.data.parked", equalTo(1)));
            units.rightsConfirmed("now() - interval '3 days'");

            await().untilAsserted(() -> operator.posts("/admin/dead-letters/" + letter + "/replay", Map.of())
                    .then()
                    .statusCode(200)
                    .body("replayedAt", notNullValue()));

            rights.confirm(Instant.now());
            await().untilAsserted(() -> province.signs(province.leader(), decision, "1/QĐ-UBND", "2025-06-30")
                    .then()
                    .statusCode(200));
        } finally {
            units.rightsConfirmed("now() + interval '1 hour'");
        }
    }

    @Test
    void aNumberIsUsedOnceAYearByAnIssuer() {
        province.signs(province.leader(), ofCommune(PROPOSED), "7/QĐ-UBND", "2025-06-30")
                .then()
                .statusCode(200);
        var next = ofCommune(PROPOSED.plusYears(1).minusMonths(4));

        refused(province.signs(province.leader(), next, "7/QĐ-UBND", "2025-01-01"), 422, "decision-before-proposal");
        var second = ofCommuneBesides();
        refused(province.signs(province.leader(), second, "7/QĐ-UBND", "2025-06-30"), 409, "decision-number-taken");
    }

    @Test
    void ofTwoSignaturesAtOnceOneHolds() throws Exception {
        var decision = ofCommune(PROPOSED);
        List<Callable<Integer>> both = List.of(
                () -> province.signs(province.leader(), decision, "8/QĐ-UBND", "2025-06-30")
                        .statusCode(),
                () -> province.signs(province.leader(), decision, "9/QĐ-UBND", "2025-06-30")
                        .statusCode());

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new java.util.ArrayList<Integer>();
            for (var answer : threads.invokeAll(both)) {
                answers.add(answer.get());
            }
            assertThat(answers).containsOnlyOnce(200);
            assertThat(answers).anyMatch(status -> status == 409 || status == 412);
        }
        province.agency()
                .calls()
                .queryParam("unit", province.commune())
                .get("/awards")
                .then()
                .body("items.size()", equalTo(1));
    }

    @Test
    void twoDecisionsDoNotTakeTheSameNumberAtOnce() throws Exception {
        var one = ofCommune(PROPOSED);
        var other = ofCommuneBesides();
        List<Callable<Integer>> both = List.of(
                () -> province.signs(province.leader(), one, "8/QĐ-UBND", "2025-06-30")
                        .statusCode(),
                () -> province.signs(province.leader(), other, "8/QĐ-UBND", "2025-06-30")
                        .statusCode());

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new java.util.ArrayList<Integer>();
            for (var answer : threads.invokeAll(both)) {
                answers.add(answer.get());
            }
            assertThat(answers).containsExactlyInAnyOrder(200, 409);
        }
    }

    @Test
    void aSignatureRepeatedWithItsKeyIsTheSameAnswer() {
        var decision = ofCommune(PROPOSED);
        var key = World.newId();
        var first = signsWithKey(decision, key);
        var again = signsWithKey(decision, key);

        first.then().statusCode(200);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.asString()).isEqualTo(first.asString());
    }

    @Test
    void aNominationStandsInOneDecision() {
        var id = province.accepted(province.commendation("GK_XA", province.commune(), PROPOSED));
        province.draftDecision("GK_XA", province.commune(), id);

        refused(
                province.agency().posts("/decisions", province.decision("GK_XA", province.commune(), id)),
                409,
                "nomination-in-other-decision");
    }

    @Test
    void aDecisionIsOfOneAward() {
        var id = province.accepted(province.commendation("GK_XA", province.commune(), PROPOSED));

        var refused = province.agency().posts("/decisions", province.decision("GK_HUYEN", province.district(), id));

        refused(refused, 422, "decision-contradicts");
        refused.then().body("errors.pointer", hasItem("/nominations/0"));
    }

    @Test
    void aWithdrawnNominationIsNotSigned() {
        var id = province.accepted(province.commendation("GK_XA", province.commune(), PROPOSED));
        var decision = province.draftDecision("GK_XA", province.commune(), id);
        province.officer()
                .acts("/nominations/" + id, "withdraw", Map.of("reason", "Nhầm"))
                .then()
                .statusCode(200);

        refused(province.signs(province.leader(), decision, "1/QĐ", "2025-06-30"), 409, "nomination-not-decidable");
    }

    @Test
    void aDayToComeIsNotSigned() {
        var tomorrow = LocalDate.now(java.time.ZoneId.of("Asia/Ho_Chi_Minh")).plusDays(1);

        refused(
                province.signs(province.leader(), ofCommune(PROPOSED), "1/QĐ", tomorrow.toString()),
                422,
                "date-in-future");
    }

    private Response signsWithKey(String decision, String key) {
        return province.leader()
                .calls()
                .header("If-Match", "\"0\"")
                .header("Idempotency-Key", key)
                .body(Map.of("number", "5/QĐ-UBND", "signedOn", "2025-06-30"))
                .post("/decisions/" + decision + "/sign");
    }

    private String ofDistrict() {
        var id = province.accepted(province.commendation("GK_HUYEN", province.commune(), PROPOSED));
        return province.draftDecision("GK_HUYEN", province.district(), id);
    }

    private String ofCommune(LocalDate proposedOn) {
        var id = province.accepted(province.commendation("GK_XA", province.commune(), proposedOn));
        return province.draftDecision("GK_XA", province.commune(), id);
    }

    private String ofCommuneBesides() {
        var proposal = province.commendation("GK_XA", province.commune(), PROPOSED);
        proposal.put("occasion", "Dân vận khéo");
        return province.draftDecision("GK_XA", province.commune(), province.accepted(proposal));
    }

    private static void refused(Response response, int status, String code) {
        response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", endsWith(":" + code));
    }
}
