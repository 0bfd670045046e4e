package vn.lantoa.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static vn.lantoa.units.MembersFixture.start;
import static vn.lantoa.units.ReorganisationFixture.draft;
import static vn.lantoa.units.ReorganisationFixture.enact;
import static vn.lantoa.units.ReorganisationFixture.merge;
import static vn.lantoa.units.UnitsFixture.admin;
import static vn.lantoa.units.UnitsFixture.get;
import static vn.lantoa.units.UnitsFixture.id;
import static vn.lantoa.units.UnitsFixture.query;
import static vn.lantoa.units.UnitsFixture.root;
import static vn.lantoa.units.UnitsFixture.unique;
import static vn.lantoa.units.UnitsFixture.unitUnder;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.testsupport.LanToaServices;

/** Nothing confidential is on a public topic or in the feed, whatever happens to the person and the units. */
@QuarkusTest
@WithTestResource(LanToaServices.class)
class PublicEventsTest {
    private static final String PARTY = "PARTY";
    private static final String DAY = "2025-07-01";
    private static final String PUBLIC = """
            (SELECT payload, subject FROM event_log WHERE topic <> 'lantoa.units.restricted'
             UNION ALL SELECT payload, subject FROM outbox WHERE topic <> 'lantoa.units.restricted') AS told
            """;

    private final String number = "0" + ThreadLocalRandom.current().nextLong(10_000_000_000L, 99_999_999_999L);
    private final String born =
            "1937-02-%02d".formatted(ThreadLocalRandom.current().nextInt(1, 28));
    private UUID office;
    private UUID person;

    @BeforeEach
    void aPersonWithSealedValues() {
        office = unitUnder(root("ADMINISTRATIVE"), unique("Sở"));
        person = id(admin().body(Map.of("name", unique("Nông Thị Hoa"), "identityNumber", number, "birthDate", born))
                .post("/persons"));
        start(person, office, "2020-01-01").then().statusCode(201);
    }

    @Test
    void sealedValuesAreInNoEvent() {
        admin().body(Map.of("kind", "person", "id", person))
                .post("/admin/announcements")
                .then()
                .statusCode(202);

        told(person, 2);
        assertThat(mentions(number)).isZero();
        assertThat(query(
                        "SELECT count(*) FROM " + PUBLIC + " WHERE subject = ? AND payload LIKE ?",
                        person,
                        "%" + born + "%"))
                .isEqualTo("0");
        assertThat(query("SELECT count(*) FROM " + PUBLIC
                        + " WHERE payload ~ '\"(identityNumber|birthDate|staffCode)\"'"))
                .isEqualTo("0");
    }

    @Test
    void factsOfAConfidentialLineAreInNoPublicEventEvenAfterAMerger() {
        var cells = List.of(cell(), cell());
        var facts = new ArrayList<UUID>();
        facts.add(id(start(person, Map.of("unit", cells.getFirst(), "line", PARTY, "validFrom", "2020-01-01"))));
        facts.add(id(admin().body(
                        Map.of("unit", cells.getFirst(), "title", "Bí thư", "postGroup", "OFFICER", "leading", true))
                .post("/persons/{id}/posts", person)));
        facts.add(id(admin().body(
                        Map.of("person", person, "role", "EMULATION_OFFICER", "unit", cells.getFirst(), "line", PARTY))
                .post("/role-grants")));
        var proposed = id(admin().body(Map.of(
                        "person",
                        person,
                        "from",
                        cells.getFirst(),
                        "to",
                        cell(),
                        "line",
                        PARTY,
                        "effectiveOn",
                        "2030-01-01"))
                .post("/transfers"));
        facts.add(proposed);

        enact(draft(DAY, merge(unique("Đảng bộ"), null, office, cells))).statusCode(200);

        var moved = query(
                "SELECT string_agg(id::text, ',') FROM membership WHERE person = ? AND line = 'PARTY' AND valid_from = ?::date",
                person,
                DAY);
        assertThat(moved).hasSize(36);
        facts.add(UUID.fromString(moved));
        for (var fact : facts) {
            assertThat(mentions(fact.toString()))
                    .as("public events that name %s", fact)
                    .isZero();
            get("/events?subject={id}", fact).statusCode(200).body("items.size()", equalTo(0));
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(query(
                                    "SELECT count(*) FROM event_log WHERE subject = ? AND restricted AND payload NOT LIKE ?",
                                    fact,
                                    "%" + person + "%"))
                            .isNotEqualTo("0"));
        }
        for (var cell : cells) {
            assertThat(query(
                            "SELECT count(*) FROM " + PUBLIC + " WHERE payload LIKE ? AND payload LIKE ?",
                            "%" + person + "%",
                            "%" + cell + "%"))
                    .isEqualTo("0");
        }
    }

    @Test
    void whatBelongsToAnOpenLineIsToldAndToldAgainByKind() {
        var membership = UUID.fromString(
                query("SELECT id FROM membership WHERE person = ? AND line = 'ADMINISTRATIVE'", person));
        var transfer = id(admin().body(Map.of(
                        "person",
                        person,
                        "from",
                        office,
                        "to",
                        unitUnder(root("ADMINISTRATIVE"), unique("Sở")),
                        "effectiveOn",
                        "2030-01-01"))
                .post("/transfers"));
        for (var told : Map.of("membership", membership, "transfer", transfer).entrySet()) {
            admin().body(Map.of("kind", told.getKey(), "id", told.getValue()))
                    .post("/admin/announcements")
                    .then()
                    .statusCode(202)
                    .body("announced", equalTo(1));
        }

        told(membership, 2);
        get("/events?subject={id}", membership)
                .body("items[1].announcement", equalTo(true))
                .body("items[1].data.state.unit", equalTo(office.toString()));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(query(
                                "SELECT count(*) FROM event_log WHERE subject = ? AND announcement AND restricted",
                                transfer))
                        .isEqualTo("1"));
    }

    private UUID cell() {
        var cell = unitUnder(office, unique("Chi bộ"));
        admin().body(Map.of("line", PARTY, "parent", root(PARTY), "validFrom", "2019-01-01"))
                .header("If-Match", "*")
                .post("/units/{id}/placements", cell)
                .then()
                .statusCode(201);
        return cell;
    }

    private static int mentions(String text) {
        return Integer.parseInt(query("SELECT count(*) FROM " + PUBLIC + " WHERE payload LIKE ?", "%" + text + "%"));
    }

    private static void told(UUID subject, int times) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> get("/events?subject={id}", subject).body("items.size()", equalTo(times)));
    }
}
