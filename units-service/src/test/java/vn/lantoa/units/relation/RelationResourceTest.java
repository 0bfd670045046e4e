package vn.lantoa.units.relation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static vn.lantoa.units.UnitsFixture.admin;
import static vn.lantoa.units.UnitsFixture.caller;
import static vn.lantoa.units.UnitsFixture.get;
import static vn.lantoa.units.UnitsFixture.id;
import static vn.lantoa.units.UnitsFixture.query;
import static vn.lantoa.units.UnitsFixture.register;
import static vn.lantoa.units.UnitsFixture.root;
import static vn.lantoa.units.UnitsFixture.unique;
import static vn.lantoa.units.UnitsFixture.unitUnder;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.testsupport.LanToaServices;

@QuarkusTest
@WithTestResource(LanToaServices.class)
class RelationResourceTest {
    private UUID cell;
    private UUID office;

    @BeforeEach
    void aCellAndAnOffice() {
        cell = unitUnder(root("ADMINISTRATIVE"), unique("Chi bộ"));
        office = unitUnder(root("ADMINISTRATIVE"), unique("Ban"));
    }

    @Test
    void aPartyCellServesAnOffice() {
        var response = relate(cell, "SERVES", office, "2020-01-01");
        response.then().statusCode(201).body("validTo", nullValue());
        String id = response.path("id");
        response.then().header("Location", endsWith("/units/" + cell + "/relations/" + id));
        get("/units/{unit}/relations?direction=source", cell)
                .body("items.id", contains(id))
                .body("items.target", contains(office.toString()));
        get("/units/{unit}/relations?direction=target&kind=SERVES&asOf=2020-01-01", office)
                .body("items.source", contains(cell.toString()))
                .body("items[0].sourceName", startsWith("Chi bộ"));
        get("/units/{unit}/relations?asOf=2019-12-31", office).body("items", hasSize(0));
        get("/units/{unit}/relations?direction=source", office).body("items", hasSize(0));
        get("/units/{unit}/relations/{id}", office, id).statusCode(200);
        assertThat(query("SELECT count(*) FROM audit_entry WHERE entity_id = ?", UUID.fromString(id)))
                .isEqualTo("1");
    }

    @Test
    void aRelationEndsOnADay() {
        String id = relate(cell, "COVERS_AREA", office, "2020-01-01").path("id");
        var end = Map.of("validTo", "2024-01-01");
        admin().body(end).post("/units/{u}/relations/{id}/end", cell, id).then().statusCode(428);
        admin().header(
                        "If-Match",
                        get("/units/{u}/relations/{id}", cell, id).extract().header("ETag"))
                .body(end)
                .post("/units/{u}/relations/{id}/end", cell, id)
                .then()
                .statusCode(200)
                .body("validTo", equalTo("2024-01-01"));
        get("/units/{u}/relations?asOf=2024-01-01", cell).body("items", hasSize(0));
        relate(cell, "COVERS_AREA", office, "2024-01-01").then().statusCode(201);
    }

    @Test
    void wrongRelationsAreRefused() {
        relate(cell, "SERVES", office, "2020-01-01").then().statusCode(201);
        refused(relate(cell, "SERVES", office, "2021-01-01"), 409, "related-already");
        refused(relate(cell, "NO_SUCH_KIND", office, "2020-01-01"), 422, "unknown-relation-kind");
        refused(relate(cell, "SERVES", cell, "2020-01-01"), 422, "related-to-itself");
        refused(relate(cell, "SERVES", UUID.randomUUID(), "2020-01-01"), 422, "unknown-unit");
        var ended = id(
                register(Map.of("name", unique("Ban"), "kind", "OFFICE", "sector", "STATE", "validTo", "2010-01-01")));
        refused(relate(cell, "SERVES", ended, "2020-01-01"), 422, "invalid-period");
        refused(admin().get("/units/{u}/relations/{id}", cell, UUID.randomUUID()), 404, "relation-not-found");
        refused(admin().get("/units/{u}/relations", UUID.randomUUID()), 404, "unit-not-found");
        refused(admin().queryParam("direction", "up").get("/units/{u}/relations", cell), 400, "invalid-request");
        refused(
                caller("relater", "MEMBER", cell)
                        .body(Map.of("kind", "SERVES", "target", office))
                        .post("/units/{u}/relations", cell),
                403,
                "forbidden");
    }

    private static Response relate(UUID source, String kind, UUID target, String from) {
        return admin().body(Map.of("kind", kind, "target", target, "validFrom", from))
                .post("/units/{u}/relations", source);
    }

    private static void refused(Response response, int status, String code) {
        response.then().statusCode(status).body("type", equalTo("urn:lantoa:problem:" + code));
    }
}
