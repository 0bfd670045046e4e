package vn.lantoa.recognition;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.recognition.World.Province;
import vn.lantoa.testsupport.LanToaServices;

/** What a nomination is refused for, by name and article. */
@QuarkusTest
@WithTestResource(LanToaServices.class)
class RefusalTest {
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
    void whatDoesNotMeetTheCriteriaIsNotAccepted() {
        province.rated("HT", 2024);
        var id = province.received(province.proposal("LDTT"));

        var refused = province.agency().acts("/nominations/" + id, "accept", Map.of("reason", "Vẫn nên khen"));

        refused(refused, 409, "criteria-not-met");
        refused.then().body("legalRef", equalTo("Luật 06/2022/QH15, Điều 24"));
    }

    @Test
    void aSubjectIsProposedOnceForAnAwardAndAYear() {
        province.drafted(province.proposal("LDTT"));

        refused(province.officer().posts("/nominations", province.proposal("LDTT")), 409, "nomination-exists");
    }

    @Test
    void aRejectedOneMayBeProposedAgain() {
        var id = province.received(province.proposal("LDTT"));
        province.agency()
                .acts(
                        "/nominations/" + id,
                        "reject",
                        Map.of("legalRef", "Luật 06/2022/QH15, Điều 24", "reason", "Chưa đạt"))
                .then()
                .statusCode(200)
                .body("status", equalTo("REJECTED"));

        province.drafted(province.proposal("LDTT"));
    }

    @Test
    void aReturnNamesTheArticle() {
        var id = province.received(province.proposal("LDTT"));

        var refused = province.agency().acts("/nominations/" + id, "return", Map.of("reason", "Thiếu"));

        refused.then().statusCode(400).body("errors.pointer", hasItem("/legalRef"));
    }

    @Test
    void whoProposesDoesNotAppraise() {
        var both = world.somebody("Hai vai", "EMULATION_OFFICER", province.root());
        vn.lantoa.testsupport.Rights.grant(
                units.database(), both.subject(), both.id(), "STANDING_AGENCY", province.root());
        String id = both.posts("/nominations", province.proposal("LDTT")).path("id");
        both.acts("/nominations/" + id, "submit").then().statusCode(200);

        var refused = both.acts("/nominations/" + id, "receive");

        refused(refused, 403, "duty-excluded");
        refused.then().body("detail", containsString("APPRAISES_NOT"));
    }

    @Test
    void nobodyActsOnTheirOwnNomination() {
        var proposal = province.proposal("LDTT");
        proposal.put("person", province.agency().id());
        var id = province.drafted(proposal);
        province.officer().acts("/nominations/" + id, "submit").then().statusCode(200);

        refused(province.agency().acts("/nominations/" + id, "receive"), 403, "duty-excluded");
    }

    @Test
    void administratorsTakeNoPart() {
        var admin = world.somebody("Quản trị", "ADMINISTRATOR", null);
        vn.lantoa.testsupport.Rights.grant(
                units.database(), admin.subject(), admin.id(), "EMULATION_OFFICER", province.root());

        refused(admin.posts("/nominations", province.proposal("LDTT")), 403, "duty-excluded");
    }

    @Test
    void officersActForTheirUnitsOnly() {
        var elsewhere = world.somebody("Nơi khác", "EMULATION_OFFICER", province.commune());

        refused(elsewhere.posts("/nominations", province.proposal("LDTT")), 403, "outside-your-units");
        var id = province.drafted(province.proposal("LDTT"));
        refused(elsewhere.calls().get("/nominations/" + id), 404, "nomination-not-found");
        elsewhere.calls().get("/nominations").then().statusCode(200).body("items", hasSize(0));
        refused(elsewhere.acts("/nominations/" + id, "submit"), 404, "nomination-not-found");
    }

    @Test
    void leadersDoNotPropose() {
        refused(province.leader().posts("/nominations", province.proposal("LDTT")), 403, "forbidden");
    }

    @Test
    void anActNeedsTheVersionItMeans() {
        var id = province.drafted(province.proposal("LDTT"));

        refused(province.officer().calls().post("/nominations/" + id + "/submit"), 428, "if-match-required");
        refused(
                province.officer().calls().header("If-Match", "\"7\"").post("/nominations/" + id + "/submit"),
                412,
                "stale-version");
    }

    @Test
    void anActNeedsItsState() {
        var id = province.drafted(province.proposal("LDTT"));

        refused(province.agency().acts("/nominations/" + id, "receive"), 409, "nomination-in-other-state");
    }

    @Test
    void aTitleForPersonsIsNotForCollectives() {
        var proposal = province.proposal("CSTDCS");
        proposal.remove("person");

        var refused = province.officer().posts("/nominations", proposal);

        refused(refused, 422, "award-not-possible");
        refused.then().body("errors[0].pointer", equalTo("/person"));
    }

    @Test
    void whatTheCatalogueLacksIsRefused() {
        var proposal = province.proposal("LDTT");
        proposal.put("awardType", "KHONG_CO");
        refused(province.officer().posts("/nominations", proposal), 422, "award-type-unknown");
        proposal.put("awardType", "LDTT");
        proposal.put("statements", List.of("BRAVE"));
        refused(province.officer().posts("/nominations", proposal), 422, "code-unknown");
    }

    @Test
    void aUnitNobodyHasHeardOfIsAskedForLater() {
        var proposal = province.proposal("LDTT");
        proposal.put("unit", World.newId());

        var refused = province.officer().posts("/nominations", proposal);

        refused(refused, 503, "not-yet-known");
        refused.then().header("Retry-After", notNullValue());
    }

    @Test
    void aVoteIsCountedExactly() {
        var id = province.accepted(cstdt());

        province.agency()
                .acts("/nominations/" + id, "vote", Province.vote(19, 19, 0, 17, 2))
                .then()
                .statusCode(200)
                .body("status", equalTo("VOTED_FAIL"))
                .body("vote.ratio", equalTo("17/19"))
                .body("vote.threshold", equalTo("9/10"));
    }

    @Test
    void allMembersCountWhetherPresentOrNot() {
        var id = province.accepted(cstdt());

        province.agency()
                .acts("/nominations/" + id, "vote", Province.vote(20, 16, 4, 18, 2))
                .then()
                .statusCode(200)
                .body("status", equalTo("VOTED_PASS"))
                .body("vote.ratio", equalTo("18/20"));
    }

    @Test
    void aVoteWithoutQuorumIsNone() {
        var id = province.accepted(cstdt());

        var refused = province.agency().acts("/nominations/" + id, "vote", Province.vote(20, 13, 0, 13, 0));

        refused(refused, 422, "vote-not-valid");
        refused.then().body("errors[0].code", equalTo("quorum-missed"));
    }

    @Test
    void aVoteIsRecordedOnce() {
        var id = province.accepted(cstdt());
        province.agency()
                .acts("/nominations/" + id, "vote", Province.vote(20, 20, 0, 20, 0))
                .then()
                .statusCode(200);

        refused(
                province.agency().acts("/nominations/" + id, "vote", Province.vote(20, 20, 0, 20, 0)),
                409,
                "nomination-in-other-state");
    }

    @Test
    void whatWasWithdrawnStaysSo() {
        var id = province.received(province.proposal("LDTT"));
        province.officer()
                .acts("/nominations/" + id, "withdraw", Map.of("reason", "Đề nghị nhầm"))
                .then()
                .statusCode(200)
                .body("status", equalTo("WITHDRAWN"));

        refused(province.agency().acts("/nominations/" + id, "accept", Map.of()), 409, "nomination-in-other-state");
    }

    @Test
    void aDraftIsChangedAndDiscarded() {
        var id = province.drafted(province.proposal("LDTT"));
        province.officer()
                .calls()
                .contentType("application/merge-patch+json; charset=UTF-8")
                .header("If-Match", "\"0\"")
                .body(Map.of("achievement", "Số hóa 500 hồ sơ"))
                .patch("/nominations/" + id)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("achievement", equalTo("Số hóa 500 hồ sơ"))
                .body("statements", hasSize(2));
        province.officer()
                .calls()
                .header("If-Match", "\"1\"")
                .delete("/nominations/" + id)
                .then()
                .statusCode(204);
        refused(province.officer().calls().get("/nominations/" + id), 404, "nomination-not-found");
    }

    /** Holds CSTDCS for three years in a row; the initiative is on paper only. */
    private Map<String, Object> cstdt() {
        var proposal = province.proposal("CSTDT");
        for (int year = 2022; year <= 2024; year++) {
            units.holds(province.worker(), province.department(), "CSTDCS", year);
        }
        return proposal;
    }

    private static void refused(Response response, int status, String code) {
        response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", endsWith(":" + code));
    }
}
