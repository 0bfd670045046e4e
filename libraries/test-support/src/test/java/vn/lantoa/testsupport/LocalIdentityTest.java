package vn.lantoa.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.nimbusds.jwt.SignedJWT;
import io.restassured.RestAssured;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LocalIdentityTest {

    @Test
    void aTokenNamesItsUserTheIssuerAndTheAudience() throws ParseException {
        try (LocalIdentity identity = LocalIdentity.start()) {
            var claims = SignedJWT.parse(identity.token("can-bo")).getJWTClaimsSet();

            assertThat(claims.getSubject()).isEqualTo("can-bo");
            assertThat(claims.getIssuer()).isEqualTo(identity.issuer());
            assertThat(claims.getAudience()).containsExactly("lantoa");
            assertThat(identity.issuer()).isEqualTo("http://localhost:" + identity.port() + "/lantoa");
        }
    }

    @Test
    void aTokenSaysHowStrongTheLogInWasAndHoldsFiveMinutes() throws ParseException {
        try (LocalIdentity identity = LocalIdentity.start()) {
            var strong = SignedJWT.parse(identity.token("can-bo")).getJWTClaimsSet();
            var weak = SignedJWT.parse(LocalIdentity.token(identity.issuer(), "can-bo", "password"))
                    .getJWTClaimsSet();
            var system = SignedJWT.parse(LocalIdentity.clientToken(identity.issuer(), "other", "lantoa:unit.read"))
                    .getJWTClaimsSet();

            assertThat(strong.getStringClaim("acr")).isEqualTo("second-factor");
            assertThat(strong.getLongClaim("auth_time"))
                    .isCloseTo(strong.getIssueTime().toInstant().getEpochSecond(), within(2L));
            assertThat(strong.getExpirationTime().toInstant())
                    .isEqualTo(strong.getIssueTime().toInstant().plusSeconds(300));
            assertThat(weak.getStringClaim("acr")).isEqualTo("password");
            assertThat(system.getClaims()).doesNotContainKeys("acr", "auth_time");
            assertThat(system.getStringClaim("scope")).isEqualTo("lantoa:unit.read");
        }
    }

    @Test
    void aTokenCanBeOfThePastOrForSomebodyElse() throws ParseException {
        try (LocalIdentity identity = LocalIdentity.start()) {
            var past = SignedJWT.parse(LocalIdentity.odd(identity.issuer(), "can-bo", "lantoa", Duration.ofMinutes(10)))
                    .getJWTClaimsSet();
            var other = SignedJWT.parse(LocalIdentity.odd(identity.issuer(), "can-bo", "kho-bac", Duration.ZERO))
                    .getJWTClaimsSet();

            assertThat(past.getExpirationTime().toInstant())
                    .isEqualTo(past.getIssueTime().toInstant().plusSeconds(300))
                    .isBefore(Instant.now().minusSeconds(240));
            assertThat(other.getAudience()).containsExactly("kho-bac");
        }
    }

    @Test
    void aClientGetsATokenInItsOwnName() throws ParseException {
        try (LocalIdentity identity = LocalIdentity.start()) {
            String token = RestAssured.given()
                    .formParam("grant_type", "client_credentials")
                    .formParam("client_id", "other-system")
                    .formParam("client_secret", "local")
                    .post(identity.issuer() + "/token")
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("access_token");

            assertThat(SignedJWT.parse(token).getJWTClaimsSet().getSubject()).isEqualTo("other-system");
        }
    }
}
