package vn.lantoa.testsupport;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The OpenAPI contract that a running service serves is the committed one, byte for byte. {@code -Dcontracts.write=true}
 * writes it anew after the API has changed.
 */
public final class CommittedContract {
    private static final boolean WRITE = Boolean.getBoolean("contracts.write");

    private CommittedContract() {}

    /** To be called from a Quarkus test of the service. */
    public static void check(String service) throws IOException {
        var file = Path.of("../docs/api", service + "-service.yaml");
        var served = served("/q/openapi");
        if (WRITE) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, served);
        }
        assertThat(file)
                .as("docs/api/%s-service.yaml: write it with -Dcontracts.write=true and commit it", service)
                .exists();
        assertThat(served)
                .as(
                        "docs/api/%s-service.yaml is not what the code serves; -Dcontracts.write=true writes it anew",
                        service)
                .isEqualTo(Files.readString(file));
        assertThat(served("/api/" + service + "/v1/openapi")).isEqualTo(served);
    }

    private static String served(String path) {
        var bytes = given().accept("application/yaml")
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
