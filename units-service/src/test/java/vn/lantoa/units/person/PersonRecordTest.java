package vn.lantoa.units.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static vn.lantoa.units.UnitsFixture.admin;
import static vn.lantoa.units.UnitsFixture.as;
import static vn.lantoa.units.UnitsFixture.caller;
import static vn.lantoa.units.UnitsFixture.get;
import static vn.lantoa.units.UnitsFixture.query;
import static vn.lantoa.units.UnitsFixture.root;
import static vn.lantoa.units.UnitsFixture.unique;
import static vn.lantoa.units.UnitsFixture.unitUnder;
import static vn.lantoa.units.person.PersonFixture.correct;
import static vn.lantoa.units.person.PersonFixture.named;
import static vn.lantoa.units.person.PersonFixture.number;
import static vn.lantoa.units.person.PersonFixture.person;
import static vn.lantoa.units.person.PersonFixture.post;
import static vn.lantoa.units.person.PersonFixture.register;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lantoa.testsupport.LanToaServices;

@QuarkusTest
@WithTestResource(LanToaServices.class)
class PersonRecordTest {
    @Test
    void aPersonIsRegisteredWithEverythingTheRegisterHolds() {
        var staffCode = unique("cb").replace(' ', '-');
        var id = person(named(
                unique("Nông Thị Hoa"),
                "staffCode",
                staffCode,
                "gender",
                "FEMALE",
                "ethnicGroup",
                "TAY",
                "birthDate",
                "1950-05-19",
                "diedOn",
                "2024-09-10",
                "otherNames",
                List.of(Map.of("name", "Nông Thị Hoan", "kind", "FORMER", "validTo", "2003-02-01"))));
        get("/persons/{id}", id)
                .statusCode(200)
                .body("kind", equalTo("INDIVIDUAL"))
                .body("staffCode", equalTo(staffCode.toUpperCase(java.util.Locale.ROOT)))
                .body("gender", equalTo("FEMALE"))
                .body("ethnicGroup", equalTo("TAY"))
                .body("diedOn", equalTo("2024-09-10"))
                .body("otherNames.name", contains("Nông Thị Hoan"))
                .body("otherNames[0].validTo", equalTo("2003-02-01"));
        assertThat(query("SELECT after::text FROM audit_entry WHERE entity_id = ?", UUID.fromString(id)))
                .doesNotContain("\"FEMALE\"")
                .doesNotContain("\"TAY\"");
    }

    @Test
    void whatIsNoSinglePersonIsARecipientToo() {
        var home = unitUnder(root("ADMINISTRATIVE"), unique("Xã"));
        var one = person(unique("Nông Văn Một"));
        var two = person(unique("Hoàng Thị Hai"));
        for (var kind : List.of("HOUSEHOLD", "GROUP")) {
            var id = person(named(unique("Hộ ông Nông"), "kind", kind, "unit", home, "members", List.of(one, two)));
            get("/persons/{id}", id).body("kind", equalTo(kind)).body("members.id", hasItems(one, two));
        }
        var taxCode = "48" + Math.abs(UUID.randomUUID().hashCode() % 90_000_000 + 10_000_000);
        taxCode = (taxCode + "00000000").substring(0, 10);
        person(named(unique("Công ty"), "kind", "ENTERPRISE", "taxCode", taxCode));
        register(named(unique("Công ty"), "kind", "ENTERPRISE", "taxCode", taxCode))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:lantoa:problem:tax-code-taken"));
        var guest = person(named(unique("Somchai"), "kind", "FOREIGNER", "nationality", "LA"));
        get("/persons/{id}", guest).body("nationality", equalTo("LA"));
        admin().queryParam("kind", "FOREIGNER")
                .queryParam("limit", 200)
                .get("/persons")
                .then()
                .body("items.id", hasItems(guest))
                .body("items.kind", not(hasItems("HOUSEHOLD")));
    }

    @Test
    void fieldsThatDoNotFitTheKindAreRefusedWithTheirPlaces() {
        register(named(
                        "Hộ ông Nông",
                        "kind",
                        "HOUSEHOLD",
                        "gender",
                        "MALE",
                        "staffCode",
                        "X1",
                        "taxCode",
                        "4800123456",
                        "diedOn",
                        "2020-01-01"))
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItems("/gender", "/staffCode", "/taxCode", "/diedOn"));
        register(named("Ai đó", "diedOn", "2999-01-01")).then().statusCode(422);
        register(named("Ai đó", "ethnicGroup", "NO_SUCH_GROUP"))
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:lantoa:problem:unknown-ethnic-group"));
        register(named("Nhóm", "kind", "GROUP", "members", List.of(UUID.randomUUID())))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/members/0"));
        admin().get("/code-lists/ethnic-groups").then().body("items.size()", equalTo(55));
    }

    @Test
    void aCorrectionChangesWhatItNamesAndLeavesTheRest() {
        var number = number();
        var id = person(named(unique("Nông Thị Hoa"), "birthDate", "1980-05-19", "identityNumber", number));
        var patch = new HashMap<String, Object>();
        patch.put("gender", "FEMALE");
        patch.put("birthDate", null);
        correct(id, patch)
                .then()
                .statusCode(200)
                .body("gender", equalTo("FEMALE"))
                .body("birthDate", nullValue())
                .body("identityNumber", equalTo("*********" + number.substring(9)))
                .body("version", equalTo(1));
        var trail = query(
                "SELECT string_agg(t::text, '') FROM audit_entry t WHERE entity_id = ? AND action = 'person.correct'",
                UUID.fromString(id));
        assertThat(trail)
                .isNotEmpty()
                .doesNotContain(number)
                .doesNotContain("1980-05-19")
                .doesNotContain("\"FEMALE\"");
        assertThat(query(
                        "SELECT count(*) FROM (SELECT type FROM outbox WHERE subject = ?1::uuid UNION ALL SELECT type FROM event_log WHERE subject = ?1::uuid) e WHERE type LIKE '%person.corrected%'"
                                .replace("?1", "'" + id + "'")))
                .isEqualTo("1");
    }

    @Test
    void aCorrectionNeedsTheVersionAndTheRight() {
        var unit = unitUnder(root("ADMINISTRATIVE"), unique("Xã"));
        var inside = person(unique("Trong"));
        var outside = person(unique("Ngoài"));
        post(inside, unit);
        admin().body(Map.of("name", "X")).patch("/persons/{id}", inside).then().statusCode(428);
        admin().header("If-Match", "\"7\"")
                .body(Map.of("name", "X"))
                .patch("/persons/{id}", inside)
                .then()
                .statusCode(412);
        var officer = unique("officer").replace(' ', '-');
        caller(officer, "EMULATION_OFFICER", unit)
                .header("If-Match", "*")
                .body(Map.of("name", unique("Đổi")))
                .patch("/persons/{id}", inside)
                .then()
                .statusCode(200);
        as(officer)
                .header("If-Match", "*")
                .body(Map.of("name", "Đổi"))
                .patch("/persons/{id}", outside)
                .then()
                .statusCode(404);
        var member = unique("member").replace(' ', '-');
        caller(member, "MEMBER", unit)
                .header("If-Match", "*")
                .body(Map.of("name", "Đổi"))
                .patch("/persons/{id}", inside)
                .then()
                .statusCode(403);
        admin().header("If-Match", "*")
                .body(Map.of("nickname", "X"))
                .patch("/persons/{id}", inside)
                .then()
                .statusCode(400);
    }

    @Test
    void aStaffCodeBelongsToOnePerson() {
        var code = unique("CB").replace(' ', '-');
        person(named("Một", "staffCode", code));
        register(named("Hai", "staffCode", code.toLowerCase(java.util.Locale.ROOT)))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:lantoa:problem:staff-code-taken"));
        admin().queryParam("staffCode", code).get("/persons").then().body("items.name", contains("Một"));
    }

    @Test
    void anIdentityNumberIsFoundByItsHashAndOnlyInABody() {
        var number = number();
        var id = person(named(unique("Nông Thị Hoa"), "identityNumber", number));
        var search = Map.of("identityNumber", number, "purpose", "Đối chiếu hồ sơ");
        admin().body(search)
                .post("/persons/search-by-identity")
                .then()
                .statusCode(200)
                .body("items.id", contains(id))
                .body(not(containsString(number)));
        admin().body(Map.of("identityNumber", number()))
                .post("/persons/search-by-identity")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
        admin().body(Map.of("identityNumber", "12"))
                .post("/persons/search-by-identity")
                .then()
                .statusCode(400);
        var officer = unique("officer").replace(' ', '-');
        caller(officer, "EMULATION_OFFICER", unitUnder(root("ADMINISTRATIVE"), unique("Xã")))
                .body(search)
                .post("/persons/search-by-identity")
                .then()
                .statusCode(403);
        // a number that was taken away is nobody's
        var patch = new HashMap<String, Object>();
        patch.put("identityNumber", null);
        correct(id, patch).then().statusCode(200);
        admin().body(search).post("/persons/search-by-identity").then().body("items", hasSize(0));
    }

    @Test
    void eventsSayNoMoreThanNameAndKind() {
        var id = person(
                named(unique("Nông Thị Hoa"), "gender", "FEMALE", "ethnicGroup", "NUNG", "birthDate", "1980-05-19"));
        var told = query(
                "SELECT string_agg(t, '') FROM (SELECT o::text AS t FROM outbox o WHERE subject::text = ? UNION ALL SELECT e::text FROM event_log e WHERE subject::text = ?) x",
                id,
                id);
        assertThat(told)
                .contains("INDIVIDUAL")
                .doesNotContain("FEMALE")
                .doesNotContain("NUNG")
                .doesNotContain("1980-05");
    }
}
