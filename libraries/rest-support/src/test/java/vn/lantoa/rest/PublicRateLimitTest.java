package vn.lantoa.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.lantoa.testsupport.Tokens;

/** Three at once and six a minute are what this application allows. */
@QuarkusTest
@WithTestResource(SampleServices.class)
class PublicRateLimitTest {
    @Test
    void whoAsksThePublicPagesTooOftenIsToldHowLongToWait() {
        asks("203.0.113.1").then().statusCode(204);
        asks("203.0.113.1").then().statusCode(204);
        asks("203.0.113.1").then().statusCode(204);

        var refused = asks("203.0.113.1");

        refused.then()
                .statusCode(429)
                .contentType("application/problem+json")
                .body("type", endsWith(":too-many-requests"));
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 10);
    }

    @Test
    void anotherClientDoesNotWait() {
        for (int i = 0; i < 5; i++) {
            asks("203.0.113.2");
        }

        asks("203.0.113.2").then().statusCode(429);
        asks("203.0.113.3").then().statusCode(204);
    }

    @Test
    void whatElseNeedsNoLoginIsLimitedToo() {
        var statuses = IntStream.range(0, 4)
                .mapToObj(i -> given().header("X-Forwarded-For", "203.0.113.9")
                        .get("/api/samples/v1/open-samples")
                        .statusCode())
                .toList();
        assertThat(statuses).containsExactly(204, 204, 204, 429);
        given().header("X-Forwarded-For", "203.0.113.9")
                .auth()
                .oauth2(Tokens.of("officer"))
                .get("/api/samples/v1/open-samples")
                .then()
                .statusCode(204);
    }

    private static Response asks(String client) {
        return given().header("X-Forwarded-For", client).get("/api/samples/v1/public/samples");
    }
}
