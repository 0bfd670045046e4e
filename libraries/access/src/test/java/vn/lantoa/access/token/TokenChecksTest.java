package vn.lantoa.access.token;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import vn.lantoa.testsupport.LanToaServices;

/** Every token that must not be believed, one by one, and those that must (FT22). */
@QuarkusTest
@WithTestResource(LanToaServices.class)
@WithTestResource(ForgingIdentity.class)
class TokenChecksTest {
    private static final String EVIL = "https://evil.invalid/keys";

    ForgingIdentity identity;

    private final String subject = "somebody-" + UUID.randomUUID();

    @TestFactory
    Stream<DynamicTest> goodTokensAreBelieved() {
        return Stream.of(
                good("as the provider makes it", it -> it),
                good("an access token by RFC 9068", it -> it.header("typ", "at+jwt")),
                good("for several audiences", it -> it.claim("aud", List.of("other", "lantoa"))),
                good(
                        "of a clock half a minute behind",
                        it -> it.in("iat", -310).in("nbf", -310).in("exp", -10)),
                good(
                        "of a clock half a minute ahead",
                        it -> it.in("iat", 20).in("nbf", 20).in("exp", 320)),
                good("as Keycloak says it", it -> it.claim("typ", "Bearer").claim("azp", "lantoa-web")));
    }

    @TestFactory
    Stream<DynamicTest> claimsThatDoNotFitAreRefused() {
        return Stream.of(
                bad("expired", it -> it.in("iat", -400).in("nbf", -400).in("exp", -100)),
                bad("not yet valid", it -> it.in("nbf", 120)),
                bad("from the future", it -> it.in("iat", 120).in("nbf", 0).in("exp", 300)),
                bad("for too long", it -> it.in("exp", 3600)),
                bad("for ever", it -> it.claim("exp", null)),
                bad("until the end of numbers", it -> it.claim("exp", Long.MAX_VALUE)),
                bad("until infinity", it -> it.claim("exp", 1e300)),
                bad("until a text", it -> it.claim("exp", "tomorrow")),
                bad("since nobody knows when", it -> it.claim("iat", null)),
                bad("since before time", it -> it.claim("iat", Long.MIN_VALUE)),
                bad("for another audience", it -> it.claim("aud", "other")),
                bad("for nobody", it -> it.claim("aud", null)),
                bad("for everybody", it -> it.claim("aud", List.of())),
                bad("of another issuer", it -> it.claim("iss", "https://id.example.vn/lantoa")),
                bad("of another realm", it -> it.claim("iss", identity.issuer() + "2")),
                bad("of no issuer", it -> it.claim("iss", null)),
                bad("without a subject", it -> it.claim("sub", null)),
                bad("with a blank subject", it -> it.claim("sub", " ")),
                bad("with two lines of subject", it -> it.claim("sub", "a\nb")),
                bad("of an issuer like two names", it -> it.claim("iss", identity.issuer() + " a")),
                bad("with a list of subjects", it -> it.claim("sub", List.of("a", "b"))),
                bad("with a very long subject", it -> it.claim("sub", "a".repeat(256))),
                bad("an identity token", it -> it.claim("typ", "ID")),
                bad("a refresh token", it -> it.claim("typ", "Refresh")),
                bad("a log-out token", it -> it.header("typ", "logout+jwt")),
                bad(
                        "bound to a key",
                        it -> it.claim("cnf", Map.of("jkt", "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I"))),
                bad("with a claim twice", it -> it.text(text -> text.insert(1, "\"sub\":\"admin\","))),
                bad("with text behind it", it -> it.text(text -> text.append("{}"))),
                bad(
                        "with claims that are a list",
                        it -> it.text(text -> text.insert(0, '[').append(']'))));
    }

    @TestFactory
    Stream<DynamicTest> signaturesThatProveNothingAreRefused() {
        var stranger = ForgingIdentity.newKey(identity.key().getKeyId());
        var published = identity.key().getPublicKey().getEncoded();
        var pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.UTF_8))
                        .encodeToString(published) + "\n-----END PUBLIC KEY-----\n";
        var jwk = identity.key().toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
        return Stream.of(
                bad("unsigned", it -> it.signed("none", null)),
                bad("by the public key as a secret", it -> it.signed("HS256", new HmacKey(published))),
                bad("by the public key as PEM", it -> it.signed("HS256", new HmacKey(bytes(pem)))),
                bad("by the public key as JWK", it -> it.signed("HS512", new HmacKey(bytes(jwk)))),
                bad("by a stranger", it -> it.signed("RS256", stranger.getPrivateKey())),
                bad("by a key of a file", it -> it.header("kid", "../../../../dev/null")),
                bad("by a key of a query", it -> it.header("kid", "x' UNION SELECT 'key")),
                bad("by a key of an address", it -> it.header("kid", EVIL)),
                bad(
                        "by a key beside it",
                        it -> it.signed("RS256", stranger.getPrivateKey())
                                .header("jwk", stranger.toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY))),
                bad("by keys elsewhere", it -> elsewhere(it, "jku")),
                bad("by a certificate elsewhere", it -> elsewhere(it, "x5u")),
                bad(
                        "with a demand nobody knows",
                        it -> it.header("crit", List.of("exp2")).header("exp2", 1)));
    }

    @TestFactory
    Stream<DynamicTest> whatIsNoTokenIsRefused() {
        var parts = new Forged(identity, subject).token().split("\\.", -1);
        var other = new Forged(identity, "admin").token().split("\\.", -1);
        return Stream.of(
                refused("two parts", parts[0] + "." + parts[1]),
                refused("no signature", parts[0] + "." + parts[1] + "."),
                refused("five parts", String.join(".", parts) + ".."),
                refused("the claims of another", parts[0] + "." + other[1] + "." + parts[2]),
                refused("the header alone", parts[0]),
                refused("nothing", "."),
                refused("no base64", "{}.{}.{}"),
                refused("dots", "..."),
                refused("opaque", "b2NlYW4gb2YgYnl0ZXM"));
    }

    @Test
    void aTokenThatIsTooLargeIsNotEvenRead() {
        var huge =
                new Forged(identity, subject).claim("groups", "x".repeat(9_000)).token();

        assertThat(given().auth().oauth2(huge).get(gate()).statusCode()).isEqualTo(401);
    }

    @Test
    void aTokenInTheAddressOrInACookieIsNone() {
        var token = new Forged(identity, subject).token();

        refused(given().queryParam("access_token", token)
                .get("/api/campaigns/v1/gate/seal")
                .then());
        refused(given().cookie("access_token", token)
                .get("/api/campaigns/v1/gate/seal")
                .then());
        refused(given().header("Authorization", "Basic " + token)
                .get("/api/campaigns/v1/gate/seal")
                .then());
    }

    @Test
    void whereAKeyIsSaidToBeNobodyLooksAndNobodyIsAskedAboutATokenThatIsUnknown() {
        ask(elsewhere(new Forged(identity, subject), "jku").token());
        ask(elsewhere(new Forged(identity, subject), "x5u").token());
        ask(new Forged(identity, subject).header("kid", "unknown").token());
        ask("b2NlYW4gb2YgYnl0ZXM");

        assertThat(identity.asked()).doesNotContain("/lantoa/elsewhere", "/lantoa/introspect");
    }

    @Test
    void keysAreFollowedWhenTheyChangeAndKeptWhenTheProviderIsAway() {
        var before = new Forged(identity, subject).token();
        believed(ask(before));

        identity.rotate("second-" + subject);
        believed(ask(new Forged(identity, subject).token()));
        refused(ask(before));

        identity.goAway();
        try {
            believed(ask(new Forged(identity, subject).token()));
            ask(new Forged(identity, subject).header("kid", "third").token())
                    .statusCode(503)
                    .body("type", equalTo("urn:lantoa:problem:identity-provider-away"));
            believed(ask(new Forged(identity, subject).token()));
        } finally {
            identity.comeBack();
        }
    }

    @Test
    void aTokenThatWasBelievedAMomentAgoIsBelievedAgainAndNoneThatIsNearlyTheSame() {
        var token = new Forged(identity, subject).token();
        var parts = token.split("\\.", -1);
        var other = new Forged(identity, "admin").token().split("\\.", -1);

        believed(ask(token));
        believed(ask(token));

        refused(ask(parts[0] + "." + other[1] + "." + parts[2]));
        refused(ask(parts[0] + "." + parts[1] + "." + other[2]));
        refused(ask(token + "A"));
        believed(ask(token));
    }

    @Test
    void aTokenThatWasBelievedIsRefusedWhenItEnds() {
        var token = new Forged(identity, subject)
                .in("iat", -328)
                .in("nbf", -328)
                .in("exp", -28)
                .token();
        believed(ask(token));

        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> refused(ask(token)));
    }

    @Test
    void aScopeThatIsCalledLikeAPermissionGivesNone() {
        var token = new Forged(identity, subject)
                .claim("scope", "campaign.launch decision.sign lantoa:campaign.launch")
                .token();

        for (int again = 0; again < 2; again++) {
            given().auth()
                    .oauth2(token)
                    .get("/api/campaigns/v1/gate/launch/" + UUID.randomUUID())
                    .then()
                    .statusCode(403)
                    .body("type", equalTo("urn:lantoa:problem:forbidden"));
        }
    }

    private Forged elsewhere(Forged forged, String header) {
        return forged.signed("RS256", ForgingIdentity.newKey("evil").getPrivateKey())
                .header("kid", "evil")
                .header(header, identity.issuer() + "/elsewhere");
    }

    private DynamicTest good(String name, UnaryOperator<Forged> change) {
        return DynamicTest.dynamicTest(
                name,
                () -> believed(ask(change.apply(new Forged(identity, subject)).token())));
    }

    private DynamicTest bad(String name, UnaryOperator<Forged> change) {
        return DynamicTest.dynamicTest(
                name,
                () -> refused(ask(change.apply(new Forged(identity, subject)).token())));
    }

    private DynamicTest refused(String name, String token) {
        return DynamicTest.dynamicTest(name, () -> refused(ask(token)));
    }

    private static ValidatableResponse ask(String token) {
        return given().auth().oauth2(token).get(gate()).then();
    }

    private static String gate() {
        return "/api/campaigns/v1/gate/token";
    }

    private void believed(ValidatableResponse answer) {
        answer.statusCode(200).body(equalTo(identity.issuer() + " " + subject));
    }

    private static void refused(ValidatableResponse answer) {
        answer.statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", startsWith("Bearer"))
                .body("type", equalTo("urn:lantoa:problem:unauthenticated"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
