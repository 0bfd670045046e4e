package vn.lantoa.units.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lantoa.units.MembersFixture.carryOut;
import static vn.lantoa.units.MembersFixture.enactment;
import static vn.lantoa.units.MembersFixture.person;
import static vn.lantoa.units.MembersFixture.start;
import static vn.lantoa.units.MembersFixture.succession;
import static vn.lantoa.units.UnitsFixture.admin;
import static vn.lantoa.units.UnitsFixture.query;
import static vn.lantoa.units.UnitsFixture.root;
import static vn.lantoa.units.UnitsFixture.unique;
import static vn.lantoa.units.UnitsFixture.unitUnder;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lantoa.testsupport.LanToaServices;
import vn.lantoa.units.succession.UnitDependants;

/**
 * Whatever sequence of beginnings, ends, transfers and mergers happens: a person has at most one primary membership per line and
 * day, and no day is lost but by an explicit end.
 */
@QuarkusTest
@WithTestResource(LanToaServices.class)
class MembershipHistoryPropertyTest {
    private static final int HISTORIES = 4;
    private static final int STEPS = 25;
    private static final String DAYS =
            "SELECT coalesce(range_agg(valid)::text, '{}') FROM membership WHERE person = ? AND kind = 'PRIMARY' AND line = 'ADMINISTRATIVE'";
    private static final String OVERLAPS = """
            SELECT count(*) FROM membership a JOIN membership b ON a.person = b.person AND a.line = b.line AND a.id < b.id
            WHERE a.person = ? AND a.kind = 'PRIMARY' AND b.kind = 'PRIMARY' AND a.valid && b.valid""";

    @Inject
    @Any
    Instance<UnitDependants> dependants;

    private Random random;
    private List<UUID> units;
    private final List<String> story = new ArrayList<>();

    @Test
    void noDayIsLostOrHeldTwice() {
        for (int i = 0; i < HISTORIES; i++) {
            var seed = new Random().nextLong();
            random = new Random(seed);
            story.clear();
            story.add("seed " + seed);
            history();
        }
    }

    private void history() {
        var top = unitUnder(root("ADMINISTRATIVE"), unique("Đỉnh"));
        units = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            units.add(unitUnder(top, unique("Xã")));
        }
        var persons = List.of(person(), person());
        persons.forEach(person -> start(person, any(), "2020-01-01").then().statusCode(201));
        for (int step = 0; step < STEPS; step++) {
            var person = persons.get(random.nextInt(persons.size()));
            switch (random.nextInt(8)) {
                case 0 -> end(person);
                case 1, 2 -> begin(person);
                case 3, 4, 5 -> transfer(person);
                default -> merge(persons);
            }
            for (var each : persons) {
                assertThat(query(OVERLAPS, each)).as(String.join("\n", story)).isEqualTo("0");
            }
        }
    }

    private void begin(UUID person) {
        var before = query(DAYS, person);
        var from = day();
        var status = start(
                        person,
                        Map.of(
                                "unit",
                                any(),
                                "validFrom",
                                from,
                                "validTo",
                                LocalDate.parse(from).plusDays(400).toString()))
                .statusCode();
        story.add("begin " + from + " " + status);
        assertThat(status).as(String.join("\n", story)).isIn(201, 409);
        assertKept(before, person);
    }

    private void end(UUID person) {
        var day = day();
        var current = query(
                "SELECT coalesce(max(id::text), '') FROM membership WHERE person = ? AND kind = 'PRIMARY' AND valid @> ?::date",
                person,
                LocalDate.parse(day));
        if (current.isEmpty()) {
            return;
        }
        var held = query("SELECT valid::text FROM membership WHERE id = ?", UUID.fromString(current));
        var before = query(DAYS, person);
        var status = admin().header("If-Match", "*")
                .body(Map.of("validTo", day))
                .post("/persons/{p}/memberships/{id}/end", person, current)
                .statusCode();
        story.add("end " + day + " " + status);
        if (status == 200) {
            assertThat(query(
                            "SELECT (?::datemultirange - datemultirange(?::daterange * daterange(?::date, NULL)))::text",
                            before,
                            held,
                            day))
                    .as(String.join("\n", story))
                    .isEqualTo(query(DAYS, person));
        } else {
            assertThat(query(DAYS, person)).isEqualTo(before);
        }
    }

    private void transfer(UUID person) {
        var day = day();
        var from = query(
                "SELECT coalesce(max(unit::text), '') FROM membership WHERE person = ? AND kind = 'PRIMARY' AND valid @> ?::date",
                person,
                LocalDate.parse(day));
        var before = query(DAYS, person);
        var proposed = admin().body(Map.of(
                        "person", person, "from", from.isEmpty() ? any() : from, "to", any(), "effectiveOn", day))
                .post("/transfers");
        var status = proposed.statusCode();
        if (status == 201) {
            String id = proposed.path("id");
            if (random.nextBoolean()) {
                merge(List.of(person));
            }
            status = admin().header("If-Match", "*")
                    .post("/transfers/{id}/accept", id)
                    .statusCode();
            if (status != 200) {
                admin().header("If-Match", "*")
                        .post("/transfers/{id}/withdraw", id)
                        .then()
                        .statusCode(200);
            }
        }
        story.add("transfer " + day + " " + status);
        assertThat(status).as(String.join("\n", story)).isIn(200, 409);
        assertKept(before, person);
    }

    private void merge(List<UUID> persons) {
        var day = day();
        var ending = units.remove(random.nextInt(units.size()));
        var heir = any();
        units.add(unitUnder(root("ADMINISTRATIVE"), unique("Xã")));
        var before = persons.stream().map(person -> query(DAYS, person)).toList();
        story.add("merge " + ending + " into " + heir + " on " + day);
        carryOut(dependants, succession(day, Map.of(ending, heir)), enactment(day, ending, heir));
        for (int i = 0; i < persons.size(); i++) {
            assertThat(query(DAYS, persons.get(i))).as(String.join("\n", story)).isEqualTo(before.get(i));
        }
    }

    private void assertKept(String before, UUID person) {
        assertThat(query("SELECT (?::datemultirange <@ ?::datemultirange)::text", before, query(DAYS, person)))
                .as(String.join("\n", story))
                .isEqualTo("true");
    }

    private UUID any() {
        return units.get(random.nextInt(units.size()));
    }

    private String day() {
        return LocalDate.of(2021, 1, 1).plusDays(random.nextInt(3650)).toString();
    }
}
