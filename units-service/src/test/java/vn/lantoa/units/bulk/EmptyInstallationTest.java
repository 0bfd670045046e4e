package vn.lantoa.units.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static vn.lantoa.units.MembersFixture.start;
import static vn.lantoa.units.ReorganisationFixture.draft;
import static vn.lantoa.units.ReorganisationFixture.enact;
import static vn.lantoa.units.ReorganisationFixture.merge;
import static vn.lantoa.units.UnitsFixture.admin;
import static vn.lantoa.units.UnitsFixture.as;
import static vn.lantoa.units.UnitsFixture.code;
import static vn.lantoa.units.UnitsFixture.database;
import static vn.lantoa.units.UnitsFixture.get;
import static vn.lantoa.units.UnitsFixture.id;
import static vn.lantoa.units.UnitsFixture.query;
import static vn.lantoa.units.UnitsFixture.register;
import static vn.lantoa.units.UnitsFixture.root;
import static vn.lantoa.units.UnitsFixture.unitUnder;
import static vn.lantoa.units.bulk.Files.export;
import static vn.lantoa.units.bulk.Files.imported;
import static vn.lantoa.units.person.PersonFixture.merge;
import static vn.lantoa.units.person.PersonFixture.named;
import static vn.lantoa.units.person.PersonFixture.number;
import static vn.lantoa.units.person.PersonFixture.unmerge;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lantoa.testsupport.LanToaServices;
import vn.lantoa.units.person.PersonFixture;

/** A register that has everything in it is written to files and comes back from them, on a database of its own. */
@QuarkusTest
@WithTestResource(value = LanToaServices.class, initArgs = @ResourceArg(name = "service", value = "unitsofanother"))
class EmptyInstallationTest {
    @Test
    void aWholeRegisterComesBackAsItWas() throws SQLException {
        aRegister();
        var files = files();
        files.forEach((kind, file) -> assertThat(file.lines().count()).as(kind).isGreaterThan(1));
        var answers = answers();

        empty();
        assertThat(export("units").lines()).hasSize(1);
        files.forEach((kind, file) -> imported(kind, "ALL_OR_NOTHING", file)
                .body("problem", equalTo(null))
                .body("status", equalTo("COMPLETED"))
                .body("wrong", equalTo(0))
                .body("unchanged", equalTo(0)));

        files.forEach((kind, file) -> assertThat(files(kind)).as(kind).isEqualTo(file));
        assertThat(answers()).isEqualTo(answers);
        files.forEach((kind, file) -> imported(kind, "ALL_OR_NOTHING", file)
                .body("status", equalTo("COMPLETED"))
                .body("written", equalTo(0)));
        assertThat(query("SELECT count(*) FROM reorganisation r WHERE NOT EXISTS ("
                        + "SELECT FROM reorganisation_effect e WHERE e.reorganisation = r.id)"))
                .isEqualTo("0");
        assertThat(query("SELECT version FROM event_version WHERE subject = ?", merged))
                .as("registered, then told with its predecessors")
                .isEqualTo("2");
    }

    private UUID merged;
    private UUID seconded;
    private String found;

    /** Units with history and grounds, a merger, relations, profiles; persons of every kind, and what they hold. */
    private void aRegister() {
        var province = root("ADMINISTRATIVE");
        var one = unitUnder(province, "Xã Quang Trọng", "ADMINISTRATIVE", code());
        var two = unitUnder(province, "Xã Minh Khai cũ", "ADMINISTRATIVE", code());
        var ended = id(register(Map.of(
                "name", "=Ban \"Quản lý\", dự án",
                "shortName", "Ban",
                "kind", "OFFICE",
                "sector", "STATE",
                "validFrom", "2001-01-01",
                "validTo", "2010-01-01",
                "remark", "Dòng một\nDòng hai",
                "begin", Map.of("reason", "ESTABLISH", "document", "12/QĐ-UBND"),
                "end", Map.of("reason", "END_OF_TERM", "document", "13/QĐ-UBND"))));
        var cell = unitUnder(root("PARTY"), "Chi bộ", "PARTY", null);
        admin().body(Map.of("kind", "SERVES", "target", one))
                .post("/units/{u}/relations", cell)
                .then()
                .statusCode(201);
        admin().body(Map.of("kind", "COVERS_AREA", "target", ended))
                .post("/units/{u}/relations", two)
                .then()
                .statusCode(201);
        admin().body(Map.of("history", "Trước\nsắp xếp", "contacts", Map.of("phone", "+84 206 3 840 000")))
                .post("/units/{id}/profile", one)
                .then()
                .statusCode(201);
        admin().body(Map.of("functions", "Nhiệm vụ", "validFrom", "2020-01-01"))
                .post("/units/{id}/profile", one)
                .then()
                .statusCode(201);

        var hoa = PersonFixture.person(named(
                "Nông Thị Hoa",
                "birthDate",
                "1980-05-19",
                "identityNumber",
                number(),
                "staffCode",
                "CB-1",
                "gender",
                "FEMALE",
                "ethnicGroup",
                "TAY",
                "otherNames",
                List.of(
                        Map.of("name", "Nông Thị Hoan", "kind", "FORMER", "validTo", "2003-02-01"),
                        Map.of("name", "Chị Hoa", "kind", "ALIAS"))));
        var twin = PersonFixture.person(named("Nông Hoa", "staffCode", "CB-2"));
        var first = PersonFixture.person("Nông T. Hoa");
        merge(first, twin).then().statusCode(200);
        merge(twin, hoa).then().statusCode(200);
        var other = PersonFixture.person("Lý Văn Páo");
        merge(other, hoa).then().statusCode(200);
        unmerge(other).then().statusCode(200);
        PersonFixture.person(named("Hộ bà Hoa", "kind", "HOUSEHOLD", "unit", one, "members", List.of(hoa, other)));
        PersonFixture.person(named("Hợp tác xã", "kind", "ENTERPRISE", "taxCode", "4800123456", "unit", two));

        belongs(hoa, Map.of("unit", one, "validFrom", "2020-01-01", "reason", "RECRUITED", "document", "15/QĐ-SNV"));
        belongs(other, Map.of("unit", two, "validFrom", "2020-01-01", "validTo", "2024-01-01"));
        belongs(hoa, Map.of("unit", cell, "line", "PARTY", "validFrom", "2021-01-01"));
        belongs(other, Map.of("unit", one, "kind", "SECONDMENT", "validFrom", "2022-01-01", "validTo", "2022-06-01"));
        seconded = UUID.fromString(other);
        String post = admin().body(Map.of(
                        "unit", one,
                        "title", "Chủ tịch",
                        "postGroup", "COMMUNE_CHAIR",
                        "leading", true,
                        "validFrom", "2020-01-01",
                        "kind", "ACTING"))
                .post("/persons/{p}/posts", hoa)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        grant(Map.of("person", hoa, "role", "LEADER", "unit", one, "post", post, "validFrom", "2020-01-01"));
        var own = grant(Map.of("person", hoa, "role", "EMULATION_OFFICER", "unit", cell, "validFrom", "2020-01-01"));
        var holder = PersonFixture.account(hoa);
        as(holder)
                .body(Map.of("delegate", other, "validTo", "2099-01-01", "document", "03/GUQ-UBND"))
                .post("/role-grants/{id}/delegate", own)
                .then()
                .statusCode(201);

        enact(draft("2025-07-01", merge("Xã Minh Khai", code(), province, List.of(one, two))))
                .statusCode(200);
        merged = UUID.fromString(get("/units/{id}/lineage", one).extract().path("steps[0].successor"));
        found = "Nông Hoa";
    }

    private static void belongs(String person, Map<String, ?> body) {
        start(UUID.fromString(person), body).then().statusCode(201);
    }

    private static String grant(Map<String, ?> body) {
        return admin().body(body)
                .post("/role-grants")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** What the API says beside the files. */
    private List<String> answers() {
        return List.of(
                get("/units/{id}/lineage?direction=predecessors", merged)
                        .statusCode(200)
                        .extract()
                        .asString(),
                get("/units/{id}/ancestors?line=ADMINISTRATIVE&asOf=2025-08-01", merged)
                        .statusCode(200)
                        .extract()
                        .<List<String>>path("items.id")
                        .toString(),
                get("/persons?q={q}", found)
                        .statusCode(200)
                        .extract()
                        .<List<String>>path("items.id")
                        .toString(),
                get("/persons/{p}/memberships", seconded)
                        .statusCode(200)
                        .extract()
                        .<List<String>>path("items.id")
                        .toString());
    }

    private static Map<String, String> files() {
        var files = new LinkedHashMap<String, String>();
        Files.KINDS.forEach(kind -> files.put(kind, files(kind)));
        return files;
    }

    private static String files(String kind) {
        return export(kind, "sealed", kind.equals("persons"));
    }

    /** Of the register nothing is left; who may do what stays, so that somebody can bring it back. */
    private static void empty() throws SQLException {
        try (var connection = database().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                    TRUNCATE unit, unit_version, unit_identifier, unit_placement, unit_closure, reorganisation, person,
                             person_key, post, role_grant, membership, bulk_import, event_version, event_log, outbox CASCADE
                    """);
        }
    }
}
