package vn.lantoa.units.relative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static vn.lantoa.units.UnitsFixture.admin;
import static vn.lantoa.units.UnitsFixture.as;
import static vn.lantoa.units.UnitsFixture.caller;
import static vn.lantoa.units.UnitsFixture.query;
import static vn.lantoa.units.UnitsFixture.root;
import static vn.lantoa.units.UnitsFixture.unique;
import static vn.lantoa.units.UnitsFixture.unitUnder;
import static vn.lantoa.units.person.PersonFixture.account;
import static vn.lantoa.units.person.PersonFixture.act;
import static vn.lantoa.units.person.PersonFixture.merge;
import static vn.lantoa.units.person.PersonFixture.named;
import static vn.lantoa.units.person.PersonFixture.person;
import static vn.lantoa.units.person.PersonFixture.post;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.testsupport.LanToaServices;
import vn.lantoa.testsupport.Rights;
import vn.lantoa.units.UnitsFixture;

@QuarkusTest
@WithTestResource(LanToaServices.class)
class RelativeTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));

    private String name;
    private String other;
    private String me;
    private String spouse;
    private String mine;
    private String theirs;
    private UUID unit;

    @BeforeEach
    void aCouple() {
        name = unique("Nông Thị Hoa");
        other = unique("Hoàng Văn Thắng");
        me = person(name);
        spouse = person(other);
        mine = account(me);
        theirs = account(spouse);
        unit = unitUnder(root("ADMINISTRATIVE"), unique("Xã"));
        post(me, unit);
    }

    private static Map<String, Object> declaration(String relative, String relativeName) {
        return new HashMap<>(Map.of("relative", relative, "relativeName", relativeName, "kind", "SPOUSE"));
    }

    private Response declare() {
        return as(mine).body(declaration(spouse, other)).post("/me/relatives");
    }

    private String declared() {
        return declare().then().statusCode(201).extract().path("id");
    }

    private static Map<String, Object> end(LocalDate day) {
        return Map.of("validTo", day.toString(), "reason", "Khai nhầm người trùng tên");
    }

    private static Response ends(String subject, String id, LocalDate day) {
        return as(subject).header("If-Match", "*").body(end(day)).post("/me/relatives/{id}/end", id);
    }

    private String officer(String role, UUID where) {
        var subject = unique("officer").replace(' ', '-');
        caller(subject, role, where);
        return subject;
    }

    @Test
    void bothSeeItAndNobodyElseDoes() {
        var id = declared();

        for (var subject : List.of(mine, theirs)) {
            as(subject)
                    .get("/me/relatives")
                    .then()
                    .statusCode(200)
                    .body("items.id", contains(id))
                    .body("items[0].person", equalTo(me))
                    .body("items[0].relativeName", equalTo(other))
                    .body("items[0].kind", equalTo("SPOUSE"))
                    .body("items[0].validFrom", equalTo(TODAY.toString()))
                    .body("items[0].byPerson", equalTo(true));
            as(subject).get("/me/record").then().statusCode(200).body("relatives.id", contains(id));
            as(subject).get("/me/relatives/{id}", id).then().statusCode(200);
        }
        var third = account(person(unique("Người ngoài")));
        as(third).get("/me/relatives/{id}", id).then().statusCode(404);
        as(third).get("/me/relatives").then().body("items", hasSize(0));
        ends(third, id, TODAY).then().statusCode(404);
        as(third).get("/persons/{person}/relatives", me).then().statusCode(403);
        // the office that keeps the person, and not those who judge them, nor another unit's
        as(officer("EMULATION_OFFICER", unit))
                .get("/persons/{person}/relatives", me)
                .then()
                .statusCode(403);
        var elsewhere = officer("UNIT_ADMINISTRATOR", unitUnder(root("ADMINISTRATIVE"), unique("Xã khác")));
        as(elsewhere).get("/persons/{person}/relatives", me).then().statusCode(404);
        as(elsewhere).get("/persons/{person}/relatives/{id}", me, id).then().statusCode(404);
        as(elsewhere)
                .body(declaration(spouse, other))
                .post("/persons/{person}/relatives", me)
                .then()
                .statusCode(404);
        as(officer("UNIT_ADMINISTRATOR", unit))
                .get("/persons/{person}/relatives", me)
                .then()
                .statusCode(200)
                .body("items.id", contains(id));
    }

    @Test
    void theDataProtectionOfficerReadsAndChangesNothingAndThePersonSeesWhoLooked() {
        var id = declared();
        var officer = officer("DATA_PROTECTION_OFFICER", null);

        as(officer)
                .queryParam("purpose", "Kiểm tra xung đột lợi ích")
                .get("/persons/{person}/relatives", spouse)
                .then()
                .statusCode(200)
                .body("items.id", contains(id));
        as(officer)
                .body(declaration(spouse, other))
                .post("/persons/{person}/relatives", me)
                .then()
                .statusCode(403);
        as(officer)
                .header("If-Match", "*")
                .body(end(TODAY))
                .post("/persons/{person}/relatives/{id}/end", me, id)
                .then()
                .statusCode(403);
        as(theirs)
                .get("/me/record/reads")
                .then()
                .body("items.what", contains("RELATIVES"))
                .body("items[0].purpose", equalTo("Kiểm tra xung đột lợi ích"));
    }

    @Test
    void whatCannotBeIsRefusedWhereItIsWrong() {
        var again = person(named(name + " tên khác"));
        merge(again, me).then().statusCode(200);
        wrong(declaration(me, name), 422, "relative-is-oneself", "/relative");
        wrong(declaration(again, name), 422, "relative-is-oneself", "/relative");
        // nobody learns whose an id is, nor that it is somebody's
        wrong(declaration(spouse, "Ai đó"), 422, "unknown-relative", "/relative");
        wrong(declaration(UUID.randomUUID().toString(), other), 422, "unknown-relative", "/relative");
        var household = unique("Hộ ông Thắng");
        wrong(
                declaration(person(named(household, "kind", "HOUSEHOLD")), household),
                422,
                "unknown-relative",
                "/relative");
        var neighbour = declaration(spouse, other);
        neighbour.put("kind", "NEIGHBOUR");
        wrong(neighbour, 422, "unknown-relative-kind", "/kind");

        declared();

        wrong(declaration(spouse, other), 409, "relative-declared", "/relative");
        // the name as anybody would type it; whoever was named may declare it as well
        as(theirs)
                .body(declaration(me, name.replace("Nông Thị", "nong thi")))
                .post("/me/relatives")
                .then()
                .statusCode(201);
    }

    private void wrong(Map<String, Object> declaration, int status, String code, String pointer) {
        as(mine).body(declaration)
                .post("/me/relatives")
                .then()
                .statusCode(status)
                .body("type", endsWith(":" + code))
                .body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void aRetryDeclaresOnce() {
        var key = UUID.randomUUID().toString();
        String first = as(mine).header("Idempotency-Key", key)
                .body(declaration(spouse, other))
                .post("/me/relatives")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        as(mine).header("Idempotency-Key", key)
                .body(declaration(spouse, other))
                .post("/me/relatives")
                .then()
                .statusCode(201)
                .body("id", equalTo(first));
    }

    @Test
    void whatOneDeclaredOneEndsOnceAndItStaysInTheRecord() {
        var id = declared();
        as(mine).body(end(TODAY)).post("/me/relatives/{id}/end", id).then().statusCode(428);
        as(mine).header("If-Match", "\"7\"")
                .body(end(TODAY))
                .post("/me/relatives/{id}/end", id)
                .then()
                .statusCode(412);
        ends(mine, id, TODAY.minusDays(1))
                .then()
                .statusCode(422)
                .body("type", endsWith(":relative-ends-too-early"))
                .body("errors[0].pointer", equalTo("/validTo"));
        ends(theirs, id, TODAY).then().statusCode(403).body("type", endsWith(":relative-of-others"));

        as(mine).header("If-Match", "\"0\"")
                .body(end(TODAY))
                .post("/me/relatives/{id}/end", id)
                .then()
                .statusCode(200)
                .body("validTo", equalTo(TODAY.toString()))
                .body("endReason", equalTo("Khai nhầm người trùng tên"));

        ends(mine, id, TODAY.plusDays(1)).then().statusCode(409).body("type", endsWith(":relative-ended"));
        as(theirs).get("/me/relatives/{id}", id).then().statusCode(200).body("endReason", nullValue());
        assertThat(query("SELECT d::text FROM declared_relative d WHERE id = ?", UUID.fromString(id)))
                .doesNotContain("trùng tên");
        declare().then().statusCode(201);
        as(mine).get("/me/relatives").then().body("items", hasSize(2));
    }

    @Test
    void whatAnOfficeDeclaredOnlyAnOfficeEndsAndNobodyForThemself() {
        var keeper = officer("UNIT_ADMINISTRATOR", unit);
        // also where the person keeps the records of the unit themself
        Rights.grant(UnitsFixture.database(), mine, UUID.fromString(me), "UNIT_ADMINISTRATOR", unit);
        String id = as(keeper)
                .body(declaration(spouse, other))
                .post("/persons/{person}/relatives", me)
                .then()
                .statusCode(201)
                .body("byPerson", equalTo(false))
                .extract()
                .path("id");
        ends(mine, id, TODAY).then().statusCode(403).body("type", endsWith(":relative-of-others"));
        as(mine).header("If-Match", "*")
                .body(end(TODAY))
                .post("/persons/{person}/relatives/{id}/end", me, id)
                .then()
                .statusCode(403)
                .body("type", endsWith(":relative-of-yourself"));
        as(keeper)
                .header("If-Match", "\"9\"")
                .body(end(TODAY))
                .post("/persons/{person}/relatives/{id}/end", me, id)
                .then()
                .statusCode(412);
        as(keeper)
                .header("If-Match", "*")
                .body(end(TODAY))
                .post("/persons/{person}/relatives/{id}/end", me, id)
                .then()
                .statusCode(200);
    }

    @Test
    void itTravelsEncryptedOnlyAndTheTrailDoesNotSayWhoseRelativeSomebodyIs() {
        var id = UUID.fromString(declared());

        await().untilAsserted(() -> assertThat(query(
                        "SELECT string_agg(topic || ' ' || restricted, ',') FROM event_log WHERE subject = ?", id))
                .isEqualTo("lantoa.units.restricted true"));
        assertThat(query("SELECT payload FROM event_log WHERE subject = ?", id))
                .doesNotContain(me)
                .doesNotContain(spouse);
        assertThat(query("SELECT count(*) FROM event_log WHERE NOT restricted AND payload LIKE ?", "%" + id + "%"))
                .isEqualTo("0");
        admin().get("/events?subject={id}", id).then().body("items", hasSize(0));
        assertThat(query("SELECT action || ' ' || after::text FROM audit_entry WHERE entity_id = ?", id))
                .startsWith("relative.declare")
                .doesNotContain(spouse)
                .doesNotContain("SPOUSE");
        assertThat(query("SELECT count(*) FROM access_relative")).isEqualTo("0");
        admin().body(Map.of("kind", "relative", "id", id))
                .post("/admin/announcements")
                .then()
                .statusCode(202);
    }

    @Test
    void whoIsErasedIsNobodysRelative() {
        var id = UUID.fromString(declared());
        var back = as(theirs)
                .body(declaration(me, name))
                .post("/me/relatives")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");

        act(spouse, "erase", Map.of("reason", "Theo yêu cầu")).then().statusCode(200);

        as(mine).get("/me/relatives").then().statusCode(200).body("items", hasSize(0));
        as(mine).get("/me/record").then().body("relatives", hasSize(0));
        for (var each : List.of(id, UUID.fromString(back))) {
            assertThat(query("SELECT d::text FROM declared_relative d WHERE id = ?", each))
                    .doesNotContain(me)
                    .doesNotContain(spouse)
                    .doesNotContain("SPOUSE");
            await().untilAsserted(() -> assertThat(query(
                            "SELECT string_agg(type, ',' ORDER BY position) FROM event_log WHERE subject = ?", each))
                    .isEqualTo("vn.lantoa.units.relative.declared.v1,vn.lantoa.units.relative.erased.v1"));
        }
        as(mine).body(declaration(spouse, other))
                .post("/me/relatives")
                .then()
                .statusCode(422)
                .body("type", endsWith(":unknown-relative"));
        as(theirs)
                .body(declaration(me, name))
                .post("/me/relatives")
                .then()
                .statusCode(409)
                .body("type", endsWith(":person-erased"));
    }

    @Test
    void declarationsOfEitherRecordAreThePersons() {
        var id = declared();
        var stays = person(unique("Hoàng Văn Thắng"));
        merge(spouse, stays).then().statusCode(200);

        as(account(stays))
                .get("/me/relatives")
                .then()
                .body("items.id", contains(id))
                .body("items.relative", contains(stays));
        as(mine).body(declaration(stays, other))
                .post("/me/relatives")
                .then()
                .statusCode(409)
                .body("type", endsWith(":relative-declared"));
    }

    @Test
    void theKindsAreAListWithTheirArticle() {
        as(mine).get("/code-lists/relative-kinds")
                .then()
                .statusCode(200)
                .body("items.code", hasItems("SPOUSE", "PARENT", "CHILD", "SIBLING", "OTHER_CLOSE"))
                .body("items.legalRef", hasItem(containsString("Điều 4")));
    }
}
