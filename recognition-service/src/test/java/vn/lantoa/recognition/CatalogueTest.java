package vn.lantoa.recognition;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import vn.lantoa.testsupport.LanToaServices;

/** The catalogue of awards on a day. */
@QuarkusTest
@WithTestResource(LanToaServices.class)
class CatalogueTest {
    private static final String PATH = "/api/recognition/v1";

    @Test
    void everybodyReadsTheCatalogue() {
        given().get(PATH + "/award-types")
                .then()
                .statusCode(200)
                .body(
                        "items.code",
                        hasItems(
                                "LDTT",
                                "CSTDCS",
                                "CSTDT",
                                "TTLDTT",
                                "TTLDXS",
                                "BKT",
                                "GK_SO",
                                "GK_XA",
                                "GK_HUYEN",
                                "P_GK"))
                .body("items.find { it.code == 'CSTDT' }.kind", equalTo("EMULATION_TITLE"))
                .body("items.find { it.code == 'BKT' }.kind", equalTo("COMMENDATION_FORM"))
                .body("items.find { it.code == 'GK_HUYEN' }.inForce", equalTo(false));
    }

    @Test
    void theDistrictCommendationEndsWithTheDistricts() {
        given().queryParam("asOf", "2025-06-30")
                .get(PATH + "/award-types/GK_HUYEN")
                .then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("inForce", equalTo(true))
                .body("authorities.role", contains("CT_HUYEN"))
                .body("authorities[0].validTo", equalTo("2025-07-01"));
        given().queryParam("asOf", "2025-07-01")
                .get(PATH + "/award-types/GK_HUYEN")
                .then()
                .body("inForce", equalTo(false))
                .body("authorities", hasSize(0))
                .body("criteria", hasSize(0));
    }

    @Test
    void communesDecideMoreFromTheReformOn() {
        given().queryParam("asOf", "2025-06-30")
                .get(PATH + "/award-types/CSTDCS")
                .then()
                .body("authorities.role", hasItems("CT_HUYEN", "GD_SO"))
                .body("authorities.find { it.role == 'CT_XA' }", equalTo(null));
        given().queryParam("asOf", "2025-07-01")
                .get(PATH + "/award-types/CSTDCS")
                .then()
                .body("authorities.find { it.role == 'CT_HUYEN' }", equalTo(null))
                .body("authorities.find { it.role == 'CT_XA' }.legalRef", containsString("129/2025"));
    }

    @Test
    void theVoteIsAParameterThatSaysHowSureItIs() {
        given().queryParam("asOf", "2024-12-31")
                .get(PATH + "/award-types/CSTDT")
                .then()
                .body("criteria[0].vote.threshold", equalTo("9/10"))
                .body("criteria[0].vote.base", equalTo("ALL_MEMBERS"))
                .body("criteria[0].vote.confidence", equalTo("UNCONFIRMED"));
    }

    @Test
    void listsSpeakBothLanguages() {
        given().get(PATH + "/code-lists/rating")
                .then()
                .statusCode(200)
                .body("name", equalTo("rating"))
                .body("items.code", contains("KHT", "HT", "HTT", "HTXS"))
                .body("items[3].label.vi", equalTo("Hoàn thành xuất sắc nhiệm vụ"));
        given().get(PATH + "/code-lists/nothing").then().statusCode(404);
        given().get(PATH + "/award-types/KHONG_CO").then().statusCode(404).contentType("application/problem+json");
    }
}
