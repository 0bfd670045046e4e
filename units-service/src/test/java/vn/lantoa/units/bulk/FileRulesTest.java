package vn.lantoa.units.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static vn.lantoa.units.MembersFixture.callerOnLine;
import static vn.lantoa.units.MembersFixture.person;
import static vn.lantoa.units.MembersFixture.start;
import static vn.lantoa.units.MembersFixture.subject;
import static vn.lantoa.units.UnitsFixture.admin;
import static vn.lantoa.units.UnitsFixture.as;
import static vn.lantoa.units.UnitsFixture.caller;
import static vn.lantoa.units.UnitsFixture.id;
import static vn.lantoa.units.UnitsFixture.query;
import static vn.lantoa.units.UnitsFixture.register;
import static vn.lantoa.units.UnitsFixture.root;
import static vn.lantoa.units.UnitsFixture.unique;
import static vn.lantoa.units.UnitsFixture.unitUnder;
import static vn.lantoa.units.bulk.Files.commit;
import static vn.lantoa.units.bulk.Files.export;
import static vn.lantoa.units.bulk.Files.imported;
import static vn.lantoa.units.bulk.Files.lines;
import static vn.lantoa.units.bulk.Files.over;
import static vn.lantoa.units.bulk.Files.upload;
import static vn.lantoa.units.bulk.Files.validated;
import static vn.lantoa.units.line.LineFixture.rule;
import static vn.lantoa.units.line.LineFixture.ruledLine;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lantoa.rest.Ids;
import vn.lantoa.testsupport.LanToaServices;
import vn.lantoa.testsupport.Tokens;

/** What a dry run knows: the rules of lines, of posts and memberships, and how far the caller's rights reach. */
@QuarkusTest
@WithTestResource(LanToaServices.class)
class FileRulesTest {
    private static final String MEMBERS = "Mã hệ thống của người,Mã hệ thống của đơn vị,Hệ thống,Hình thức,Từ ngày";

    @Test
    void whatARuleOfALineRefusesIsToldOfTheRow() {
        var line = ruledLine(List.of(
                rule(null, "PROVINCE", null, null),
                rule("PROVINCE", "COMMUNE", null, null),
                rule("COMMUNE", "HAMLET", null, null)));
        var top = Ids.next();
        var commune = Ids.next();
        var wrong = Ids.next();
        var file = lines(
                "Mã hệ thống,Tên đơn vị,Loại đơn vị,Khối,Hệ thống,Mã hệ thống của cấp trên",
                top + ",Tỉnh,PROVINCE,TERRITORY," + line + ",",
                wrong + ",Xóm lạc,HAMLET,TERRITORY," + line + "," + top,
                commune + ",Xã,COMMUNE,TERRITORY," + line + "," + top,
                Ids.next() + ",Xóm,HAMLET,TERRITORY," + line + "," + commune,
                Ids.next() + ",Xóm của xóm lạc,HAMLET,TERRITORY," + line + "," + wrong);
        var id = validated("units", "VALID_ROWS", file);
        over(id, "VALIDATED").body("wrong", equalTo(2));
        admin().get("/imports/{id}/errors", id)
                .then()
                .body("items.row", contains(3, 6))
                .body("items[0].errors.column", contains("line"))
                .body("items[0].errors.code", contains("kind-not-allowed-there"));
        assertThat(query("SELECT count(*) FROM unit WHERE id = ?", top)).isEqualTo("0");
        commit(id).then().statusCode(200);
        over(id, "COMPLETED", "FAILED").body("status", equalTo("COMPLETED")).body("written", equalTo(3));
    }

    @Test
    void aSecondPrimaryMembershipIsToldByTheDryRun() {
        var one = unitUnder(root("ADMINISTRATIVE"), unique("Sở"));
        var other = unitUnder(root("ADMINISTRATIVE"), unique("Sở"));
        var member = person();
        start(member, one, "2020-01-01").then().statusCode(201);
        var id = validated(
                "memberships",
                "VALID_ROWS",
                lines(
                        MEMBERS,
                        member + "," + other + ",,,2024-01-01",
                        member + "," + one + ",,SECONDMENT,2024-01-01",
                        member + "," + Ids.next() + ",,,2024-01-01",
                        person() + "," + other + ",,,2024-01-01"));
        over(id, "VALIDATED").body("wrong", equalTo(3));
        admin().get("/imports/{id}/errors", id)
                .then()
                .body(
                        "items.errors.code.flatten()",
                        contains("primary-membership-held", "seconded-to-own-unit", "unknown-unit"));
        commit(id).then().statusCode(200);
        over(id, "COMPLETED", "FAILED").body("written", equalTo(1));
    }

    @Test
    void membersOfAConfidentialLineAreForThoseWhomItConcerns() {
        var office = unitUnder(root("ADMINISTRATIVE"), unique("Sở"));
        var cell = unitUnder(office, unique("Chi bộ"));
        admin().body(Map.of("line", "PARTY", "parent", root("PARTY"), "validFrom", "2020-01-01"))
                .header("If-Match", "*")
                .post("/units/{id}/placements", cell)
                .then()
                .statusCode(201);
        var member = person();
        start(member, cell, "2024-01-01").then().statusCode(201);
        start(member, Map.of("unit", cell, "line", "PARTY", "validFrom", "2024-01-01"))
                .then()
                .statusCode(201);
        var ofTheOffice = subject("office-admin");
        assertThat(export(callerOnLine(ofTheOffice, "ADMINISTRATOR", office, "ADMINISTRATIVE"), "memberships"))
                .contains(member + ",,")
                .doesNotContain(",PARTY,");
        var ofTheParty = subject("party-admin");
        assertThat(export(callerOnLine(ofTheParty, "ADMINISTRATOR", root("PARTY"), "PARTY"), "memberships"))
                .contains(member + ",,")
                .contains(",PARTY,");

        var comrade = person();
        var file = lines(MEMBERS, comrade + "," + cell + ",PARTY,,2024-01-01");
        refusedOutside("memberships", callerOnLine(ofTheOffice, "ADMINISTRATOR", office, "ADMINISTRATIVE"), file);
        var id = validated(upload(
                callerOnLine(ofTheParty, "ADMINISTRATOR", root("PARTY"), "PARTY"),
                "memberships",
                "ALL_OR_NOTHING",
                Files.CSV,
                file.getBytes(StandardCharsets.UTF_8)));
        over(id, "VALIDATED").body("wrong", equalTo(0));
        commit(id).then().statusCode(200);
        over(id, "COMPLETED", "FAILED").body("written", equalTo(1));
        assertThat(query(
                        "SELECT e.aggregate FROM event_version e JOIN membership m ON m.id = e.subject WHERE m.person = ?",
                        comrade))
                .startsWith("confidential");
    }

    @Test
    void aPostAtAPartyOrganisationIsTakenOnlyFromWhomThatLineReaches() {
        var office = unitUnder(root("ADMINISTRATIVE"), unique("Sở"));
        var cell = unitUnder(office, unique("Chi bộ"));
        admin().body(Map.of("line", "PARTY", "parent", root("PARTY"), "validFrom", "2020-01-01"))
                .header("If-Match", "*")
                .post("/units/{id}/placements", cell)
                .then()
                .statusCode(201);
        var file = lines("personId,unitId,title,postGroup", person() + "," + cell + ",Bí thư chi bộ,OFFICER");
        refusedOutside("posts", caller(subject("office-keeper"), "ADMINISTRATOR", office), file);
        var ofTheParty = callerOnLine(subject("party-keeper"), "ADMINISTRATOR", root("PARTY"), "PARTY");
        over(
                        validated(upload(
                                ofTheParty, "posts", "VALID_ROWS", Files.CSV, file.getBytes(StandardCharsets.UTF_8))),
                        "VALIDATED")
                .body("fresh", equalTo(1));
    }

    @Test
    void nobodyMakesSomebodyElsesPersonTheirsByFile() {
        var own = unitUnder(root("ADMINISTRATIVE"), unique("Sở"));
        var other = unitUnder(root("ADMINISTRATIVE"), unique("Sở"));
        var local = subject("files-admin");
        caller(local, "ADMINISTRATOR", own);
        var stranger = person();
        start(stranger, other, "2024-01-01").then().statusCode(201);

        refusedOutside("memberships", as(local), lines(MEMBERS, stranger + "," + own + ",,SECONDMENT,2024-01-01"));
        refusedOutside(
                "posts", as(local), lines("personId,unitId,title,postGroup", stranger + "," + own + ",Cán bộ,OFFICER"));
        var nobodys = lines(MEMBERS, person() + "," + own + ",,,2024-01-01");
        over(
                        validated(upload(
                                as(local),
                                "memberships",
                                "VALID_ROWS",
                                Files.CSV,
                                nobodys.getBytes(StandardCharsets.UTF_8))),
                        "VALIDATED")
                .body("fresh", equalTo(1));
    }

    @Test
    void noKindIsTakenFromWhoMayNotDoTheSingleAct() {
        var officer = subject("files-officer");
        caller(officer, "EMULATION_OFFICER", root("ADMINISTRATIVE"));
        var any = "A\r\n".getBytes(StandardCharsets.UTF_8);
        for (var kind : Files.KINDS) {
            upload(caller(officer, "EMULATION_OFFICER", null), kind, "VALID_ROWS", Files.CSV, any)
                    .then()
                    .statusCode(403);
            caller(officer, "EMULATION_OFFICER", null)
                    .get("/exports/{kind}", kind)
                    .then()
                    .statusCode(403);
        }
        var own = unitUnder(root("ADMINISTRATIVE"), unique("Sở"));
        var other = unitUnder(root("ADMINISTRATIVE"), unique("Sở"));
        var local = subject("files-admin");
        RequestSpecification administrator = caller(local, "ADMINISTRATOR", own);
        assertThat(administrator).isNotNull();
        refusedOutside("unit-relations", as(local), lines("kind,source,target", "SERVES," + other + "," + own));
        refusedOutside("unit-profiles", as(local), lines("unit,functions", other + ",Nhiệm vụ"));
        refusedOutside("person-names", as(local), lines("person,name,kind", person() + ",Tên khác,ALIAS"));
        refusedOutside("memberships", as(local), lines(MEMBERS, person() + "," + other + ",,,2024-01-01"));
        refusedOutside(
                "posts",
                as(local),
                lines("personId,unitId,title,postGroup", person() + "," + other + ",Cán bộ,OFFICER"));
        refusedOutside("grants", as(local), lines("personId,role,unitId", person() + ",MEMBER," + own));
        var profile = lines("unit,functions", own + ",Nhiệm vụ");
        over(
                        validated(upload(
                                as(local),
                                "unit-profiles",
                                "VALID_ROWS",
                                Files.CSV,
                                profile.getBytes(StandardCharsets.UTF_8))),
                        "VALIDATED")
                .body("fresh", equalTo(1));
    }

    @Test
    void aGrantIsDelegatedOnlyByWhoHoldsIt() {
        var unit = unitUnder(root("ADMINISTRATIVE"), unique("Sở"));
        var holder = person();
        var stranger = person();
        var grant = Ids.next();
        var heading = "id,personId,role,unitId,validFrom,validTo,delegationOf,onBehalfOf";
        var held = grant + "," + holder + ",LEADER," + unit + ",2020-01-01,2030-01-01,,";
        var delegated = Ids.next() + "," + person() + ",LEADER," + unit + ",2021-01-01,2022-01-01," + grant + ",";
        var id = validated("grants", "VALID_ROWS", lines(heading, held, delegated + stranger));
        over(id, "VALIDATED").body("wrong", equalTo(1));
        admin().get("/imports/{id}/errors", id)
                .then()
                .body("items.row", contains(3))
                .body("items[0].errors.code", contains("outside-delegated-grant"));
        imported("grants", "ALL_OR_NOTHING", lines(heading, held, delegated + holder))
                .body("written", equalTo(2));
    }

    @Test
    void nobodyBringsAGrantOfTheirOwn() {
        var me = person();
        var account = subject("files-own");
        admin().body(Map.of("issuer", Tokens.issuer(), "subject", account))
                .post("/persons/{p}/accounts", me)
                .then()
                .statusCode(201);
        admin().body(Map.of("person", me, "role", "ADMINISTRATOR"))
                .post("/role-grants")
                .then()
                .statusCode(201);
        var rows = lines("personId,role,unitId", me + ",LEADER," + root("ADMINISTRATIVE"));
        var id = validated(
                upload(as(account), "grants", "VALID_ROWS", Files.CSV, rows.getBytes(StandardCharsets.UTF_8)));
        over(id, "VALIDATED").body("wrong", equalTo(1));
        admin().get("/imports/{id}/errors", id)
                .then()
                .body("items.errors.code.flatten()", contains("granted-to-oneself"))
                .body("items.errors.column.flatten()", contains("personId"));
    }

    @Test
    void aReorganisationOfADayToComeIsNotBroughtByFile() {
        var rows = lines(
                "id,documentNumber,documentIssuedBy,documentSignedOn,effectiveOn,operations,enactedAt",
                Ids.next() + ",1/NQ,Chính phủ,2025-01-01,2099-01-01,,2025-01-01T00:00:00Z",
                Ids.next() + ",2/NQ,Chính phủ,2025-01-01,2025-01-01,không phải JSON,2025-01-01T00:00:00Z",
                Ids.next() + ",3/NQ,Chính phủ,2025-01-01,2025-01-01,,2025-01-01T00:00:00Z");
        var id = validated("reorganisations", "VALID_ROWS", rows);
        admin().get("/imports/{id}/errors", id)
                .then()
                .body("items.errors.code.flatten()", contains("reorganisation-to-come", "pattern"));
        var unit = id(register(Map.of("name", unique("Ban"), "kind", "OFFICE", "sector", "STATE")));
        imported(
                        "unit-lineage",
                        "VALID_ROWS",
                        lines(
                                "predecessor,successor,reorganisation,kind,portion,effectiveOn",
                                unit + "," + UUID.randomUUID() + "," + Ids.next() + ",MERGE,WHOLE,2025-01-01"))
                .body("wrong", equalTo(1));
    }

    private static void refusedOutside(String kind, RequestSpecification caller, String file) {
        var id = validated(upload(caller, kind, "VALID_ROWS", Files.CSV, file.getBytes(StandardCharsets.UTF_8)));
        over(id, "VALIDATED").body("wrong", equalTo(1));
        admin().get("/imports/{id}/errors", id).then().body("items[0].errors.code", contains("outside-your-units"));
    }
}
