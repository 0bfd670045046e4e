package vn.lantoa.units.reorganisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static vn.lantoa.units.ReorganisationFixture.dissolve;
import static vn.lantoa.units.ReorganisationFixture.draft;
import static vn.lantoa.units.ReorganisationFixture.enact;
import static vn.lantoa.units.ReorganisationFixture.merge;
import static vn.lantoa.units.ReorganisationFixture.newUnit;
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
import vn.lantoa.units.ReorganisationFixture;

/** What each kind of operation does, and what refuses it. */
@QuarkusTest
@WithTestResource(LanToaServices.class)
class OperationsTest {
    private static final String DAY = "2025-07-01";
    private static final String BEFORE = "2025-06-30";
    private static final String LINE = "ADMINISTRATIVE";

    private UUID province;

    @BeforeEach
    void theProvince() {
        province = root(LINE);
    }

    @Test
    void aUnitIsEstablishedFromPartsOfOthers() {
        var ceding = unitUnder(province, unique("Xã Vĩnh Quang"));
        var made = newUnit(unique("Xã Tân Lập"), code(), province);
        enact(draft(DAY, Map.of("kind", "ESTABLISH", "unit", made, "from", List.of(ceding))))
                .statusCode(200);
        get("/units/{id}?asOf=" + DAY, made.get("id")).body("existing", equalTo(true));
        get("/units/{id}?asOf=" + BEFORE, made.get("id")).body("existing", equalTo(false));
        get("/units/{id}", ceding).body("existing", equalTo(true));
        get("/units/{id}/lineage?direction=predecessors", made.get("id"))
                .body("steps.predecessor", contains(ceding.toString()))
                .body("steps.kind", contains("ESTABLISH"))
                .body("steps.portion", contains("PART"));
    }

    @Test
    void aUnitIsSharedOutAmongItsParts() {
        var whole = unitUnder(province, unique("Huyện Quảng Hòa"));
        var branch = unitUnder(whole, unique("Xóm"));
        var left = newUnit(unique("Huyện Quảng Uyên"), null, province);
        var right = newUnit(unique("Huyện Phục Hòa"), null, province);
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
                                left.get("id"),
                                "results",
                                List.of(Map.of("unit", left, "share", "3/5"), Map.of("unit", right, "share", "2/5")))))
                .statusCode(200);
        get("/units/{id}", whole).body("existing", equalTo(false)).body("validTo", equalTo(DAY));
        get("/units/{id}/children?asOf=" + DAY, left.get("id")).body("items.id", contains(branch.toString()));
        get("/units/{id}/lineage", whole)
                .body("steps.kind", contains("SPLIT", "SPLIT"))
                .body("steps.share", containsInAnyOrder("3/5", "2/5"))
                .body("steps.find { it.heir }.successor", equalTo(String.valueOf(left.get("id"))))
                .body("steps.findAll { it.heir }.size()", equalTo(1));
    }

    @Test
    void aUnitCedesAPartAndGoesOn() {
        var source = unitUnder(province, unique("Xã Hồng Việt"));
        var neighbour = unitUnder(province, unique("Xã Bình Long"));
        enact(draft(
                        DAY,
                        Map.of(
                                "kind",
                                "SPLIT",
                                "source",
                                source,
                                "portion",
                                "PART",
                                "results",
                                List.of(Map.of("existing", neighbour, "share", "1/4")))))
                .statusCode(200);
        get("/units/{id}", source).body("existing", equalTo(true)).body("validTo", nullValue());
        get("/units/{id}/lineage?asOf=" + DAY, source)
                .body("standing.unit", containsInAnyOrder(source.toString(), neighbour.toString()))
                .body("standing.find { it.unit == '" + source + "' }.share", equalTo("3/4"))
                .body("standing.portion", contains("PART", "PART"));
    }

    @Test
    void aSplitIsRefusedWithEveryReason() {
        var source = unitUnder(province, unique("Xã"));
        var child = unitUnder(source, unique("Xóm"));
        var stranger = UUID.fromString("01990000-0000-7000-8000-000000000001");
        problems(
                Map.of(
                        "kind",
                        "SPLIT",
                        "source",
                        source,
                        "portion",
                        "WHOLE",
                        "heir",
                        child,
                        "results",
                        List.of(
                                Map.of("unit", newUnit(unique("Xã"), null, province), "share", "1/2"),
                                Map.of("existing", stranger, "share", "1/3"))),
                "successor-not-existing-then",
                "shares-not-one",
                "heir-not-a-result",
                "result-not-on-line",
                "circle-on-line");
        problems(
                Map.of(
                        "kind",
                        "SPLIT",
                        "source",
                        source,
                        "portion",
                        "PART",
                        "results",
                        List.of(Map.of("share", "1/1"))),
                "either-new-or-existing",
                "shares-not-less-than-one");
    }

    @Test
    void aRenamedUnitKeepsItsIdAndIsFoundByBothNames() {
        var old = unique("Xã Phù Ngọc");
        var name = unique("Xã Ngọc Đào");
        var unit = unitUnder(province, old);
        enact(draft(DAY, Map.of("kind", "RENAME", "unit", unit, "name", name, "shortName", "Ngọc Đào")))
                .statusCode(200);
        get("/units/{id}?asOf=" + BEFORE, unit).body("name", equalTo(old));
        get("/units/{id}?asOf=" + DAY, unit).body("name", equalTo(name)).body("shortName", equalTo("Ngọc Đào"));
        get("/units?q={q}", old).body("items.id", hasItem(unit.toString()));
        get("/units/{id}/lineage", unit).body("steps", hasSize(0));
        problems(Map.of("kind", "RENAME", "unit", unit, "name", "Xã X"), "changed-that-day");
    }

    @Test
    void nameAndKindChangeInOneVersion() {
        var unit = unitUnder(province, unique("Thị trấn Nước Hai"));
        var name = unique("Phường Nước Hai");
        enact(draft(
                        DAY,
                        Map.of("kind", "RENAME", "unit", unit, "name", name),
                        Map.of("kind", "CHANGE_KIND", "unit", unit, "to", "WARD", "sector", "TERRITORY")))
                .statusCode(200);
        get("/units/{id}/history", unit)
                .body("versions", hasSize(2))
                .body("versions[1].name", equalTo(name))
                .body("versions[1].kind", equalTo("WARD"))
                .body("versions[1].sector", equalTo("TERRITORY"));
        assertThat(query(
                        "SELECT count(*) FROM outbox_or_log WHERE subject = ? AND type = 'vn.lantoa.units.unit.changed.v1'"
                                .replace("outbox_or_log", EVENTS),
                        unit))
                .isEqualTo("1");
    }

    private static final String EVENTS =
            "(SELECT subject, type FROM outbox UNION ALL SELECT subject, type FROM event_log) AS e";

    @Test
    void twoUnitsExchangeTheirCodesInOneDocument() {
        var first = code();
        var second = code();
        var one = unitUnder(province, unique("Xã"), LINE, first);
        var other = unitUnder(province, unique("Xã"), LINE, second);
        enact(draft(
                        DAY,
                        Map.of("kind", "RECODE", "unit", one, "value", second),
                        Map.of("kind", "RECODE", "unit", other, "value", first)))
                .statusCode(200);
        get("/units/resolve?code={c}&asOf=" + DAY, first).body("id", equalTo(other.toString()));
        get("/units/resolve?code={c}&asOf=" + BEFORE, first).body("id", equalTo(one.toString()));
        problems(Map.of("kind", "RECODE", "unit", unitUnder(province, unique("Xã")), "value", first), "code-taken");
        enact(draft("2026-01-01", Map.of("kind", "RECODE", "unit", one))).statusCode(200);
        get("/units/resolve?code={c}&asOf=2026-01-01", second).statusCode(404);
    }

    @Test
    void aUnitAndAllUnderItStandElsewhere() {
        var department = unitUnder(province, unique("Sở"));
        var other = unitUnder(province, unique("Sở"));
        var office = unitUnder(department, unique("Phòng"));
        var team = unitUnder(office, unique("Tổ"));
        enact(draft(DAY, Map.of("kind", "REPARENT", "unit", office, "line", LINE, "parent", other)))
                .statusCode(200);
        get("/units/{id}/descendants?asOf=" + DAY, other)
                .body("items.id", containsInAnyOrder(office.toString(), team.toString()));
        get("/units/{id}/descendants?asOf=" + BEFORE, department).body("items", hasSize(2));
        assertThat(ClosureCheck.differences()).isEmpty();
    }

    @Test
    void aCircleIsSeenInThePreview() {
        var above = unitUnder(province, unique("Sở"));
        var below = unitUnder(above, unique("Phòng"));
        var further = unitUnder(province, unique("Sở"));
        problems(
                List.of(
                        Map.of("kind", "REPARENT", "unit", above, "line", LINE, "parent", further),
                        Map.of("kind", "REPARENT", "unit", further, "line", LINE, "parent", below)),
                "circle-on-line",
                "circle-on-line");
        problems(Map.of("kind", "REPARENT", "unit", above, "line", LINE), "second-root");
        problems(Map.of("kind", "REPARENT", "unit", above, "line", "MADE_UP", "parent", further), "unknown-line");
    }

    @Test
    void whatOneOperationMakesAnotherMayName() {
        var district = unitUnder(province, unique("Huyện Thạch An"));
        var commune = unitUnder(district, unique("Xã Quang Trọng"));
        var school = unitUnder(district, unique("Trường"));
        var made = newUnit(unique("Sở Giáo dục"), null, province);
        var part = newUnit(unique("Phòng"), null, UUID.fromString(made.get("id").toString()));
        enact(draft(
                        DAY,
                        Map.of("kind", "REPARENT", "unit", school, "line", LINE, "parent", made.get("id")),
                        Map.of("kind", "DISSOLVE", "unit", district, "successors", List.of(made.get("id"))),
                        Map.of("kind", "ESTABLISH", "unit", part),
                        Map.of("kind", "ESTABLISH", "unit", made)))
                .statusCode(200);
        get("/units/{id}/children?asOf=" + DAY, made.get("id"))
                .body(
                        "items.id",
                        containsInAnyOrder(
                                school.toString(),
                                commune.toString(),
                                part.get("id").toString()));
    }

    @Test
    void aUnitThatEndsOrBeginsByTheDocumentDoesNotChangeByIt() {
        var source = unitUnder(province, unique("Xã"));
        var made = newUnit(unique("Xã"), null, province);
        problems(
                List.of(
                        dissolve(source),
                        Map.of("kind", "ESTABLISH", "unit", made),
                        Map.of("kind", "RENAME", "unit", source, "name", "Xã A"),
                        Map.of("kind", "RENAME", "unit", made.get("id"), "name", "Xã B"),
                        Map.of("kind", "REPARENT", "unit", source, "line", LINE, "parent", made.get("id"))),
                "unit-ends-by-this",
                "unit-begins-by-this",
                "unit-ends-by-this");
        var unit = unitUnder(province, unique("Xã"));
        problems(
                List.of(
                        Map.of("kind", "RENAME", "unit", unit, "name", "Xã A"),
                        Map.of("kind", "RENAME", "unit", unit, "name", "Xã B"),
                        Map.of("kind", "CHANGE_KIND", "unit", unit, "to", "NO_SUCH_KIND")),
                "changed-twice",
                "unknown-kind");
    }

    @Test
    void theRestOfAFutureVersionStays() {
        var unit = unitUnder(province, unique("Xã"));
        var later = unique("Xã Sau");
        enact(draft("2098-01-01", Map.of("kind", "RENAME", "unit", unit, "name", later)))
                .statusCode(200);
        var sooner = unique("Xã Trước");
        enact(draft("2097-01-01", Map.of("kind", "RENAME", "unit", unit, "name", sooner)))
                .statusCode(200);
        get("/units/{id}?asOf=2097-06-01", unit).body("name", equalTo(sooner));
        get("/units/{id}?asOf=2098-06-01", unit).body("name", equalTo(later));
    }

    @Test
    void anUnknownKindOfOperationIsRefused() {
        vn.lantoa.units.UnitsFixture.admin()
                .body(Map.of(
                        "document",
                        Map.of("number", "1", "issuedBy", "x", "signedOn", DAY),
                        "effectiveOn",
                        DAY,
                        "operations",
                        List.of(Map.of("kind", "MOVE", "unit", province))))
                .post("/reorganisations")
                .then()
                .statusCode(400);
    }

    private static void problems(Map<String, ?> operation, String... codes) {
        problems(List.of(operation), codes);
    }

    private static void problems(List<?> operations, String... codes) {
        var drafted = draft(DAY, operations);
        ReorganisationFixture.preview(drafted.extract().path("id"))
                .body("fits", equalTo(false))
                .body("problems.code", containsInAnyOrder(codes));
        enact(drafted).statusCode(409).body("errors.code", containsInAnyOrder(codes));
    }

    @Test
    void mergersAsTheyWereWrittenBeforeStillWork() {
        var source = unitUnder(province, unique("Xã"));
        enact(draft(DAY, merge(unique("Xã"), null, province, List.of(source)))).statusCode(200);
        get("/units/{id}", source).body("existing", equalTo(false));
    }
}
