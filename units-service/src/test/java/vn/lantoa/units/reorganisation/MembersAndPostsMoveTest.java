package vn.lantoa.units.reorganisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static vn.lantoa.units.MembersFixture.history;
import static vn.lantoa.units.MembersFixture.person;
import static vn.lantoa.units.MembersFixture.start;
import static vn.lantoa.units.ReorganisationFixture.annul;
import static vn.lantoa.units.ReorganisationFixture.draft;
import static vn.lantoa.units.ReorganisationFixture.enact;
import static vn.lantoa.units.ReorganisationFixture.merge;
import static vn.lantoa.units.ReorganisationFixture.newUnit;
import static vn.lantoa.units.ReorganisationFixture.preview;
import static vn.lantoa.units.UnitsFixture.admin;
import static vn.lantoa.units.UnitsFixture.caller;
import static vn.lantoa.units.UnitsFixture.get;
import static vn.lantoa.units.UnitsFixture.root;
import static vn.lantoa.units.UnitsFixture.unique;
import static vn.lantoa.units.UnitsFixture.unitUnder;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.testsupport.LanToaServices;
import vn.lantoa.units.person.PersonFixture;

/** Members and posts go where a document says, the day before and the day after are told apart, and annulling gives all back. */
@QuarkusTest
@WithTestResource(LanToaServices.class)
class MembersAndPostsMoveTest {
    private static final String BEFORE = "2030-06-30";
    private static final String DAY = "2030-07-01";

    private UUID province;
    private UUID left;
    private UUID right;
    private UUID hoa;
    private UUID hung;

    @BeforeEach
    void twoCommunesAndAMemberOfEach() {
        province = root("ADMINISTRATIVE");
        left = unitUnder(province, unique("Xã Vân Trình"));
        right = unitUnder(province, unique("Xã Lê Lai"));
        hoa = member(left, "ADMINISTRATIVE");
        hung = member(right, "ADMINISTRATIVE");
    }

    private static UUID member(UUID unit, String line) {
        var person = person();
        start(person, Map.of("unit", unit, "line", line, "validFrom", "2024-01-01"))
                .then()
                .statusCode(201);
        return person;
    }

    private static String post(UUID person, UUID unit, String title) {
        return admin().body(Map.of("unit", unit, "title", title, "postGroup", "OFFICER", "validFrom", "2024-01-01"))
                .post("/persons/{p}/posts", person)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Map<String, Object> handOver(UUID from, UUID to) {
        return new HashMap<>(Map.of("kind", "TRANSFER", "from", from, "to", to));
    }

    private static Map<String, Object> handOver(UUID from, UUID to, List<?> members, List<?> posts) {
        var operation = handOver(from, to);
        operation.put("members", members);
        operation.put("posts", posts);
        return operation;
    }

    private static String id(io.restassured.response.ValidatableResponse drafted) {
        return drafted.extract().path("id");
    }

    private static void belongs(UUID person, String day, UUID unit) {
        get("/persons/{p}/memberships?asOf={d}", person, day).body("items.unit", contains(unit.toString()));
    }

    private static void members(UUID unit, String line, String day, UUID... persons) {
        var expected = List.of(persons).stream().map(UUID::toString).toArray(String[]::new);
        get("/units/{u}/members?line={l}&asOf={d}", unit, line, day)
                .body("items.person", expected.length == 0 ? empty() : containsInAnyOrder(expected));
    }

    @Test
    void aMergerTakesTheMembersOfBothAlong() {
        var drafted = draft(DAY, merge(unique("Xã Thạch An"), null, province, List.of(left, right)));
        String united = drafted.extract().path("operations[0].result.id");
        preview(id(drafted))
                .body("fits", equalTo(true))
                .body("tally.findAll { it.fact == 'membership' }.effect", contains("MOVES", "MOVES"))
                .body("tally.findAll { it.fact == 'membership' }.to", contains(united, united))
                .body(
                        "facts.findAll { it.fact == 'membership' }.person",
                        containsInAnyOrder(hoa.toString(), hung.toString()));
        enact(drafted).statusCode(200);
        var both = UUID.fromString(united);
        belongs(hoa, BEFORE, left);
        belongs(hoa, DAY, both);
        members(left, "ADMINISTRATIVE", BEFORE, hoa);
        members(left, "ADMINISTRATIVE", DAY);
        members(both, "ADMINISTRATIVE", BEFORE);
        members(both, "ADMINISTRATIVE", DAY, hoa, hung);
        get("/persons/{p}/memberships?asOf={d}", hung, DAY)
                .body("items[0].reason", equalTo("REORGANISATION"))
                .body("items[0].document", containsString("1657/NQ-UBTVQH15"))
                .body("items[0].reorganisation", equalTo(id(drafted)))
                .body("items[0].succeeds", notNullValue());
        annul(id(drafted)).statusCode(200);
        belongs(hoa, DAY, left);
        belongs(hung, DAY, right);
        get("/persons/{p}/memberships", hung).body("items", hasSize(1)).body("items[0].validTo", nullValue());
    }

    @Test
    void membersOfTheirCellsGoAlongOnThePartysLineAndThePreviewNamesNobody() {
        var one = unitUnder(root("PARTY"), unique("Chi bộ 1"), "PARTY", null);
        var two = unitUnder(root("PARTY"), unique("Chi bộ 2"), "PARTY", null);
        start(hoa, Map.of("unit", one, "line", "PARTY", "validFrom", "2024-01-01"));
        start(hung, Map.of("unit", two, "line", "PARTY", "validFrom", "2024-01-01"));
        var cell = newUnit(unique("Chi bộ xã Thạch An"), null, null);
        cell.put("sector", "PARTY");
        cell.put("placements", List.of(Map.of("line", "PARTY", "parent", root("PARTY"))));
        var drafted = draft(
                DAY,
                merge(unique("Xã Thạch An"), null, province, List.of(left, right)),
                Map.of("kind", "MERGE", "sources", List.of(one, two), "result", cell));
        UUID united = UUID.fromString(drafted.extract().path("operations[0].result.id"));
        UUID joint = UUID.fromString(drafted.extract().path("operations[1].result.id"));
        preview(id(drafted))
                .body("tally.findAll { it.fact == 'membership' }.count", contains(1, 1, 1, 1))
                .body(
                        "facts.findAll { it.fact == 'membership' && it.what == 'PARTY' }.person",
                        contains(nullValue(), nullValue()));
        enact(drafted).statusCode(200);
        assertThat(history(hoa, "PARTY")).isEqualTo(one + " [2024-01-01," + DAY + "), " + joint + " [" + DAY + ",)");
        get("/persons/{p}/memberships?asOf={d}", hoa, DAY)
                .body("items.unit", containsInAnyOrder(united.toString(), joint.toString()));
        members(joint, "PARTY", DAY, hoa, hung);
        members(joint, "PARTY", BEFORE);
        annul(id(drafted)).statusCode(200);
        assertThat(history(hoa, "PARTY")).isEqualTo(one + " [2024-01-01,)");
    }

    @Test
    void membersAndPostsPassByNameBetweenUnitsThatGoOn() {
        var stays = member(left, "ADMINISTRATIVE");
        var passing = post(hoa, left, "Công chức địa chính");
        var staying = post(stays, left, "Công chức văn phòng");
        String grant = admin().body(Map.of(
                        "person", hoa, "role", "MEMBER", "unit", right, "post", passing, "validFrom", "2024-01-01"))
                .post("/role-grants")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        var drafted = draft(DAY, handOver(left, right, List.of(hoa), List.of(passing)));
        preview(id(drafted))
                .body("fits", equalTo(true))
                .body("posts.post", contains(passing))
                .body("posts.to", contains(right.toString()))
                .body("facts.findAll { it.fact == 'membership' }.person", contains(hoa.toString()));
        enact(drafted).statusCode(200);
        caller("reads-documents", "MEMBER", province)
                .get("/reorganisations/{id}", id(drafted))
                .then()
                .statusCode(200)
                .body("operations[0].from", equalTo(left.toString()))
                .body("operations[0].members", empty())
                .body("operations[0].posts", empty());
        get("/reorganisations/{id}", id(drafted)).body("operations[0].members", contains(hoa.toString()));
        members(left, "ADMINISTRATIVE", DAY, stays);
        members(right, "ADMINISTRATIVE", DAY, hoa, hung);
        members(left, "ADMINISTRATIVE", BEFORE, hoa, stays);
        get("/persons/{p}/posts", hoa)
                .body("items.unit", contains(right.toString(), left.toString()))
                .body("items[0].succeeds", equalTo(passing))
                .body("items[1].validTo", equalTo(DAY));
        get("/persons/{p}/posts/{id}", stays, staying).body("validTo", nullValue());
        get("/role-grants?person={p}", hoa).body("items", hasSize(2)).body("items.validTo", hasItem(DAY));
        annul(id(drafted)).statusCode(200);
        belongs(hoa, DAY, left);
        get("/persons/{p}/posts", hoa).body("items.id", contains(passing)).body("items[0].validTo", nullValue());
        get("/role-grants?person={p}", hoa).body("items.id", contains(grant)).body("items[0].validTo", nullValue());
    }

    @Test
    void withoutNamesEverybodyPassesAtOnceForAPastDay() {
        var post = post(hoa, left, "Công chức tư pháp");
        enact(draft("2025-07-01", handOver(left, right))).statusCode(200);
        members(left, "ADMINISTRATIVE", "2025-06-30", hoa);
        members(left, "ADMINISTRATIVE", "2025-07-01");
        members(right, "ADMINISTRATIVE", "2025-07-01", hoa, hung);
        get("/persons/{p}/posts", hoa).body("items[0].succeeds", equalTo(post));
    }

    @Test
    void whoIsNotThereCannotBeHandedOver() {
        var elsewhere = post(hung, right, "Công chức văn hóa");
        var drafted = draft(DAY, handOver(left, right, List.of(hoa, hung), List.of(elsewhere)));
        preview(id(drafted))
                .body("fits", equalTo(false))
                .body("problems.code", containsInAnyOrder("member-not-there", "post-not-there"))
                .body("problems.pointer", contains("/operations/0/from", "/operations/0/from"));
        enact(drafted).statusCode(409).body("errors.code", containsInAnyOrder("member-not-there", "post-not-there"));
        belongs(hoa, DAY, left);
    }

    @Test
    void whoIsNamedByTheRecordThatStandsIsHandedOver() {
        var duplicate = person();
        PersonFixture.merge(hoa.toString(), duplicate.toString()).then().statusCode(200);
        enact(draft(DAY, handOver(left, right, List.of(duplicate), List.of()))).statusCode(200);
        assertThat(history(hoa, "ADMINISTRATIVE")).endsWith(right + " [" + DAY + ",)");
    }

    @Test
    void aUnitThatIsSharedOutLeavesItsMembersToItsHeirAndToThoseNamed() {
        var goesElsewhere = member(left, "ADMINISTRATIVE");
        var small = newUnit(unique("Xã nhỏ"), null, province);
        var large = newUnit(unique("Xã lớn"), null, province);
        var split = new HashMap<String, Object>(Map.of(
                "kind",
                "SPLIT",
                "source",
                left,
                "portion",
                "WHOLE",
                "results",
                List.of(Map.of("unit", large, "share", "3/5"), Map.of("unit", small, "share", "2/5"))));
        preview(id(draft(DAY, split)))
                .body("fits", equalTo(false))
                .body("problems.code", contains("members-without-unit"));
        split.put("heir", large.get("id"));
        var drafted = draft(DAY, split, handOver(left, (UUID) small.get("id"), List.of(goesElsewhere), List.of()));
        enact(drafted).statusCode(200);
        belongs(hoa, BEFORE, left);
        belongs(hoa, DAY, (UUID) large.get("id"));
        belongs(goesElsewhere, DAY, (UUID) small.get("id"));
        annul(id(drafted)).statusCode(200);
        members(left, "ADMINISTRATIVE", DAY, hoa, goesElsewhere);
    }
}
