package vn.lantoa.units.reorganisation;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static vn.lantoa.units.ReorganisationFixture.draft;
import static vn.lantoa.units.UnitsFixture.admin;
import static vn.lantoa.units.UnitsFixture.root;
import static vn.lantoa.units.UnitsFixture.unique;
import static vn.lantoa.units.UnitsFixture.unitUnder;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.lantoa.testsupport.LanToaServices;

@QuarkusTest
@WithTestResource(LanToaServices.class)
class CodeShapesTest {
    @Test
    void aCodeThatItsSchemeDoesNotKnowStandsInTheWay() {
        var unit = unitUnder(root("ADMINISTRATIVE"), unique("Sở"));
        var drafted = draft("2025-07-01", Map.of("kind", "RECODE", "unit", unit, "scheme", "QCVN102", "value", "H14"));
        admin().post("/reorganisations/{id}/preview", drafted.extract().<String>path("id"))
                .then()
                .statusCode(200)
                .body("fits", equalTo(false))
                .body("problems.code", hasItem("code-not-of-scheme"));
    }
}
