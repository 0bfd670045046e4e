package vn.lantoa.units.reorganisation;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static vn.lantoa.units.ReorganisationFixture.dissolve;
import static vn.lantoa.units.ReorganisationFixture.draft;
import static vn.lantoa.units.ReorganisationFixture.enact;
import static vn.lantoa.units.ReorganisationFixture.merge;
import static vn.lantoa.units.ReorganisationFixture.newUnit;
import static vn.lantoa.units.ReorganisationFixture.preview;
import static vn.lantoa.units.UnitsFixture.get;
import static vn.lantoa.units.UnitsFixture.root;
import static vn.lantoa.units.UnitsFixture.unique;
import static vn.lantoa.units.UnitsFixture.unitUnder;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.testsupport.LanToaServices;

/** Others derive rights from who goes on with the work of a unit that ends: its events say it, at either end. */
@QuarkusTest
@WithTestResource(LanToaServices.class)
class HeirsToldTest {
    private static final String DAY = "2025-07-01";

    private UUID province;

    @BeforeEach
    void aProvince() {
        province = root("ADMINISTRATIVE");
    }

    @Test
    void ofThePartsOfAUnitTheOneNamedIsToldAsItsHeir() {
        var whole = unitUnder(province, unique("Huyện Quảng Hòa"));
        var heir = newUnit(unique("Huyện Quảng Uyên"), null, province);
        var other = newUnit(unique("Huyện Phục Hòa"), null, province);
        enact(draft(
                        DAY,
                        Map.of(
                                "kind",
                                "SPLIT",
                                "source",
                                whole,
                                "portion",
                                "WHOLE",
                                "heir",
                                heir.get("id"),
                                "results",
                                List.of(Map.of("unit", heir), Map.of("unit", other)))))
                .statusCode(200);

        toldHeirs(whole, heir.get("id"));
        told(heir.get("id"), "predecessors[0].heir", true);
        told(other.get("id"), "predecessors[0].heir", null);
    }

    @Test
    void ofTheSuccessorsOfADissolvedUnitOneMayBeNamedAsHeir() {
        var district = unitUnder(province, unique("Huyện Thạch An"));
        var commune = unitUnder(district, unique("Xã Quang Trọng"));
        var heir = unitUnder(province, unique("Xã Đông Khê"));
        var other = unitUnder(province, unique("Xã Minh Khai"));

        enact(draft(
                        DAY,
                        Map.of("kind", "DISSOLVE", "unit", district, "successors", List.of(other, heir), "heir", heir)))
                .statusCode(200);

        toldHeirs(district, heir);
        get("/units/{id}/children?asOf=" + DAY, heir).body("items.id", contains(commune.toString()));
    }

    @Test
    void whatIsNoSuccessorIsNoHeir() {
        var district = unitUnder(province, unique("Huyện Thạch An"));
        var successor = unitUnder(province, unique("Xã Đông Khê"));
        var stranger = unitUnder(province, unique("Xã Minh Khai"));
        var drafted = draft(
                DAY, Map.of("kind", "DISSOLVE", "unit", district, "successors", List.of(successor), "heir", stranger));

        preview(drafted.extract().path("id"))
                .body("problems.code", hasItem("heir-not-a-result"))
                .body("problems.pointer", hasItem("/operations/0/heir"));
    }

    @Test
    void aSingleSuccessorIsTheHeirAndOfSeveralWithoutOneNobodyIs() {
        var merged = List.of(unitUnder(province, unique("Xã")), unitUnder(province, unique("Xã")));
        enact(draft(DAY, merge(unique("Xã Minh Khai"), null, province, merged))).statusCode(200);
        var shared = unitUnder(province, unique("Huyện"));
        var parts = List.of(unitUnder(province, unique("Xã")), unitUnder(province, unique("Xã")));
        enact(draft(DAY, dissolve(shared, parts.getFirst(), parts.getLast()))).statusCode(200);

        told(merged.getFirst(), "successors[0].heir", true);
        toldHeirs(shared);
    }

    private static void told(Object unit, String path, Object expected) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> get("/events?subject={id}", unit)
                        .statusCode(200)
                        .body("items[-1].data.state." + path, expected == null ? nullValue() : equalTo(expected)));
    }

    private static void toldHeirs(Object ended, Object... heirs) {
        var expected = List.of(heirs).stream().map(Object::toString).toList();
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> get("/events?subject={id}", ended)
                        .statusCode(200)
                        .body("items[-1].type", equalTo("vn.lantoa.units.unit.ended.v1"))
                        .body("items[-1].data.state.successors.findAll { it.heir }.unit", equalTo(expected)));
    }
}
