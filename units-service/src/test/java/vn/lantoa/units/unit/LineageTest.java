package vn.lantoa.units.unit;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static vn.lantoa.units.ReorganisationFixture.draft;
import static vn.lantoa.units.ReorganisationFixture.enact;
import static vn.lantoa.units.ReorganisationFixture.merge;
import static vn.lantoa.units.ReorganisationFixture.newUnit;
import static vn.lantoa.units.UnitsFixture.everything;
import static vn.lantoa.units.UnitsFixture.get;
import static vn.lantoa.units.UnitsFixture.root;
import static vn.lantoa.units.UnitsFixture.unique;
import static vn.lantoa.units.UnitsFixture.unitUnder;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.testsupport.LanToaServices;

/** Lineage as then and as now. Each test has days of its own, so that none sees the groups of another. */
@QuarkusTest
@WithTestResource(LanToaServices.class)
class LineageTest {
    private UUID province;

    @BeforeEach
    void theProvince() {
        province = root("ADMINISTRATIVE");
    }

    private static UUID result(io.restassured.response.ValidatableResponse enacted) {
        return UUID.fromString(enacted.statusCode(200).extract().path("operations[0].result.id"));
    }

    @Test
    void generationsAreWalkedBothWaysAndBoundedByTheDay() {
        var one = unitUnder(province, unique("Xã Một"));
        var two = unitUnder(province, unique("Xã Hai"));
        var first = result(enact(draft("1931-01-01", merge(unique("Xã Ba"), null, province, List.of(one, two)))));
        var last = result(enact(draft("1932-01-01", merge(unique("Xã Bốn"), null, province, List.of(first)))));
        get("/units/{id}/lineage", one)
                .body("steps.successor", contains(first.toString(), last.toString()))
                .body("standing", nullValue());
        get("/units/{id}/lineage?asOf=1931-06-01", one)
                .body("steps.successor", contains(first.toString()))
                .body("standing.unit", contains(first.toString()))
                .body("standing.portion", contains("WHOLE"));
        get("/units/{id}/lineage?asOf=1930-12-31", one).body("standing.unit", contains(one.toString()));
        get("/units/{id}/lineage?direction=predecessors&asOf=1930-12-31", last)
                .body("steps", hasSize(3))
                .body("standing.unit", containsInAnyOrder(one.toString(), two.toString()));
        get("/units/{id}/lineage?direction=predecessors&asOf=1931-06-01", last)
                .body("standing.unit", contains(first.toString()));
    }

    @Test
    void unitsOfTwoDaysReconcileInTheSmallestGroups() {
        var merged = unitUnder(province, unique("Xã"));
        var split = unitUnder(province, unique("Xã"));
        var gone = unitUnder(province, unique("Xã"));
        var made = newUnit(unique("Xã"), null, province);
        var left = newUnit(unique("Xã"), null, province);
        var right = newUnit(unique("Xã"), null, province);
        enact(draft(
                        "1941-01-01",
                        Map.of("kind", "MERGE", "sources", List.of(merged), "result", made),
                        Map.of(
                                "kind",
                                "SPLIT",
                                "source",
                                split,
                                "portion",
                                "WHOLE",
                                "results",
                                List.of(
                                        Map.of("existing", made.get("id"), "share", "1/5"),
                                        Map.of("unit", left, "share", "4/5"))),
                        Map.of("kind", "DISSOLVE", "unit", gone),
                        Map.of("kind", "ESTABLISH", "unit", right)))
                .statusCode(200);
        var path = "/units/lineage?from=1940-12-31&to=1941-01-01&line=ADMINISTRATIVE&limit=200&total=true";
        var group = "items.find { it.before.unit.contains('" + merged + "') }.";
        get(path)
                .body("total", equalTo(3))
                .body(group + "before.unit", containsInAnyOrder(merged.toString(), split.toString()))
                .body(
                        group + "after.unit",
                        containsInAnyOrder(
                                made.get("id").toString(), left.get("id").toString()))
                .body(group + "parts.find { it.to == '" + left.get("id") + "' }.share", equalTo("4/5"))
                .body("items.find { it.before.unit.contains('" + gone + "') }.after", hasSize(0))
                .body("items.find { it.after.unit.contains('" + right.get("id") + "') }.before", hasSize(0));
        get("/units/lineage?from=1940-12-31&to=1941-01-01&line=PARTY").body("items", hasSize(0));
        Assertions.assertThat(everything("/units/lineage?from=1940-12-31&to=1941-01-01", "after"))
                .hasSize(3);
        get("/units/lineage?from=1941-01-01&to=1940-01-01")
                .statusCode(422)
                .body("errors.code", contains("period-reversed"));
        get("/units/lineage?from=1941-01-01").statusCode(400);
    }
}
