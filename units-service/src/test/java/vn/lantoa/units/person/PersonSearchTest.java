package vn.lantoa.units.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static vn.lantoa.units.UnitsFixture.admin;
import static vn.lantoa.units.UnitsFixture.as;
import static vn.lantoa.units.UnitsFixture.caller;
import static vn.lantoa.units.UnitsFixture.database;
import static vn.lantoa.units.UnitsFixture.query;
import static vn.lantoa.units.UnitsFixture.root;
import static vn.lantoa.units.UnitsFixture.unique;
import static vn.lantoa.units.UnitsFixture.unitUnder;
import static vn.lantoa.units.person.PersonFixture.belongs;
import static vn.lantoa.units.person.PersonFixture.correct;
import static vn.lantoa.units.person.PersonFixture.found;
import static vn.lantoa.units.person.PersonFixture.named;
import static vn.lantoa.units.person.PersonFixture.person;
import static vn.lantoa.units.person.PersonFixture.post;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lantoa.testsupport.LanToaServices;

@QuarkusTest
@WithTestResource(LanToaServices.class)
class PersonSearchTest {
    @Inject
    DataSource runtime;

    @ParameterizedTest
    @ValueSource(
            strings = {"Đàm Thuý An", "dam thuy an", "ĐÀM THÚY AN", "an dam", "thuy", "an thúy đ", "a d t", "Đàm  Thuý"
            })
    void aNameIsFoundByItsPartsInAnyOrderAndSpelling(String q) {
        var tag = unique("qz").replace(" ", "");
        var id = person("Đàm Thúy An " + tag);
        assertThat(found(q + " " + tag)).containsExactly(id);
        assertThat(found(Normalizer.normalize(q + " " + tag, Normalizer.Form.NFD)))
                .containsExactly(id);
    }

    @Test
    void shortWordsAreFound() {
        var tag = unique("qw").replace(" ", "");
        var id = person("Lê Vũ An " + tag);
        person("Lò Văn Ý " + tag);
        for (var q : List.of("le vu an", "an vu", "vu", "an le")) {
            assertThat(found(q + " " + tag)).containsExactly(id);
        }
        assertThat(found("l " + tag)).hasSize(2);
        assertThat(found("y lo " + tag)).hasSize(1);
    }

    @Test
    void lettersWithinAWordAreFoundWhereNoWordBeginsWithThem() {
        var tag = unique("qv").replace(" ", "");
        var id = person("Nguyễn " + tag + "xyzzy");
        assertThat(found(tag.substring(2) + "xyzz")).containsExactly(id);
        assertThat(found("--")).isEmpty();
        assertThat(found("%_%")).isEmpty();
    }

    @Test
    void aPersonIsFoundByAFormerNameAsLongAsItIsRecorded() {
        var tag = unique("qn").replace(" ", "");
        var id = person(
                named("Hoàng Thị Mơ", "otherNames", List.of(Map.of("name", "Hoàng Thị " + tag, "kind", "FORMER"))));
        assertThat(found("hoang " + tag)).containsExactly(id);
        correct(id, Map.of("otherNames", List.of(Map.of("name", "Bí danh " + tag + "b", "kind", "ALIAS"))))
                .then()
                .statusCode(200);
        assertThat(found(tag + "b")).containsExactly(id);
        correct(id, Map.of("otherNames", List.of())).then().statusCode(200);
        assertThat(found(tag)).isEmpty();
    }

    @Test
    void aSearchIsPagedInTheOrderOfNames() {
        var tag = unique("qp").replace(" ", "");
        for (var name : List.of("Ất", "Bính", "Giáp", "Đinh", "Mậu")) {
            person(name + " " + tag);
        }
        var names = new ArrayList<String>();
        String cursor = null;
        do {
            var request = admin().queryParam("q", tag).queryParam("limit", 2).queryParam("total", true);
            if (cursor != null) {
                request.queryParam("cursor", cursor);
            }
            var page = request.get("/persons")
                    .then()
                    .statusCode(200)
                    .body("total", equalTo(5))
                    .extract();
            names.addAll(page.path("items.name"));
            cursor = page.path("next");
        } while (cursor != null);
        assertThat(names.stream().map(name -> name.split(" ")[0])).containsExactly("Ất", "Bính", "Đinh", "Giáp", "Mậu");
        admin().queryParam("q", tag)
                .queryParam("cursor", "QUxMX0JZX05BTUUfeB94")
                .get("/persons")
                .then()
                .statusCode(422);
    }

    @Test
    void whoChangedIsListedInTheOrderOfChange() {
        var before = java.time.Instant.now().minusMillis(1).toString();
        var first = person(unique("Sau"));
        var second = person(unique("Trước"));
        correct(first, Map.of("gender", "MALE")).then().statusCode(200);
        List<String> ids = admin().queryParam("updatedSince", before)
                .queryParam("limit", 200)
                .get("/persons")
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
        assertThat(ids).containsSubsequence(second, first);
    }

    @Test
    void anOfficerFindsOnlyPersonsOfTheOwnUnits() {
        var tag = unique("qs").replace(" ", "");
        var mine = unitUnder(root("ADMINISTRATIVE"), unique("Xã"));
        var hamlet = unitUnder(mine, unique("Xóm"));
        var inside = person("Trong " + tag);
        person("Ngoài " + tag);
        post(inside, hamlet);
        var member = person("Thuộc " + tag);
        belongs(member, hamlet, "ADMINISTRATIVE");
        var household = person(named("Hộ " + tag, "kind", "HOUSEHOLD", "unit", hamlet));
        var officer = unique("officer").replace(' ', '-');
        caller(officer, "EMULATION_OFFICER", mine)
                .queryParam("q", tag)
                .get("/persons")
                .then()
                .statusCode(200)
                .body("items.id", contains(household, member, inside));
        as(officer).queryParam("q", "ngoai " + tag).get("/persons").then().body("items", hasSize(0));
        as(officer).get("/persons/{id}", household).then().statusCode(200);
        as(unique("nobody").replace(' ', '-')).get("/persons").then().statusCode(403);
    }

    /** As many as no test would register one by one; where two common words never meet, nothing is made up or missed. */
    @Test
    void wordsThatVeryManyNamesHaveFillPagesInTheOrderOfEntry() {
        var one = "quf" + unique("").strip();
        var other = "quh" + unique("").strip();
        for (var word : List.of(one, other)) {
            query(
                    "WITH entered AS (INSERT INTO person (id, name, kind, version, created_at, updated_at)"
                            + " SELECT uuidv7(), 'Nông Văn ' || ?, 'INDIVIDUAL', 0, now(), now()"
                            + " FROM generate_series(1, 12000) RETURNING 1) SELECT count(*) FROM entered",
                    word);
        }
        try {
            analyze();
            assertThat(new NameFrequencies(runtime, Clock.systemUTC()).of(one).persons())
                    .isBetween(11_000L, 13_000L);
            var first = admin().queryParam("q", one)
                    .queryParam("limit", 200)
                    .get("/persons")
                    .then();
            List<String> ids = first.statusCode(200).extract().path("items.id");
            assertThat(ids).hasSize(200).isSorted();
            admin().queryParam("q", one)
                    .queryParam("limit", 200)
                    .queryParam("cursor", first.extract().<String>path("next"))
                    .get("/persons")
                    .then()
                    .body("items", hasSize(200))
                    .body("items[0].id", greaterThan(ids.getLast()));
            assertThat(found(one + " " + other)).isEmpty();
            var both = person("Nông Văn " + one + " " + other);
            assertThat(found(other + " " + one)).containsExactly(both);
        } finally {
            query(
                    "WITH gone AS (DELETE FROM person WHERE name IN ('Nông Văn ' || ?, 'Nông Văn ' || ?) RETURNING 1)"
                            + " SELECT count(*) FROM gone",
                    one,
                    other);
        }
    }

    private static void analyze() {
        try (var connection = database().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("ANALYZE person");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
