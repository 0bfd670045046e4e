package vn.lantoa.campaigns;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.lantoa.testsupport.LanToaServices;

@QuarkusTest
@WithTestResource(LanToaServices.class)
class ContractTest {
    @Test
    void everyOperationSaysWhatItDoesUnderItsOwnName() {
        Map<String, Map<String, Object>> paths = given().accept("application/json")
                .queryParam("format", "json")
                .get("/api/campaigns/v1/openapi")
                .then()
                .statusCode(200)
                .extract()
                .path("paths");
        var names = new HashSet<String>();
        paths.forEach((path, operations) -> operations.values().stream()
                .filter(Map.class::isInstance)
                .map(operation -> (Map<?, ?>) operation)
                .forEach(operation -> {
                    assertThat(operation.get("summary")).as(path).isNotNull();
                    assertThat(names.add(String.valueOf(operation.get("operationId"))))
                            .as(path + " " + operation.get("operationId"))
                            .isTrue();
                }));
        assertThat(names).contains("draftCampaign", "launchCampaign", "draftRegistration", "listRegistrations");
    }

    @Test
    void aCreationIsDocumentedAs201() {
        var post = given().queryParam("format", "json")
                .get("/q/openapi")
                .then()
                .extract()
                .<Map<String, Object>>path("paths.'/api/campaigns/v1/registrations'.post.responses");

        assertThat(post).containsKey("201").doesNotContainKey("200");
    }
}
