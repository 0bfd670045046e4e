package vn.lantoa.campaigns;

import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.testsupport.LanToaServices;
import vn.lantoa.testsupport.Person;

/** Rights that units-service has not confirmed for too long are used no more. */
@QuarkusTest
@WithTestResource(LanToaServices.class)
class StaleRightsTest {
    private static final Duration A_MINUTE = Duration.ofSeconds(60);

    @Inject
    World world;

    @Inject
    DataSource database;

    World.Province province;

    @AfterEach
    void confirmedAgain() {
        confirmed("now() + interval '1 day'");
    }

    @Test
    void actsGoOnForADayAndThenWaitForRightsToBeKnownAgain() {
        province = world.province();
        var campaign = "/campaigns/" + province.submittedCampaign();
        confirmed("now() - interval '23 hours'");
        province.leader().calls().get(campaign + "/allowed-actions").then().statusCode(200);

        confirmed("now() - interval '25 hours'");

        reads(campaign, 503);
        province.leader()
                .acts(campaign, "approve")
                .then()
                .statusCode(503)
                .header("Retry-After", "5")
                .body("type", endsWith(":rights-stale"));
        province.leader()
                .calls()
                .get("/me/permissions/campaign.approve")
                .then()
                .statusCode(200)
                .body("allowed", equalTo(false))
                .body("reason", equalTo("rights-stale"));
        confirmed("now()");
        reads(campaign, 200);
        province.leader().acts(campaign, "approve").then().statusCode(200);
    }

    @Test
    void nobodyIsViewedAsByRightsOlderThanAMinute() {
        province = world.province();
        var support = world.somebody("Lục Thị Mai", "ADMINISTRATOR", province.root());
        confirmed("now() - interval '2 minutes'");

        support.calls()
                .header("View-As", province.leader().id())
                .get("/campaigns")
                .then()
                .statusCode(503)
                .body("type", endsWith(":rights-stale"));
    }

    /** Whose account a token is may have changed too. */
    @Test
    void onesOwnIsReadForADayOnly() {
        province = world.province();
        var own = "/registrations/" + province.draftRegistration();
        confirmed("now() - interval '23 hours'");
        reads(province.member(), own, 200);

        confirmed("now() - interval '25 hours'");

        reads(province.member(), own, 503);
        for (var path : List.of("/registrations", own + "/timeline", own + "/allowed-actions")) {
            province.member()
                    .calls()
                    .get(path)
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "5")
                    .body("type", endsWith(":rights-stale"));
        }
        province.member()
                .calls()
                .get("/me/permissions/registration.draft")
                .then()
                .statusCode(200)
                .body("reason", equalTo("rights-stale"));
        confirmed("now()");
        reads(province.member(), own, 200);
    }

    private void reads(String campaign, int status) {
        reads(province.leader(), campaign + "/allowed-actions", status);
    }

    /** What is remembered of rights is forgotten within a second. */
    private static void reads(Person person, String path, int status) {
        Awaitility.await()
                .atMost(A_MINUTE)
                .untilAsserted(() -> person.calls().get(path).then().statusCode(status));
    }

    private void confirmed(String when) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("UPDATE access_freshness SET confirmed_at = " + when);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
