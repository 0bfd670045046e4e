package vn.lantoa.units.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static vn.lantoa.units.UnitsFixture.admin;
import static vn.lantoa.units.UnitsFixture.caller;
import static vn.lantoa.units.UnitsFixture.code;
import static vn.lantoa.units.UnitsFixture.get;
import static vn.lantoa.units.UnitsFixture.query;
import static vn.lantoa.units.UnitsFixture.root;
import static vn.lantoa.units.UnitsFixture.unique;
import static vn.lantoa.units.UnitsFixture.unitUnder;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lantoa.testsupport.LanToaServices;

/** Mapping tables become drafted reorganisations; what is not clear is listed. */
@QuarkusTest
@WithTestResource(LanToaServices.class)
class MappingResourceTest {
    private static final Path REFORM = Path.of("../platform/src/main/resources/sample/caobang/mergers-2025-07-01.csv");

    @Test
    void theReformOfCaoBangIsReadWithNothingUnresolved() throws IOException {
        var own = code();
        var province = unitUnder(root("ADMINISTRATIVE"), "Tỉnh Cao Bằng", "ADMINISTRATIVE", own + "04");
        var districts = new HashMap<String, UUID>();
        var rows = new ArrayList<Map<String, Object>>();
        for (var line : Files.readAllLines(REFORM).stream().skip(1).toList()) {
            var cells = line.split(",", -1);
            var district = districts.computeIfAbsent(cells[2], name -> unitUnder(province, name));
            unitUnder(district, cells[1], "ADMINISTRATIVE", own + cells[0]);
            rows.add(row(
                    own + cells[0],
                    cells[1],
                    own + cells[3],
                    cells[4],
                    cells[4].startsWith("Phường") ? "WARD" : "COMMUNE",
                    own + "04"));
        }

        read("", rows)
                .statusCode(200)
                .body("rows", equalTo(161))
                .body("resolved", equalTo(161))
                .body("operations", equalTo(56))
                .body("problems", hasSize(0))
                .body("reorganisation", nullValue());
        String drafted = read("?draft=true", rows)
                .statusCode(200)
                .body("reorganisation", notNullValue())
                .extract()
                .path("reorganisation");

        get("/reorganisations/{id}", drafted)
                .statusCode(200)
                .body("status", equalTo("DRAFT"))
                .body("effectiveOn", equalTo("2025-07-01"))
                .body("operations", hasSize(56))
                .body("operations.collect { it.sources.size() }.sum()", equalTo(161));
        admin().post("/reorganisations/{id}/preview", drafted)
                .then()
                .statusCode(200)
                .body("fits", equalTo(true));
    }

    @Test
    void whatIsNotClearIsListedWithItsReasonAndNeverGuessed() {
        var own = code() + "0000";
        var province = unitUnder(root("ADMINISTRATIVE"), unique("Tỉnh"), "ADMINISTRATIVE", own + "04");
        for (int i = 1; i <= 4; i++) {
            unitUnder(province, "Xã " + i, "ADMINISTRATIVE", own + i);
        }
        var rows = List.of(
                row(own + "1", "xa 1", own + "11", "Xã Mới", "COMMUNE", own + "04"),
                row(own + "2", null, own + "11", "Xã Mới", "COMMUNE", own + "04"),
                row(own + "3", "Xã Khác", own + "12", "Xã Ba", "COMMUNE", own + "04"),
                row(own + "4", null, own + "12", "Xã Ba", "COMMUNE", own + "04"),
                row(own + "99", null, own + "13", "Xã Tư", "HAMLET_OF_OLD", own + "04"));

        read("", rows)
                .statusCode(200)
                .body("resolved", equalTo(2))
                .body("operations", equalTo(1))
                .body("problems.row", contains(3, 5, 5))
                .body("problems.code", contains("mapping-name-differs", "mapping-code-unknown", "unknown-kind"))
                .body("problems[0].detail", containsString("Xã 3"));
        read("?draft=true", rows)
                .statusCode(409)
                .body("type", endsWith(":mapping-unresolved"))
                .body("errors[0].pointer", equalTo("/rows/2/oldName"));
        String drafted =
                read("?draft=true&partial=true", rows).statusCode(200).extract().path("reorganisation");

        get("/reorganisations/{id}", drafted)
                .body("operations", hasSize(1))
                .body("operations[0].kind", equalTo("MERGE"))
                .body("operations[0].result.name", equalTo("Xã Mới"));
        assertThat(query(
                        "SELECT count(*) FROM audit_entry WHERE entity_id = ? AND action = 'reorganisation.draft'",
                        UUID.fromString(drafted)))
                .isEqualTo("1");
    }

    @Test
    void onlyWhoMayDraftEverywhereReadsTables() {
        var rows = List.of(row("1", null, "2", "Xã", "COMMUNE", null));
        caller(unique("bảng").replace(' ', '-'), "ADMINISTRATOR", root("ADMINISTRATIVE"))
                .body(table(rows))
                .post("/reorganisations/mappings")
                .then()
                .statusCode(403);
    }

    private static ValidatableResponse read(String parameters, List<Map<String, Object>> rows) {
        return admin().body(table(rows))
                .post("/reorganisations/mappings" + parameters)
                .then();
    }

    private static Map<String, ?> table(List<Map<String, Object>> rows) {
        return Map.of(
                "document",
                Map.of("number", "1657/NQ-UBTVQH15", "issuedBy", "Ủy ban Thường vụ Quốc hội", "signedOn", "2025-06-16"),
                "effectiveOn",
                "2025-07-01",
                "rows",
                rows);
    }

    private static Map<String, Object> row(
            String oldCode, String oldName, String newCode, String newName, String kind, String parent) {
        var row = new HashMap<String, Object>();
        row.put("oldCode", oldCode);
        row.put("newCode", newCode);
        row.put("newName", newName);
        row.put("newKind", kind);
        row.put("portion", "WHOLE");
        if (oldName != null) {
            row.put("oldName", oldName);
        }
        if (parent != null) {
            row.put("newParent", parent);
        }
        return row;
    }
}
