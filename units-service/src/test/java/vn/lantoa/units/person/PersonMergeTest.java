package vn.lantoa.units.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static vn.lantoa.units.UnitsFixture.admin;
import static vn.lantoa.units.UnitsFixture.as;
import static vn.lantoa.units.UnitsFixture.caller;
import static vn.lantoa.units.UnitsFixture.get;
import static vn.lantoa.units.UnitsFixture.query;
import static vn.lantoa.units.UnitsFixture.root;
import static vn.lantoa.units.UnitsFixture.unique;
import static vn.lantoa.units.UnitsFixture.unitUnder;
import static vn.lantoa.units.person.PersonFixture.account;
import static vn.lantoa.units.person.PersonFixture.correct;
import static vn.lantoa.units.person.PersonFixture.found;
import static vn.lantoa.units.person.PersonFixture.merge;
import static vn.lantoa.units.person.PersonFixture.named;
import static vn.lantoa.units.person.PersonFixture.number;
import static vn.lantoa.units.person.PersonFixture.person;
import static vn.lantoa.units.person.PersonFixture.post;
import static vn.lantoa.units.person.PersonFixture.unmerge;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import vn.lantoa.testsupport.LanToaServices;

@QuarkusTest
@WithTestResource(LanToaServices.class)
class PersonMergeTest {
    @Test
    void theOldIdAnswersWithTheAddressOfTheOneThatStands() {
        var tag = unique("mq").replace(" ", "");
        var stays = person("Nông Thị Hoa " + tag);
        var goes = person("Nông Thị Hoà " + tag + "b");
        merge(goes, stays)
                .then()
                .statusCode(200)
                .body("mergedInto", equalTo(stays))
                .body("version", equalTo(1));
        admin().redirects()
                .follow(false)
                .get("/persons/{id}", goes)
                .then()
                .statusCode(301)
                .header("Location", endsWith("/api/units/v1/persons/" + stays))
                .body("id", equalTo(goes))
                .body("mergedInto", equalTo(stays));
        // found by the name of either, once
        assertThat(found(tag + "b")).containsExactly(stays);
        assertThat(found("hoa " + tag)).containsExactly(stays);
        assertThat(events(goes)).contains("vn.lantoa.units.person.merged.v1");
        unmerge(goes).then().statusCode(200);
        get("/persons/{id}", goes).statusCode(200).body("id", equalTo(goes));
        assertThat(found(tag + "b")).containsExactly(goes);
        assertThat(events(goes)).contains("vn.lantoa.units.person.unmerged.v1");
        get("/persons/{id}/merges", goes)
                .body("items", hasSize(1))
                .body("items[0].undoReason", equalTo("Hai người khác nhau"));
    }

    @Test
    void whatWasTheOldOnesCountsForTheOneThatStands() {
        var unit = unitUnder(root("ADMINISTRATIVE"), unique("Xã"));
        var stays = person(unique("Ở lại"));
        var goes = person(unique("Đi"));
        post(goes, unit);
        admin().body(Map.of("person", goes, "role", "EMULATION_OFFICER", "unit", unit))
                .post("/role-grants")
                .then()
                .statusCode(201);
        var mine = account(stays);
        as(mine).get("/me").then().body("person.id", equalTo(stays));
        as(mine).get("/units/{id}", unit).then().statusCode(403);
        var officer = unique("officer").replace(' ', '-');
        caller(officer, "EMULATION_OFFICER", unit)
                .get("/persons/{id}", stays)
                .then()
                .statusCode(404);
        merge(goes, stays).then().statusCode(200);
        // the grant of the merged record, by the account of the one that stands
        as(mine).get("/units/{id}", unit).then().statusCode(200);
        as(officer).get("/persons/{id}", stays).then().statusCode(200);
        as(officer).queryParam("limit", 200).get("/persons").then().body("items.id", contains(stays));
        as(mine).get("/me/record")
                .then()
                .statusCode(200)
                .body("posts.unit", contains(unit.toString()))
                .body("merged", contains(goes));
        unmerge(goes).then().statusCode(200);
        as(mine).get("/units/{id}", unit).then().statusCode(403);
        as(officer).get("/persons/{id}", stays).then().statusCode(404);
    }

    @Test
    void theAccountOfTheOldRecordIsThePersonThatStands() {
        var stays = person(unique("Ở lại"));
        var goes = person(unique("Đi"));
        var mine = account(goes);
        merge(goes, stays).then().statusCode(200);
        as(mine).get("/me").then().statusCode(200).body("person.id", equalTo(stays));
        unmerge(goes).then().statusCode(200);
        as(mine).get("/me").then().body("person.id", equalTo(goes));
    }

    @Test
    void onlyRecordsThatStandAreMerged() {
        var a = person(unique("A"));
        var b = person(unique("B"));
        var c = person(unique("C"));
        merge(a, a).then().statusCode(422);
        merge(a, UUID.randomUUID().toString()).then().statusCode(422);
        merge(UUID.randomUUID().toString(), a).then().statusCode(404);
        unmerge(a).then().statusCode(409).body("type", equalTo("urn:lantoa:problem:person-not-merged"));
        merge(a, b).then().statusCode(200);
        merge(a, c).then().statusCode(409).body("type", equalTo("urn:lantoa:problem:person-merged"));
        merge(b, a).then().statusCode(409).body("type", equalTo("urn:lantoa:problem:merge-target-merged"));
        merge(c, a).then().statusCode(409);
        correct(a, Map.of("gender", "MALE")).then().statusCode(409);
        // a chain is followed to its end
        merge(b, c).then().statusCode(200);
        admin().redirects()
                .follow(false)
                .get("/persons/{id}", a)
                .then()
                .statusCode(301)
                .header("Location", endsWith(c));
        unmerge(a).then().statusCode(200);
        get("/persons/{id}", a).body("id", equalTo(a));
        var household = person(named(unique("Hộ"), "kind", "HOUSEHOLD"));
        merge(household, a).then().statusCode(409).body("type", equalTo("urn:lantoa:problem:merge-of-different-kinds"));
    }

    @Test
    void twoDifferentNumbersOfOneLengthAreTwoPersons() {
        var one = person(named(unique("Một"), "identityNumber", number()));
        var other = person(named(unique("Hai"), "identityNumber", number()));
        merge(one, other).then().statusCode(409).body("type", equalTo("urn:lantoa:problem:identity-numbers-differ"));
        var old = person(named(unique("Cũ"), "identityNumber", number().substring(3)));
        merge(old, other).then().statusCode(200);
    }

    @Test
    void aMergerNeedsVersionAndRight() {
        var a = person(unique("A"));
        var b = person(unique("B"));
        var body = Map.of("into", b, "reason", "Một người");
        admin().body(body).post("/persons/{id}/merge", a).then().statusCode(428);
        admin().header("If-Match", "\"9\"")
                .body(body)
                .post("/persons/{id}/merge", a)
                .then()
                .statusCode(412);
        admin().header("If-Match", "*")
                .body(Map.of("into", b))
                .post("/persons/{id}/merge", a)
                .then()
                .statusCode(400);
        var officer = unique("officer").replace(' ', '-');
        caller(officer, "EMULATION_OFFICER", unitUnder(root("ADMINISTRATIVE"), unique("Xã")))
                .header("If-Match", "*")
                .body(body)
                .post("/persons/{id}/merge", a)
                .then()
                .statusCode(403);
        get("/persons/{id}/allowed-actions", a)
                .body("items.find { it.action == 'person.merge' }.allowed", equalTo(true))
                .body("items.find { it.action == 'person.unmerge' }.reason", equalTo("person-not-merged"));
    }

    @Test
    void ofMergersAtOnceOneWinsAndNoCircleIsMade() throws Exception {
        for (int round = 0; round < 5; round++) {
            var a = person(unique("A"));
            var b = person(unique("B"));
            var calls = new ArrayList<Callable<Integer>>();
            for (int i = 0; i < 3; i++) {
                calls.add(() -> merge(a, b).statusCode());
                calls.add(() -> merge(b, a).statusCode());
            }
            try (var threads = Executors.newFixedThreadPool(calls.size())) {
                var codes = new ArrayList<Integer>();
                for (var answer : threads.invokeAll(calls)) {
                    codes.add(answer.get());
                }
                assertThat(codes).containsOnlyOnce(200).allMatch(code -> code == 200 || code == 409 || code == 412);
            }
            assertThat(query(
                            "SELECT count(*) FROM person WHERE id IN (?, ?) AND merged_into IS NOT NULL",
                            UUID.fromString(a),
                            UUID.fromString(b)))
                    .isEqualTo("1");
        }
    }

    /** Whatever was merged in whatever order: taking it back in any order leaves everything as it was. */
    @Test
    void takingMergersBackLeavesEverythingAsItWas() {
        for (long seed = 1; seed <= 8; seed++) {
            var random = new SplittableRandom(seed);
            var persons = new ArrayList<String>();
            for (int i = 0; i < 5; i++) {
                persons.add(person(named(
                        unique("Người"), "otherNames", List.of(Map.of("name", unique("Tên khác"), "kind", "ALIAS")))));
            }
            var before = state(persons);
            var merged = new ArrayList<String>();
            for (int i = 0; i < 8; i++) {
                var source = persons.get(random.nextInt(persons.size()));
                var target = persons.get(random.nextInt(persons.size()));
                if (merge(source, target).statusCode() == 200) {
                    merged.add(source);
                }
            }
            assertThat(state(persons)).as("seed " + seed).isNotEqualTo(before);
            while (!merged.isEmpty()) {
                unmerge(merged.remove(random.nextInt(merged.size()))).then().statusCode(200);
            }
            assertThat(state(persons)).as("seed " + seed).isEqualTo(before);
        }
    }

    private static String state(List<String> persons) {
        return query(
                "SELECT string_agg(concat_ws('|', id, merged_into, merged, other_names, beginnings), E'\\n' ORDER BY id) FROM person WHERE id = ANY (string_to_array(?, ',')::uuid[])",
                String.join(",", persons));
    }

    private static String events(String person) {
        return query(
                "SELECT coalesce(string_agg(type, ' '), '') FROM (SELECT type FROM outbox WHERE subject::text = ? UNION ALL SELECT type FROM event_log WHERE subject::text = ?) e",
                person,
                person);
    }

    @Test
    void mergedRecordsAreNotListedButToldToWhoSynchronises() {
        var tag = unique("ml").replace(" ", "");
        var stays = person("Ở " + tag);
        var goes = person("Đi " + tag);
        var before = java.time.Instant.now().toString();
        merge(goes, stays).then().statusCode(200);
        admin().queryParam("q", tag).get("/persons").then().body("items.id", not(hasItem(goes)));
        admin().queryParam("updatedSince", before)
                .queryParam("q", "di " + tag)
                .get("/persons")
                .then()
                .body("items.id", contains(stays));
        admin().queryParam("updatedSince", before)
                .queryParam("limit", 200)
                .get("/persons")
                .then()
                .body("items.find { it.id == '" + goes + "' }.mergedInto", equalTo(stays));
    }
}
