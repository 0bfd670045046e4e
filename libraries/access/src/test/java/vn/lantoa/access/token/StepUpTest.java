package vn.lantoa.access.token;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import vn.lantoa.testsupport.LanToaServices;

/** The gravest acts want a strong and recent log-in, and say so as RFC 9470 asks. */
@QuarkusTest
@WithTestResource(LanToaServices.class)
@WithTestResource(ForgingIdentity.class)
class StepUpTest {
    private static final int MAX_AGE = 15 * 60;

    ForgingIdentity identity;

    @Test
    void withASecondFactorJustNowItIsDone() {
        ask(token().claim("acr", "second-factor").in("auth_time", 0))
                .statusCode(200)
                .body(equalTo("sealed"));
        ask(token().claim("acr", "second-factor").in("auth_time", 30 - MAX_AGE)).statusCode(200);
    }

    @Test
    void withLessTheAnswerSaysWhatToAskFor() {
        challenged(token());
        challenged(token().in("auth_time", 0));
        challenged(token().claim("acr", "password").in("auth_time", 0));
        challenged(token().claim("acr", "second-factor"));
        challenged(token().claim("acr", "second-factor").in("auth_time", -MAX_AGE - 30));
        challenged(token().claim("acr", "second-factor").in("auth_time", 3600));
        challenged(token().claim("acr", "second-factor").claim("auth_time", "now"));
        challenged(token().claim("acr", java.util.List.of("second-factor")).in("auth_time", 0));
    }

    @Test
    void withoutATokenAnyTokenIsAskedFor() {
        given().get("/api/campaigns/v1/gate/seal")
                .then()
                .statusCode(401)
                .body("type", equalTo("urn:lantoa:problem:unauthenticated"));
    }

    private Forged token() {
        return new Forged(identity, "signer");
    }

    private static void challenged(Forged token) {
        ask(token)
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", containsString("error=\"insufficient_user_authentication\""))
                .header("WWW-Authenticate", containsString("acr_values=\"second-factor\""))
                .header("WWW-Authenticate", containsString("max_age=\"" + MAX_AGE + "\""))
                .body("type", equalTo("urn:lantoa:problem:insufficient-user-authentication"))
                .body("detail", containsString("15"));
    }

    private static ValidatableResponse ask(Forged token) {
        return given().auth()
                .oauth2(token.token())
                .get("/api/campaigns/v1/gate/seal")
                .then();
    }
}
