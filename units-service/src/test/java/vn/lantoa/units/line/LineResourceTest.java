package vn.lantoa.units.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static vn.lantoa.units.UnitsFixture.admin;
import static vn.lantoa.units.UnitsFixture.caller;
import static vn.lantoa.units.UnitsFixture.get;
import static vn.lantoa.units.UnitsFixture.id;
import static vn.lantoa.units.UnitsFixture.query;
import static vn.lantoa.units.UnitsFixture.root;
import static vn.lantoa.units.UnitsFixture.unique;
import static vn.lantoa.units.line.LineFixture.change;
import static vn.lantoa.units.line.LineFixture.define;
import static vn.lantoa.units.line.LineFixture.likeAdministrative;
import static vn.lantoa.units.line.LineFixture.move;
import static vn.lantoa.units.line.LineFixture.place;
import static vn.lantoa.units.line.LineFixture.placed;
import static vn.lantoa.units.line.LineFixture.rule;
import static vn.lantoa.units.line.LineFixture.ruledLine;
import static vn.lantoa.units.line.LineFixture.rulesAnd;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lantoa.testsupport.LanToaServices;

@QuarkusTest
@WithTestResource(LanToaServices.class)
class LineResourceTest {
    @Test
    void aFurtherLineIsDefinedWithItsRules() {
        var code = unique("CUM").replace(' ', '_');
        var body = Map.of(
                "code",
                code,
                "label",
                Map.of("vi", "Cụm thi đua", "en", "Emulation cluster"),
                "ruled",
                true,
                "rules",
                List.of(rule(null, "AGENCY", null, null), rule("AGENCY", "OFFICE", "2020-01-01", "2030-01-01")));
        define(body)
                .then()
                .statusCode(201)
                .header("Location", endsWith("/lines/" + code))
                .header("ETag", not(nullValue()))
                .body("confidential", equalTo(false));
        get("/lines/{code}", code)
                .body("ruled", equalTo(true))
                .body("rules.childKind", contains("AGENCY", "OFFICE"))
                .body("rules[1].legalRef", equalTo("Luật thử nghiệm"));
        get("/lines?asOf=2019-12-31").body("items.find { it.code == '" + code + "' }.rules", hasSize(1));
        get("/code-lists/lines").body("items.code", hasItem(code));
        assertThat(query("SELECT count(*) FROM audit_entry e JOIN line l ON l.id = e.entity_id WHERE l.code = ?", code))
                .isEqualTo("1");
        refused(define(body), 409, "code-list-in-use");
    }

    @Test
    void otherServicesAreToldWhichLinesAreConfidential() {
        var code = unique("KIN").replace(' ', '_');
        define(Map.of(
                        "code",
                        code,
                        "label",
                        Map.of("vi", "Tuyến kín", "en", "Confidential line"),
                        "confidential",
                        true))
                .then()
                .statusCode(201);
        var id = query("SELECT id FROM line WHERE code = ?", code);

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> get("/events?subject={id}", id)
                        .body("items.type", contains("vn.lantoa.units.line.defined.v1"))
                        .body("items[0].data.state.code", equalTo(code))
                        .body("items[0].data.state.confidential", equalTo(true)));
        admin().body(Map.of("kind", "line", "id", id))
                .post("/admin/announcements")
                .then()
                .statusCode(202)
                .body("announced", equalTo(1));
    }

    @Test
    void onlyTheAdministratorOfAllDefinesLines() {
        var body = Map.of("code", "X", "label", Map.of("vi", "X", "en", "X"));
        refused(
                caller("line-officer", "EMULATION_OFFICER", root("ADMINISTRATIVE"))
                        .body(body)
                        .post("/lines"),
                403,
                "forbidden");
        refused(
                caller(unique("line-admin").replace(' ', '-'), "ADMINISTRATOR", root("ADMINISTRATIVE"))
                        .body(body)
                        .post("/lines"),
                403,
                "outside-your-units");
        refused(admin().get("/lines/NO_SUCH_LINE"), 404, "line-not-found");
    }

    @Test
    void wrongRulesAreRefused() {
        refused(define(line(rule("OFFICE", "NO_SUCH_KIND", null, null))), 422, "unknown-kind");
        refused(define(line(rule("OFFICE", "OFFICE", "2025-01-01", "2024-01-01"))), 422, "invalid-period")
                .body("errors.pointer", contains("/rules/0/validTo"));
        refused(
                define(line(rule("OFFICE", "OFFICE", null, null), rule("OFFICE", "OFFICE", "2024-01-01", null))),
                422,
                "rule-twice");
        admin().body(Map.of("ruled", false)).patch("/lines/PROFESSIONAL").then().statusCode(428);
    }

    @Test
    void theAdministrativeLineKnowsTheReformOf2025() {
        get("/lines/ADMINISTRATIVE")
                .body(
                        "rules.find { it.parentKind == 'PROVINCE' && it.childKind == 'DISTRICT' }.validTo",
                        equalTo("2025-07-01"))
                .body(
                        "rules.find { it.parentKind == 'PROVINCE' && it.childKind == 'COMMUNE' }.validFrom",
                        equalTo("2025-07-01"));
        var line = likeAdministrative();
        var province = placed(line, null, "PROVINCE", null);
        var district = placed(line, province, "DISTRICT", null);
        placed(line, district, "COMMUNE", null);
        placed(line, province, "COMMUNE", "2025-07-01");
        refused(place(line, province, "DISTRICT", "2025-07-01"), 422, "kind-not-allowed-there")
                .body("detail", containsString("2025-07-01"))
                .body("detail", containsString("Huyện"))
                .body("legalRef", containsString("Luật 77/2015/QH13"));
        refused(place(line, province, "COMMUNE", "2025-06-30"), 422, "kind-not-allowed-there")
                .body("detail", containsString("Huyện"))
                .body("legalRef", containsString("Luật 77/2015/QH13"));
        refused(place(line, district, "COMMUNE", "2025-07-01"), 422, "kind-not-allowed-there")
                .body("detail", containsString("Tỉnh"))
                .body("legalRef", containsString("72/2025/QH15"));
        refused(place(line, province, "HAMLET", null), 422, "kind-not-allowed-there");
        refused(place(ruledLine(List.of()), null, "PROVINCE", null), 422, "kind-cannot-be-root");
        get("/lines/{code}/offences?asOf=2025-06-30", line).body("items", hasSize(0));
        get("/lines/{code}/offences?asOf=2025-07-01", line)
                .body("items.kind", contains("COMMUNE", "DISTRICT"))
                .body("items.parentKind", contains("DISTRICT", "PROVINCE"))
                .body("items.day", contains("2025-07-01", "2025-07-01"));
        refused(admin().get("/lines/NO_SUCH_LINE/offences"), 404, "line-not-found");
    }

    @Test
    void aKindThatChangesIsHeldAgainstTheRulesOnBothSides() {
        var line = ruledLine(List.of(
                rule(null, "AGENCY", null, null),
                rule("AGENCY", "OFFICE", null, null),
                rule("OFFICE", "CENTRE", null, null),
                rule("AGENCY", "SCHOOL", null, null)));
        var top = placed(line, null, "AGENCY", null);
        var middle = placed(line, top, "OFFICE", null);
        var low = placed(line, middle, "CENTRE", null);
        refused(kind(low, "OFFICE"), 422, "kind-not-allowed-there");
        refused(kind(middle, "SCHOOL"), 422, "kind-not-allowed-there");
        refused(kind(top, "OFFICE"), 422, "kind-cannot-be-root");
        kind(placed(line, top, "OFFICE", null), "SCHOOL").then().statusCode(200);
    }

    @Test
    void aMoveIsHeldAgainstTheRulesOfItsDay() {
        var line = ruledLine(List.of(
                rule(null, "AGENCY", null, null),
                rule("AGENCY", "OFFICE", null, "2020-01-01"),
                rule("AGENCY", "CENTRE", null, null),
                rule("CENTRE", "OFFICE", "2020-01-01", null)));
        var top = placed(line, null, "AGENCY", null);
        var centre = placed(line, top, "CENTRE", null);
        var office = placed(line, top, "OFFICE", null);
        refused(move(line, office, centre, "2019-12-31"), 422, "kind-not-allowed-there");
        move(line, office, centre, "2020-01-01").then().statusCode(201);
        refused(move(line, office, top, "2021-01-01"), 422, "kind-not-allowed-there");
    }

    @Test
    void onARuledLineThePathToTheRootNeverBreaks() {
        var line = ruledLine(List.of(rule(null, "AGENCY", null, null), rule("AGENCY", "AGENCY", null, null)));
        var top = placed(line, null, "AGENCY", null);
        var other = ruledLine(List.of(rule(null, "AGENCY", null, null)));
        var elsewhere = placed(other, null, "AGENCY", null);
        refused(place(line, elsewhere, "AGENCY", null), 422, "parent-not-on-line")
                .body("errors[0].detail", containsString("Hệ thống " + line));
        var unit = placed(line, top, "AGENCY", null);
        var to = Map.of("line", line, "parent", top, "validFrom", "2020-01-01", "validTo", "2021-01-01");
        admin().body(to).post("/units/{id}/placements", unit).then().statusCode(201);
        var later = Map.of("line", line, "parent", top, "validFrom", "2022-01-01");
        refused(admin().body(later).post("/units/{id}/placements", unit), 422, "gap-on-line")
                .body("errors[0].detail", containsString("2021-01-01"));
    }

    @Test
    void aChildThatWouldOutliveItsParentIsNamedWithTheDay() {
        var line = ruledLine(List.of(rule(null, "AGENCY", null, null), rule("AGENCY", "AGENCY", null, null)));
        var top = placed(line, null, "AGENCY", null);
        var mortal = id(place(line, top, "AGENCY", "2000-01-01", "2010-01-01"));
        refused(place(line, mortal, "AGENCY", "2005-01-01"), 422, "parent-not-existing-then")
                .body("errors[0].code", equalTo("child-outlives-parent"))
                .body("errors[0].detail", containsString("2010-01-01"));
        refused(move(line, placed(line, top, "AGENCY", null), mortal, "1999-12-31"), 422, "parent-not-existing-then")
                .body("errors[0].detail", containsString("1999-12-31"));
    }

    @Test
    void aRuleInUseIsEndedNotTakenAway() {
        var line = ruledLine(List.of(rule(null, "AGENCY", null, null), rule("AGENCY", "OFFICE", null, null)));
        var top = placed(line, null, "AGENCY", null);
        placed(line, top, "OFFICE", "2015-01-01");
        refused(
                        change(line, Map.of("rules", List.of(rule(null, "AGENCY", null, null)))),
                        409,
                        "rules-refuse-what-stands")
                .body("errors[0].code", equalTo("kind-not-allowed-there"))
                .body("errors[0].pointer", equalTo("/rules"));
        change(
                        line,
                        Map.of(
                                "rules",
                                List.of(
                                        rule(null, "AGENCY", null, null),
                                        rule("AGENCY", "OFFICE", null, "2020-01-01"))))
                .then()
                .statusCode(200)
                .body("version", equalTo(1));
        refused(place(line, top, "OFFICE", "2020-01-01"), 422, "kind-not-allowed-there");
        get("/lines/{code}/offences?asOf=2020-01-01", line).body("items.kind", contains("OFFICE"));
        change(line, Map.of("rules", rulesAnd(line, rule("AGENCY", "OFFICE", "2020-01-01", null))))
                .then()
                .statusCode(200);
        get("/lines/{code}/offences?asOf=2020-01-01", line).body("items", hasSize(0));
    }

    @Test
    void aFreeLineIsRuledOnlyWhenWhatStandsFits() {
        var code = unique("FREE").replace(' ', '_');
        define(Map.of("code", code, "label", Map.of("vi", code, "en", code)))
                .then()
                .statusCode(201);
        placed(code, placed(code, null, "SCHOOL", null), "PROVINCE", null);
        refused(
                change(code, Map.of("ruled", true, "rules", List.of(rule(null, "SCHOOL", null, null)))),
                409,
                "rules-refuse-what-stands");
        change(
                        code,
                        Map.of(
                                "ruled",
                                true,
                                "rules",
                                List.of(rule(null, "SCHOOL", null, null), rule("SCHOOL", "PROVINCE", null, null))))
                .then()
                .statusCode(200)
                .body("ruled", equalTo(true));
    }

    private static Map<String, ?> line(Object... rules) {
        return Map.of(
                "code",
                unique("WRONG").replace(' ', '_'),
                "label",
                Map.of("vi", "Sai", "en", "Wrong"),
                "rules",
                List.of(rules));
    }

    private static Response kind(UUID unit, String kind) {
        return admin().header("If-Match", "*").body(Map.of("kind", kind)).patch("/units/{id}", unit);
    }

    private static ValidatableResponse refused(Response response, int status, String code) {
        return response.then().statusCode(status).body("type", equalTo("urn:lantoa:problem:" + code));
    }
}
