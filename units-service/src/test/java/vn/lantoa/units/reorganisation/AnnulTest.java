package vn.lantoa.units.reorganisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static vn.lantoa.units.ReorganisationFixture.annul;
import static vn.lantoa.units.ReorganisationFixture.dissolve;
import static vn.lantoa.units.ReorganisationFixture.draft;
import static vn.lantoa.units.ReorganisationFixture.enact;
import static vn.lantoa.units.ReorganisationFixture.merge;
import static vn.lantoa.units.UnitsFixture.admin;
import static vn.lantoa.units.UnitsFixture.code;
import static vn.lantoa.units.UnitsFixture.get;
import static vn.lantoa.units.UnitsFixture.query;
import static vn.lantoa.units.UnitsFixture.root;
import static vn.lantoa.units.UnitsFixture.unique;
import static vn.lantoa.units.UnitsFixture.unitUnder;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.testsupport.LanToaServices;

/** What is enacted for a day to come can be taken back; what is in force cannot. */
@QuarkusTest
@WithTestResource(LanToaServices.class)
class AnnulTest {
    private static final String DAY = "2099-01-01";

    private UUID province;

    @BeforeEach
    void theProvince() {
        province = root("ADMINISTRATIVE");
    }

    @Test
    void everythingIsAgainAsItWas() {
        var code = code();
        var source = unitUnder(province, unique("Sở Y"), "ADMINISTRATIVE", code);
        var branch = unitUnder(source, unique("Phòng"));
        var other = unitUnder(province, unique("Sở Khác"));
        var before = List.of(history(source), history(branch), history(other));
        var enacted = enact(draft(
                        DAY,
                        merge(unique("Sở Z"), code, province, List.of(source)),
                        Map.of("kind", "RENAME", "unit", other, "name", unique("Sở Mới")),
                        Map.of("kind", "REPARENT", "unit", other, "line", "ADMINISTRATIVE", "parent", province)))
                .statusCode(200);
        String id = enacted.extract().path("id");
        String made = enacted.extract().path("operations[0].result.id");
        annul(id)
                .statusCode(200)
                .body("status", equalTo("ANNULLED"))
                .body("annulmentDocument", equalTo("1702/NQ-UBTVQH15"));
        assertThat(List.of(history(source), history(branch), history(other))).isEqualTo(before);
        get("/units/{id}", source).body("validTo", nullValue());
        get("/units/{id}/lineage", source).body("steps", hasSize(0));
        get("/units/{id}/children?asOf=" + DAY, source).body("items.id", contains(branch.toString()));
        get("/units/{id}", made).statusCode(404).body("type", equalTo("urn:lantoa:problem:unit-annulled"));
        get("/reorganisations/{id}", id).body("operations", hasSize(3));
        assertThat(ClosureCheck.differences()).isEmpty();
        assertThat(types(UUID.fromString(made))).endsWith("vn.lantoa.units.unit.annulled.v1");
        assertThat(types(source)).endsWith("vn.lantoa.units.unit.restored.v1");
        assertThat(types(UUID.fromString(id))).endsWith("vn.lantoa.units.reorganisation.annulled.v1");
        enact(draft(DAY, merge(unique("Sở Z"), code, province, List.of(source))))
                .statusCode(200);
    }

    @Test
    void whatIsInForceIsCorrectedByAFurtherDocument() {
        var source = unitUnder(province, unique("Xã"));
        String id = enact(draft("2025-07-01", merge(unique("Xã mới"), null, province, List.of(source))))
                .extract()
                .path("id");
        annul(id).statusCode(409).body("type", equalTo("urn:lantoa:problem:reorganisation-in-force"));
        get("/units/{id}", source).body("existing", equalTo(false));
    }

    @Test
    void onlyWhatIsEnactedIsAnnulledAndOnlyOnce() {
        var source = unitUnder(province, unique("Xã"));
        var drafted = draft(DAY, dissolve(source));
        String id = drafted.extract().path("id");
        annul(id).statusCode(409).body("type", equalTo("urn:lantoa:problem:reorganisation-not-enacted"));
        enact(drafted).statusCode(200);
        admin().body(Map.of("document", "1"))
                .post("/reorganisations/{id}/annul", id)
                .then()
                .statusCode(428);
        admin().header("If-Match", "\"99\"")
                .body(Map.of("document", "1"))
                .post("/reorganisations/{id}/annul", id)
                .then()
                .statusCode(412);
        admin().header("If-Match", "*")
                .body(Map.of())
                .post("/reorganisations/{id}/annul", id)
                .then()
                .statusCode(400);
        annul(id).statusCode(200);
        annul(id).statusCode(409).body("type", equalTo("urn:lantoa:problem:reorganisation-annulled"));
        get("/reorganisations?status=ANNULLED&limit=200").body("items.id", hasItem(id));
    }

    @Test
    void whatAnotherBuildsOnStays() {
        var source = unitUnder(province, unique("Xã"));
        var enacted = enact(draft(DAY, merge(unique("Xã A"), null, province, List.of(source))));
        String id = enacted.extract().path("id");
        var made = UUID.fromString(enacted.extract().path("operations[0].result.id"));
        String next = enact(draft("2099-06-01", Map.of("kind", "RENAME", "unit", made, "name", unique("Xã B"))))
                .statusCode(200)
                .extract()
                .path("id");
        annul(id)
                .statusCode(409)
                .body("type", equalTo("urn:lantoa:problem:reorganisation-built-upon"))
                .body("errors.code", hasItem("built-upon-by"));
        annul(next).statusCode(200);
        annul(id).statusCode(200);
    }

    @Test
    void aUnitToComeThatIsUsedStays() {
        var source = unitUnder(province, unique("Xã"));
        var enacted = enact(draft(DAY, merge(unique("Xã A"), null, province, List.of(source))));
        String id = enacted.extract().path("id");
        String made = enacted.extract().path("operations[0].result.id");
        String person = admin().body(Map.of("name", unique("Nông Thị Hoa")))
                .post("/persons")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        admin().body(Map.of("unit", made, "title", "Bí thư", "postGroup", "PARTY_SECRETARY", "validFrom", DAY))
                .post("/persons/{id}/posts", person)
                .then()
                .statusCode(201);
        annul(id).statusCode(409).body("errors.code", hasItem("unit-in-use"));
        get("/units/{id}", made).statusCode(200);
    }

    private static Object history(UUID unit) {
        var history = get("/units/{id}/history", unit).extract().<Map<String, Object>>path("$");
        history.remove("version");
        return history;
    }

    private static List<String> types(UUID subject) {
        return List.of(query(
                        "SELECT string_agg(type, ' ' ORDER BY aggregate_version) FROM (SELECT subject, type,"
                                + " aggregate_version FROM outbox UNION ALL SELECT subject, type, aggregate_version FROM"
                                + " event_log) AS e WHERE subject = ?",
                        subject)
                .split(" "));
    }
}
