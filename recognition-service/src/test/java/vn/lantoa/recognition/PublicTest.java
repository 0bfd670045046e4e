package vn.lantoa.recognition;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.lantoa.testsupport.LanToaServices;

/** What anybody may ask, and how often. */
@QuarkusTest
@WithTestResource(LanToaServices.class)
class PublicTest {
    private static final String PATH = "/api/recognition/v1";

    @Test
    void codesAreNotToBeGuessed() {
        var answers = IntStream.range(0, 130)
                .mapToObj(attempt -> given().header("X-Forwarded-For", "203.0.113.7")
                        .queryParam("check", "ABCDEFGH")
                        .get(PATH + "/public/certificates/LT-2023-000001"))
                .toList();

        assertThat(answers.getFirst().statusCode()).isEqualTo(404);
        answers.getLast()
                .then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", notNullValue())
                .body("type", endsWith(":too-many-requests"));
    }

    @Test
    void publicListsMayBeCached() {
        given().get(PATH + "/public/awards")
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("max-age=60"));
    }

    @Test
    void everythingElseNeedsAToken() {
        given().get(PATH + "/awards").then().statusCode(401).contentType("application/problem+json");
        given().get(PATH + "/nominations").then().statusCode(401);
        given().get(PATH + "/certificates/LT-2023-000001").then().statusCode(401);
    }

    @Test
    void theContractIsServed() {
        given().get("/q/openapi").then().statusCode(200).body(containsString("checkCertificate"));
        given().get(PATH + "/openapi").then().statusCode(200).body(containsString("checkCertificate"));
    }
}
