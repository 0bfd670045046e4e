package vn.lantoa.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lantoa.testsupport.DatabaseRules;
import vn.lantoa.testsupport.SharedServices;

@QuarkusTest
@WithTestResource(SampleServices.class)
class ConventionsTest {
    private static final String SAMPLES = "/api/samples/v1/samples";

    @Inject
    Clock clock;

    @Test
    void aNewResourceHasLocationAndTag() {
        var id = Ids.next();
        given().contentType("application/json")
                .body("{\"id\":\"" + id + "\",\"name\":\"n " + id + "\"}")
                .post(SAMPLES)
                .then()
                .statusCode(201)
                .header("Location", SAMPLES + "/" + id)
                .header("ETag", "\"0\"")
                .body("note", nullValue());
    }

    @Test
    void aConditionalGetIsAnsweredWithoutABody() {
        var path = SAMPLES + "/" + UUID.randomUUID();
        given().get(path).then().statusCode(200).header("ETag", "\"7\"").header("Cache-Control", "no-store");
        given().header("If-None-Match", "\"6\", W/\"7\"")
                .get(path)
                .then()
                .statusCode(304)
                .header("ETag", "\"7\"")
                .body(equalTo(""));
        given().header("If-None-Match", "\"6\"").get(path).then().statusCode(200);
    }

    @Test
    void aPageLinksToTheNext() {
        given().get(SAMPLES + "?limit=1&kind=SMALL")
                .then()
                .statusCode(200)
                .header("Link", startsWith("<" + SAMPLES + "?"))
                .header("Link", containsString("kind=SMALL"))
                .header("Link", containsString("cursor="))
                .body("items.size()", equalTo(1));
        var last = given().get(SAMPLES).then().statusCode(200).header("Link", nullValue());
        last.body("next", nullValue());
        assertThat(last.extract().asString()).contains("\"next\":null");
    }

    @Test
    void textsAreNormalisedOnTheirWayIn() {
        var decomposed = "Ho\u0300a " + UUID.randomUUID();
        given().contentType("application/json")
                .body("{\"name\":\"" + decomposed + "\",\"note\":\"a\\nb\\tc\"}")
                .post(SAMPLES)
                .then()
                .statusCode(201)
                .body("name", startsWith("H\u00f2a"))
                .body("note", equalTo("a\nb\tc"));
    }

    @Test
    void aPatchChangesWhatItNames() {
        var path = SAMPLES + "/" + UUID.randomUUID();
        given().contentType(MergePatch.TYPE)
                .body("{\"note\":null,\"rank\":4}")
                .patch(path)
                .then()
                .statusCode(200)
                .body("name", equalTo("Aster"))
                .body("note", nullValue())
                .body("rank", equalTo(4));
    }

    @Test
    void aPatchIsHeldToTheSameRules() {
        var path = SAMPLES + "/" + UUID.randomUUID();
        patchRefused(path, "{\"colour\":1}", "/colour", "unknown-field");
        patchRefused(path, "{\"name\":null}", "/name", "required");
        patchRefused(path, "{\"rank\":\"x\"}", "/rank", "wrong-type");
        patchRefused(path, "{\"note\":\"\\u0007\"}", "/note", "control-character");
        patchRefused(path, "[]", "", "object-required");
        patchRefused(path, "null", "", "object-required");
    }

    private static void patchRefused(String path, String patch, String pointer, String code) {
        given().contentType(MergePatch.TYPE)
                .body(patch)
                .patch(path)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].code", equalTo(code));
    }

    @Test
    void theContractStandsUnderThePrefix() {
        given().get("/api/samples/v1/openapi").then().statusCode(200).body(containsString("openapi: 3.1"));
    }

    @Test
    void todayIsDecidedByTheProvince() {
        assertThat(clock.getZone()).isEqualTo(ZoneId.of("Asia/Ho_Chi_Minh"));
        assertThat(clock.instant().getNano() % 1000).isZero();
    }

    @Test
    void everyConstraintIsMapped() {
        DatabaseRules.assertEveryConstraintIsMapped(SharedServices.superuser("samples"));
    }
}
