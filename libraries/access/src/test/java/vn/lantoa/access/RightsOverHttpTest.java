package vn.lantoa.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import vn.lantoa.testsupport.LanToaServices;
import vn.lantoa.testsupport.Rights;
import vn.lantoa.testsupport.Tokens;

@QuarkusTest
@WithTestResource(LanToaServices.class)
class RightsOverHttpTest {
    @Inject
    DataSource database;

    @Inject
    RightsLookup lookup;

    @Inject
    BeanManager beans;

    private final String subject = "leader-" + UUID.randomUUID();
    private final UUID person = UUID.randomUUID();
    private final UUID unit = UUID.randomUUID();

    @Test
    void withoutATokenOnlyWhatIsOpenIsOpen() {
        given().get("/api/campaigns/v1/gate/open").then().statusCode(200).body(equalTo("anonymous"));
        refused(given().get("/api/campaigns/v1/gate/known").then(), 401, "unauthenticated");
        refused(given().get("/api/campaigns/v1/gate/sign").then(), 401, "unauthenticated");
    }

    @Test
    void aBrokenTokenIsNoToken() {
        refused(
                given().auth()
                        .oauth2("not.a.token")
                        .get("/api/campaigns/v1/gate/sign")
                        .then(),
                401,
                "unauthenticated");
    }

    @Test
    void aCitizenIsKnownButMayNothing() {
        confirmedAgo(Duration.ZERO);
        get("/open").statusCode(200).body(equalTo(Tokens.issuer() + " " + subject));
        refused(get("/known"), 403, "no-person");
        refused(get("/launch/" + unit), 403, "forbidden");
    }

    @Test
    void aLeaderMayInTheirUnitOnly() {
        Rights.grant(database, subject, person, "LEADER", unit);
        get("/known").statusCode(200).body(equalTo(person.toString()));
        get("/launch/" + unit).statusCode(200).body(equalTo("launched"));
        get("/sign").statusCode(200);
        refused(get("/launch/" + UUID.randomUUID()), 403, "outside-your-units");
    }

    @Test
    void staleRightsAreSaidToBeStale() {
        Rights.grant(database, subject, person, "LEADER", unit);
        confirmedAgo(Duration.ofMinutes(2));
        refused(get("/sign"), 503, "rights-stale").header("Retry-After", "5");
        get("/launch/" + unit).statusCode(200);
        confirmedAgo(Duration.ofHours(25));
        refused(get("/launch/" + unit), 503, "rights-stale");
        get("/open").statusCode(200);
    }

    @Test
    void theGuardSeesEveryResource() {
        assertThat(EndpointGuard.resources(beans)).contains(SampleGate.class);
    }

    private ValidatableResponse get(String path) {
        return given().auth()
                .oauth2(Tokens.of(subject))
                .get("/api/campaigns/v1/gate" + path)
                .then();
    }

    private static ValidatableResponse refused(ValidatableResponse answer, int status, String code) {
        return answer.statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:lantoa:problem:" + code));
    }

    private void confirmedAgo(Duration age) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("""
                        INSERT INTO access_freshness (confirmed_at) VALUES (now() - make_interval(secs => ?))
                        ON CONFLICT (single) DO UPDATE SET confirmed_at = EXCLUDED.confirmed_at
                        """)) {
            statement.setDouble(1, age.toSeconds());
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        lookup.forget();
    }
}
