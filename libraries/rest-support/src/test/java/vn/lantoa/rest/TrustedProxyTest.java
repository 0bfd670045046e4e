package vn.lantoa.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Behind a proxy that this client is not: what it says of its own address is worth nothing. */
@QuarkusTest
@TestProfile(TrustedProxyTest.BehindAProxy.class)
@WithTestResource(SampleServices.class)
class TrustedProxyTest {
    public static class BehindAProxy implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.http.proxy.trusted-proxies", "192.0.2.1");
        }
    }

    @Test
    void aNewAddressForEachRequestIsStillOneClient() {
        var statuses = IntStream.range(0, 5)
                .mapToObj(i -> given().header("X-Forwarded-For", "203.0.113." + i)
                        .header("Forwarded", "for=203.0.113." + i)
                        .header("X-Real-IP", "203.0.113." + i)
                        .get("/api/samples/v1/public/samples")
                        .statusCode())
                .toList();

        assertThat(statuses).startsWith(204, 204, 204).endsWith(429, 429);
    }

    @Test
    void nobodyElseSaysThatItWasTls() {
        given().header("X-Forwarded-Proto", "https")
                .get("/api/samples/v1/samples")
                .then()
                .header("Strict-Transport-Security", org.hamcrest.Matchers.nullValue());
    }
}
