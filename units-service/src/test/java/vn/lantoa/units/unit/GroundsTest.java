package vn.lantoa.units.unit;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static vn.lantoa.units.UnitsFixture.admin;
import static vn.lantoa.units.UnitsFixture.get;
import static vn.lantoa.units.UnitsFixture.id;
import static vn.lantoa.units.UnitsFixture.register;
import static vn.lantoa.units.UnitsFixture.unique;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.lantoa.testsupport.LanToaServices;

/** Why a unit began and ended, and by which document. */
@QuarkusTest
@WithTestResource(LanToaServices.class)
class GroundsTest {
    @Test
    void aUnitSaysWhyItBeganAndEnded() {
        var body = new HashMap<String, Object>();
        body.put("name", unique("Sở cũ"));
        body.put("kind", "DEPARTMENT");
        body.put("sector", "STATE");
        body.put("validFrom", "2001-01-01");
        body.put("validTo", "2010-01-01");
        body.put("begin", Map.of("reason", "ESTABLISH", "document", "01/QĐ-UBND"));
        body.put("end", Map.of("reason", "MERGE", "document", "99/NQ-HĐND"));
        var unit = id(register(body));
        get("/units/{id}", unit).body("begin.reason", equalTo("ESTABLISH")).body("end.document", equalTo("99/NQ-HĐND"));
        get("/units/{id}/history", unit).body("end.reason", equalTo("MERGE"));
        get("/code-lists/unit-reasons")
                .body("items.find { it.code == 'MERGE' }.label.vi", equalTo("Sáp nhập, hợp nhất"));
    }

    @Test
    void groundsAreCorrectedAndHeldAgainstTheList() {
        var unit = id(register(Map.of("name", unique("Ban"), "kind", "OFFICE", "sector", "STATE")));
        get("/units/{id}", unit).body("begin", nullValue());
        admin().header("If-Match", "*")
                .body(Map.of("begin", Map.of("document", "02/QĐ-UBND")))
                .patch("/units/{id}", unit)
                .then()
                .statusCode(200)
                .body("begin.document", equalTo("02/QĐ-UBND"));
        admin().header("If-Match", "*")
                .body(Map.of("end", Map.of("document", "x")))
                .patch("/units/{id}", unit)
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:lantoa:problem:unit-has-no-end"));
        register(Map.of(
                        "name",
                        unique("Ban"),
                        "kind",
                        "OFFICE",
                        "sector",
                        "STATE",
                        "begin",
                        Map.of("reason", "NO_SUCH_REASON")))
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:lantoa:problem:unknown-reason"));
    }
}
