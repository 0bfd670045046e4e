package vn.lantoa.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.events.Act;
import vn.lantoa.events.units.MembershipStarted;
import vn.lantoa.events.units.MembershipState;
import vn.lantoa.recognition.World.Province;
import vn.lantoa.testsupport.LanToaServices;
import vn.lantoa.testsupport.Person;

/** What is known of a person is told to their own units; to others the person is as unknown as one never heard of. */
@QuarkusTest
@WithTestResource(LanToaServices.class)
class PersonsOfOthersTest {
    private static final String SOURCE = "Quyết định số 215/QĐ-SNV";
    private static final LocalDate MOVED = LocalDate.of(2025, 3, 1);

    @Inject
    World world;

    @Inject
    TestUnits units;

    Province province;
    Person officer;

    @BeforeEach
    void theWorkerOfTheDepartmentIsRated() {
        province = world.province();
        province.rated("HTT", 2024);
        officer = world.somebody("Lục Thị Xã", "EMULATION_OFFICER", province.commune());
    }

    @Test
    void somebodyElsesPersonIsAsUnknownAsNobody() {
        belongs(province.worker(), province.department(), null, null);
        var nobody = UUID.randomUUID();

        for (var call : List.of("eligibility", "nomination", "rating", "block")) {
            var foreign = asks(call, province.worker());
            var unknown = asks(call, nobody);
            assertThat(foreign.statusCode()).as(call).isEqualTo(503).isEqualTo(unknown.statusCode());
            assertThat(same(foreign, province.worker())).as(call).isEqualTo(same(unknown, nobody));
        }
        eligible(officer, province.department(), "2025-01-31").statusCode(403);
        // the day that is asked about opens nothing
        eligible(officer, province.commune(), "2010-01-31").statusCode(503);
        eligible(province.agency(), province.department(), "2025-01-31")
                .statusCode(200)
                .body("verdict", equalTo("MET"));
    }

    @Test
    void whoBelongsNowhereMayBeProposedButOnlyOnesOwnFactsSpeak() {
        eligible(officer, province.commune(), "2025-01-31")
                .statusCode(200)
                .body("verdict", equalTo("UNKNOWN"))
                .body(not(containsString(SOURCE)));
        eligible(province.agency(), province.commune(), "2025-01-31")
                .statusCode(200)
                .body("verdict", equalTo("MET"))
                .body(containsString(SOURCE));

        String id = asks("nomination", province.worker())
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        officer.acts("/nominations/" + id, "submit")
                .then()
                .statusCode(200)
                .body("judgement.verdict", equalTo("UNKNOWN"))
                .body(not(containsString(SOURCE)));
    }

    @Test
    void afterATransferTheFormerUnitSeesOnlyWhatItRecorded() {
        belongs(province.worker(), province.department(), null, MOVED);
        belongs(province.worker(), province.commune(), MOVED, null);
        var former = world.somebody("Nông Thị Sở", "EMULATION_OFFICER", province.department());
        var block = fact(province.commune());
        block.put("reason", "COMPLAINT_VERIFICATION");
        block.put("from", "2025-01-01");
        officer.posts("/facts/blocks", block).then().statusCode(201);

        eligible(former, province.department(), "2025-01-31")
                .statusCode(200)
                .body("verdict", equalTo("MET"))
                .body(not(containsString("COMPLAINT_VERIFICATION")));
        eligible(officer, province.commune(), "2025-01-31")
                .statusCode(200)
                .body("verdict", equalTo("NOT_MET"))
                .body(containsString("COMPLAINT_VERIFICATION"));
    }

    @Test
    void whoBelongsNowhereAnyMoreIsTheirsWhoHadThemLast() {
        belongs(province.worker(), province.commune(), null, MOVED);

        eligible(officer, province.commune(), "2025-06-30").statusCode(200).body("verdict", equalTo("MET"));
    }

    @Test
    void aPartyCommitteeProposesItsMembersWhomOnlyItKnows() {
        belongs(province.worker(), province.department(), null, null);
        var committee = units.unit("Đảng ủy Khối", "UPPER_PARTY_COMMITTEE", "PARTY", null, null, null);
        var secretary = world.somebody("Cán bộ Khối", "EMULATION_OFFICER", committee);

        var proposal = province.proposal("P_GK");
        proposal.put("unit", committee);
        proposal.put("category", "DANG_CHUYEN_DE");
        secretary.posts("/nominations", proposal).then().statusCode(201);
        eligible(secretary, committee, "2025-01-31").statusCode(200).body(not(containsString(SOURCE)));
    }

    private Response asks(String call, UUID person) {
        var fact = fact(province.commune());
        fact.put("person", person);
        return switch (call) {
            case "eligibility" -> eligibility(officer, province.commune(), person, "2025-01-31");
            case "nomination" -> {
                var proposal = province.proposal("LDTT");
                proposal.put("unit", province.commune());
                proposal.put("person", person);
                yield officer.posts("/nominations", proposal);
            }
            case "rating" -> {
                fact.putAll(Map.of("year", 2023, "rating", "HTT"));
                yield officer.posts("/facts/ratings", fact);
            }
            default -> {
                fact.putAll(Map.of("reason", "COMPLAINT_VERIFICATION", "from", "2025-02-01"));
                yield officer.posts("/facts/blocks", fact);
            }
        };
    }

    private Map<String, Object> fact(UUID unit) {
        return new HashMap<>(Map.of("unit", unit, "person", province.worker(), "sourceDocument", "Công văn 12/TTr"));
    }

    /** The answer but for whom it is about and which request it was. */
    private static Map<String, Object> same(Response answer, UUID person) {
        Map<String, Object> body = answer.jsonPath().getMap("$");
        var kept = new HashMap<String, Object>();
        for (var field : List.of("type", "title", "status", "detail")) {
            kept.put(field, String.valueOf(body.get(field)).replace(person.toString(), "?"));
        }
        return kept;
    }

    private ValidatableResponse eligible(Person asking, UUID unit, String asOf) {
        return eligibility(asking, unit, province.worker(), asOf).then();
    }

    private static Response eligibility(Person asking, UUID unit, UUID person, String asOf) {
        return asking.calls()
                .queryParam("awardType", "LDTT")
                .queryParam("unit", unit)
                .queryParam("person", person)
                .queryParam("year", 2024)
                .queryParam("asOf", asOf)
                .queryParam("statement", List.of("SPIRIT", "TAKES_PART"))
                .get("/eligibility");
    }

    private void belongs(UUID person, UUID unit, @Nullable LocalDate from, @Nullable LocalDate to) {
        var id = UUID.randomUUID();
        units.hear(
                new MembershipStarted(
                        id,
                        new Act("membership.start", Instant.now(), null, null),
                        new MembershipState(id, person, unit, "ADMINISTRATIVE", "PRIMARY", from, to)),
                1);
    }
}
