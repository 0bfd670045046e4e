package vn.lantoa.units.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static vn.lantoa.units.MembersFixture.act;
import static vn.lantoa.units.MembersFixture.carryOut;
import static vn.lantoa.units.MembersFixture.enactment;
import static vn.lantoa.units.MembersFixture.history;
import static vn.lantoa.units.MembersFixture.person;
import static vn.lantoa.units.MembersFixture.start;
import static vn.lantoa.units.MembersFixture.subject;
import static vn.lantoa.units.MembersFixture.succession;
import static vn.lantoa.units.UnitsFixture.admin;
import static vn.lantoa.units.UnitsFixture.as;
import static vn.lantoa.units.UnitsFixture.caller;
import static vn.lantoa.units.UnitsFixture.query;
import static vn.lantoa.units.UnitsFixture.root;
import static vn.lantoa.units.UnitsFixture.unique;
import static vn.lantoa.units.UnitsFixture.unitUnder;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.testsupport.LanToaServices;
import vn.lantoa.units.person.PersonFixture;
import vn.lantoa.units.succession.UnitDependants;

/** One unit proposes, the other decides. */
@QuarkusTest
@WithTestResource(LanToaServices.class)
class TransferResourceTest {
    private static final String DAY = "2026-01-01";

    @Inject
    @Any
    Instance<UnitDependants> dependants;

    private UUID left;
    private UUID joined;
    private UUID person;
    private String giving;
    private String taking;

    @BeforeEach
    void twoUnitsAndTheirOfficers() {
        left = unitUnder(root("ADMINISTRATIVE"), unique("Xã đi"));
        joined = unitUnder(root("ADMINISTRATIVE"), unique("Xã đến"));
        person = person();
        start(person, left, "2024-01-01").then().statusCode(201);
        giving = subject("giving");
        taking = subject("taking");
        caller(giving, "EMULATION_OFFICER", left);
        caller(taking, "EMULATION_OFFICER", joined);
    }

    private ValidatableResponse propose(String subject) {
        return as(subject)
                .body(Map.of("person", person, "from", left, "to", joined, "effectiveOn", DAY))
                .post("/transfers")
                .then();
    }

    private static UUID id(ValidatableResponse proposed) {
        return UUID.fromString(proposed.statusCode(201).extract().path("id"));
    }

    private static ValidatableResponse accept(String subject, UUID id, String tag) {
        return act(as(subject), "/transfers/{id}/accept", id, tag, Map.of());
    }

    @Test
    void theOtherUnitAcceptsAndTheMembershipMoves() {
        var proposed = propose(giving).body("proposedBy", equalTo("FROM")).body("status", equalTo("PROPOSED"));
        var id = id(proposed);
        var tag = proposed.extract().header("ETag");
        as(taking).get("/transfers?awaiting=true").then().body("items.id", contains(id.toString()));
        as(giving).get("/transfers?awaiting=true").then().body("items", empty());
        as(giving).get("/transfers?direction=FROM").then().body("items.id", contains(id.toString()));
        accept(giving, id, tag).statusCode(403).body("type", endsWith(":outside-your-units"));
        accept(taking, id, "\"7\"").statusCode(412);
        as(taking)
                .get("/transfers/{id}/allowed-actions", id)
                .then()
                .body("items.find { it.action == 'transfer.accept' }.allowed", equalTo(true))
                .body("items.find { it.action == 'transfer.withdraw' }.allowed", equalTo(false));
        accept(taking, id, tag).statusCode(200).body("status", equalTo("ACCEPTED"));
        assertThat(history(person, "ADMINISTRATIVE"))
                .isEqualTo(left + " [2024-01-01,2026-01-01), " + joined + " [2026-01-01,)");
        accept(taking, id, "*").statusCode(409).body("type", endsWith(":transfer-decided"));
        as(taking)
                .get("/persons/{p}/memberships", person)
                .then()
                .body("items[0].reason", equalTo("TRANSFER"))
                .body("items[0].transfer", equalTo(id.toString()));
    }

    @Test
    void whoWasLentToTheUnitJoinedBelongsThereFromTheDayOn() {
        start(person, Map.of("unit", joined, "kind", "SECONDMENT", "validFrom", "2025-06-01"))
                .then()
                .statusCode(201);
        accept(taking, id(propose(giving)), "*").statusCode(200);
        assertThat(query(
                        "SELECT string_agg(kind || ' ' || valid, ', ' ORDER BY kind, valid) FROM membership WHERE person = ? AND valid IS NOT NULL",
                        person))
                .isEqualTo(
                        "PRIMARY [2024-01-01,2026-01-01), PRIMARY [2026-01-01,), SECONDMENT [2025-06-01,2026-01-01)");
    }

    @Test
    void thePersonKnowsWhatIsProposed() {
        var mine = PersonFixture.account(person.toString());
        as(mine).get("/me/transfers").then().statusCode(200).body("items", empty());
        var id = id(propose(giving)).toString();
        as(mine).get("/me/transfers?status=PROPOSED&total=true")
                .then()
                .body("items.id", contains(id))
                .body("items[0].to", equalTo(joined.toString()))
                .body("total", equalTo(1));
        as(mine).get("/me/record")
                .then()
                .body("transfers.id", contains(id))
                .body("transfers[0].status", equalTo("PROPOSED"));
        as(mine).get("/transfers/{id}", id).then().statusCode(403);
        as(PersonFixture.account(person().toString()))
                .get("/me/transfers")
                .then()
                .body("items", empty());
        as(subject("citizen")).get("/me/transfers").then().statusCode(403);
        accept(taking, UUID.fromString(id), "*").statusCode(200);
        as(mine).get("/me/transfers?status=PROPOSED").then().body("items", empty());
        as(mine).get("/me/transfers").then().body("items[0].status", equalTo("ACCEPTED"));
    }

    @Test
    void theUnitThatTakesInMayProposeAndTheOtherRefuses() {
        var proposed = propose(taking).body("proposedBy", equalTo("TO"));
        var id = id(proposed);
        var tag = proposed.extract().header("ETag");
        act(as(taking), "/transfers/{id}/decline", id, tag, Map.of("reason", "x"))
                .statusCode(403);
        act(as(giving), "/transfers/{id}/decline", id, tag, Map.of("reason", ""))
                .statusCode(400);
        act(as(giving), "/transfers/{id}/decline", id, tag, Map.of("reason", "Chưa có người thay"))
                .statusCode(200)
                .body("status", equalTo("DECLINED"))
                .body("reason", equalTo("Chưa có người thay"));
        assertThat(history(person, "ADMINISTRATIVE")).isEqualTo(left + " [2024-01-01,)");
        id(propose(giving));
    }

    @Test
    void aProposalIsTakenBackByWhoMadeIt() {
        var proposed = propose(giving);
        var id = id(proposed);
        propose(taking).statusCode(409).body("type", endsWith(":transfer-open"));
        act(as(taking), "/transfers/{id}/withdraw", id, "*", Map.of()).statusCode(403);
        act(as(giving), "/transfers/{id}/withdraw", id, "*", Map.of())
                .statusCode(200)
                .body("status", equalTo("WITHDRAWN"));
    }

    @Test
    void strangersNeitherProposeNorSee() {
        var stranger = subject("stranger");
        caller(stranger, "EMULATION_OFFICER", unitUnder(root("ADMINISTRATIVE"), unique("Xã lạ")));
        propose(stranger).statusCode(403);
        var id = id(propose(giving));
        as(stranger).get("/transfers/{id}", id).then().statusCode(404);
        as(stranger).get("/transfers").then().body("items", empty());
        accept(stranger, id, "*").statusCode(404);
        caller(subject("confirming"), "CONFIRMING_OFFICER", joined)
                .get("/transfers/{id}", id)
                .then()
                .statusCode(403);
    }

    @Test
    void onlyAMemberIsTransferredAndNotToThemselves() {
        var body = Map.of("person", person(), "from", left, "to", joined, "effectiveOn", DAY);
        admin().body(body).post("/transfers").then().statusCode(409).body("type", endsWith(":not-a-member-then"));
        admin().body(Map.of("person", person, "from", left, "to", left, "effectiveOn", DAY))
                .post("/transfers")
                .then()
                .statusCode(409)
                .body("type", endsWith(":transfer-needless"));
        admin().body(Map.of("person", person, "from", left, "to", UUID.randomUUID(), "effectiveOn", DAY))
                .post("/transfers")
                .then()
                .statusCode(422);
    }

    @Test
    void ofManyWhoAcceptOneDoes() throws Exception {
        var proposed = propose(giving);
        var id = id(proposed);
        var tag = proposed.extract().header("ETag");
        var barrier = new CyclicBarrier(4);
        try (var callers = Executors.newFixedThreadPool(4)) {
            Callable<Integer> accepting = () -> {
                barrier.await();
                return accept(taking, id, tag).extract().statusCode();
            };
            var answers = callers.invokeAll(List.of(accepting, accepting, accepting, accepting)).stream()
                    .map(TransferResourceTest::got)
                    .toList();
            assertThat(answers).filteredOn(status -> status == 200).hasSize(1);
            assertThat(answers).allMatch(status -> status == 200 || status == 412 || status == 409);
        }
        assertThat(query("SELECT count(*) FROM membership WHERE transfer = ?", id))
                .isEqualTo("1");
    }

    private static int got(Future<Integer> answer) {
        try {
            return answer.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theHeirOfTheUnitAskedAccepts() {
        var id = id(propose(giving));
        var heir = unitUnder(root("ADMINISTRATIVE"), unique("Xã hợp nhất"));
        carryOut(dependants, succession("2025-07-01", Map.of(joined, heir)), enactment("2025-07-01", joined, heir));
        var officer = subject("heir");
        caller(officer, "EMULATION_OFFICER", heir)
                .get("/transfers?awaiting=true")
                .then()
                .body("items.id", contains(id.toString()))
                .body("items[0].toNow", equalTo(heir.toString()));
        accept(taking, id, "*").statusCode(403);
        accept(officer, id, "*").statusCode(200);
        assertThat(history(person, "ADMINISTRATIVE"))
                .isEqualTo(left + " [2024-01-01,2026-01-01), " + heir + " [2026-01-01,)");
    }

    @Test
    void aPersonPassesThroughTheUnitJoinedToItsHeir() {
        var id = id(propose(giving));
        var heir = unitUnder(root("ADMINISTRATIVE"), unique("Xã hợp nhất"));
        carryOut(
                dependants,
                succession("2027-07-01", Map.of(joined, heir, left, heir)),
                enactment("2027-07-01", joined, heir));
        assertThat(history(person, "ADMINISTRATIVE"))
                .isEqualTo(left + " [2024-01-01,2027-07-01), " + heir + " [2027-07-01,)");
        accept(taking, id, "*").statusCode(200);
        assertThat(history(person, "ADMINISTRATIVE"))
                .isEqualTo(left + " [2024-01-01,2026-01-01), " + joined + " [2026-01-01,2027-07-01), " + heir
                        + " [2027-07-01,)");
    }

    @Test
    void whereBothBecameOneNothingIsLeftToDo() {
        var id = id(propose(giving));
        var heir = unitUnder(root("ADMINISTRATIVE"), unique("Xã hợp nhất"));
        carryOut(
                dependants,
                succession("2025-07-01", Map.of(joined, heir, left, heir)),
                enactment("2025-07-01", joined, heir));
        caller(subject("heir"), "EMULATION_OFFICER", heir)
                .header("If-Match", "*")
                .post("/transfers/{id}/accept", id)
                .then()
                .statusCode(409)
                .body("type", endsWith(":transfer-needless"));
        assertThat(history(person, "ADMINISTRATIVE"))
                .isEqualTo(left + " [2024-01-01,2025-07-01), " + heir + " [2025-07-01,)");
    }
}
