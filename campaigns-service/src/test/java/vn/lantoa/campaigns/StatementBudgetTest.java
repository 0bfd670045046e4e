package vn.lantoa.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.campaigns.World.Province;
import vn.lantoa.testsupport.LanToaServices;
import vn.lantoa.testsupport.Statements;

/** How many statements a request may send, BEGIN and COMMIT included. */
@QuarkusTest
@TestProfile(StatementBudgetTest.EveryStatementIsParsed.class)
@WithTestResource(LanToaServices.class)
class StatementBudgetTest {
    @Inject
    World world;

    Province province;

    @BeforeEach
    void aProvince() {
        province = world.province();
    }

    /** BEGIN, key, campaign, unit, right, row, audit, event, answer, COMMIT. */
    @Test
    void aRegistrationOfAUnit() {
        var body = Province.registration(province.launchedCampaign(), province.department());
        warmUp();

        assertThat(statements(
                        "insert into registration",
                        () -> province.officer()
                                .calls()
                                .header("Idempotency-Key", World.newId())
                                .body(body)
                                .post("/registrations")))
                .hasSizeLessThanOrEqualTo(10);
    }

    /** The person, and the key that seals the personal part of the audit entry, come on top. */
    @Test
    void aRegistrationOfAPerson() {
        var body = Province.registration(
                province.launchedCampaign(),
                province.department(),
                province.member().id());
        province.member().calls().get("/registrations").then().statusCode(200);

        assertThat(statements(
                        "insert into registration",
                        () -> province.member()
                                .calls()
                                .header("Idempotency-Key", World.newId())
                                .body(body)
                                .post("/registrations")))
                .hasSizeLessThanOrEqualTo(13);
    }

    @Test
    void aLaunch() {
        var path = "/campaigns/" + province.approvedCampaign();

        assertThat(statements(
                        "insert into campaign_act", () -> province.leader().acts(path, "launch", Map.of())))
                .hasSizeLessThanOrEqualTo(9);
    }

    @Test
    void aListOfRegistrations() {
        province.draftRegistration();
        province.confirmer().calls().get("/registrations").then().statusCode(200);

        assertThat(statements(
                        "from registration",
                        () -> province.confirmer()
                                .calls()
                                .queryParam("within", province.root())
                                .get("/registrations")))
                .hasSize(1);
    }

    @Test
    void aListOfCampaigns() {
        warmUp();

        assertThat(statements("from campaign", () -> province.officer().calls().get("/campaigns")))
                .hasSize(1);
    }

    @Test
    void theProgressOfACampaign() {
        var campaign = province.launchedCampaign();
        warmUp();

        assertThat(statements(
                        "campaign_response",
                        () -> province.officer().calls().get("/campaigns/" + campaign + "/progress")))
                .hasSize(1);
    }

    @Test
    void aCampaign() {
        var campaign = province.launchedCampaign();
        warmUp();

        assertThat(statements("from campaign", () -> province.officer().calls().get("/campaigns/" + campaign)))
                .hasSizeLessThanOrEqualTo(2);
    }

    /** What an account may do is remembered for a second. */
    private void warmUp() {
        province.officer().calls().get("/campaigns").then().statusCode(200);
    }

    private static List<String> statements(String part, Supplier<Response> request) {
        try (var heard = Statements.heard()) {
            assertThat(request.get().statusCode()).isLessThan(300);
            return heard.ofTheRequestWith(part);
        }
    }

    /** Without server-side statements every statement is sent with its text, so that requests can be told apart. */
    public static class EveryStatementIsParsed implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.datasource.jdbc.additional-jdbc-properties.prepareThreshold", "0");
        }
    }
}
