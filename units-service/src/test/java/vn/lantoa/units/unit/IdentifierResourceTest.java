package vn.lantoa.units.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static vn.lantoa.units.UnitsFixture.admin;
import static vn.lantoa.units.UnitsFixture.code;
import static vn.lantoa.units.UnitsFixture.get;
import static vn.lantoa.units.UnitsFixture.register;
import static vn.lantoa.units.UnitsFixture.root;
import static vn.lantoa.units.UnitsFixture.unique;
import static vn.lantoa.units.UnitsFixture.unitUnder;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lantoa.problems.FieldError;
import vn.lantoa.testsupport.LanToaServices;

@QuarkusTest
@WithTestResource(LanToaServices.class)
class IdentifierResourceTest {
    @Inject
    IdentifierSchemes schemes;

    private static final String UNIQUE =
            String.valueOf(ThreadLocalRandom.current().nextInt(1000, 9999));

    @Test
    void aCodeGivenUpIsBorneByAnotherFromThatDayOn() {
        var code = code();
        var first = unitUnder(root("ADMINISTRATIVE"), unique("Xã"), "ADMINISTRATIVE", code);
        var second = unitUnder(root("ADMINISTRATIVE"), unique("Xã"));
        give(second, "ADMINISTRATIVE_CODE", code, "2024-05-01").then().statusCode(409);
        String id = get("/units/{id}/identifiers", first).extract().path("items[0].id");
        admin().body(Map.of("validTo", "2024-05-01"))
                .post("/units/{id}/identifiers/{code}/end", first, id)
                .then()
                .statusCode(428);
        admin().header("If-Match", get("/units/{id}", first).extract().header("ETag"))
                .body(Map.of("validTo", "2024-05-01"))
                .post("/units/{id}/identifiers/{code}/end", first, id)
                .then()
                .statusCode(200)
                .body("identifiers", hasSize(0));
        give(second, "ADMINISTRATIVE_CODE", code, "2024-05-01").then().statusCode(201);
        get("/units/resolve?code={c}&asOf=2024-04-30", code).body("id", equalTo(first.toString()));
        get("/units/resolve?code={c}&asOf=2024-05-01", code).body("id", equalTo(second.toString()));
        get("/units/{id}/identifiers", first).body("items.validTo", contains("2024-05-01"));
        get("/units/{id}/identifiers?asOf=2024-05-01", first).body("items", hasSize(0));
    }

    @Test
    void aUnitBearsOneCodeOfEachSchemeAndIsFoundByAny() {
        var unit = unitUnder(root("ADMINISTRATIVE"), unique("Sở"));
        var electronic = "H14." + UNIQUE + ".A1";
        give(unit, "QD20", electronic, "2021-01-01").then().statusCode(201);
        give(unit, "TAX_CODE", "480000" + UNIQUE, "2010-01-01").then().statusCode(201);
        get("/units/resolve?scheme=QD20&code={c}", electronic).body("id", equalTo(unit.toString()));
        get("/units/resolve?scheme=QD20&code={c}&asOf=2020-12-31", electronic).statusCode(404);
        get("/units/resolve?scheme=TAX_CODE&code={c}", "480000" + UNIQUE).body("id", equalTo(unit.toString()));
        get("/units/{id}/identifiers?scheme=QD20", unit).body("items.value", contains(electronic));
        get("/units/{id}/identifiers", UUID.randomUUID()).statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({
        "QD20, H14, true",
        "QD20, H14.12.03, true",
        "QD20, 14.12, false",
        "QCVN102, 000.00.00.H14, true",
        "QCVN102, H14, false",
        "TAX_CODE, 4800123456-001, true",
        "TAX_CODE, 48001, false",
        "ADMINISTRATIVE_CODE, 0127A, false"
    })
    void aCodeLooksAsItsSchemeSays(String scheme, String value, boolean right) {
        var errors = new ArrayList<FieldError>();
        unitUnder(root("ADMINISTRATIVE"), unique("Xã"));
        schemes.check(scheme, value, "", errors);
        assertThat(errors.isEmpty()).isEqualTo(right);
    }

    @Test
    void aCodeOfAnotherShapeIsRefusedWithAnExample() {
        var unit = unitUnder(root("ADMINISTRATIVE"), unique("Sở"));
        give(unit, "QCVN102", "H14", "2020-01-01")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:lantoa:problem:code-not-of-scheme"))
                .body("errors[0].pointer", equalTo("/value"))
                .body("errors[0].detail", containsString("000.00.00.H14"));
        register(Map.of(
                        "name",
                        unique("Sở"),
                        "kind",
                        "DEPARTMENT",
                        "sector",
                        "STATE",
                        "identifiers",
                        List.of(Map.of("value", "sai"))))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/identifiers/0/value"));
    }

    private static Response give(UUID unit, String scheme, String value, String from) {
        return admin().body(Map.of("scheme", scheme, "value", value, "validFrom", from))
                .post("/units/{id}/identifiers", unit);
    }
}
