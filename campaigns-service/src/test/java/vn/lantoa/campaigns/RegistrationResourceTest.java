package vn.lantoa.campaigns;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lantoa.campaigns.World.Province;
import vn.lantoa.testsupport.LanToaServices;

@QuarkusTest
@WithTestResource(LanToaServices.class)
class RegistrationResourceTest {
    @Inject
    World world;

    @Inject
    TestUnits units;

    Province province;

    @BeforeEach
    void aProvince() {
        province = world.province();
    }

    @Test
    void aPersonRegistersForThemself() {
        var campaign = province.launchedCampaign();

        province.member()
                .posts(
                        "/registrations",
                        Province.registration(
                                campaign,
                                province.department(),
                                province.member().id()))
                .then()
                .statusCode(201)
                .header("Cache-Control", equalTo("no-store"))
                .body("person.displayName", equalTo("Nông Thị Hoa"))
                .body("campaign.title", equalTo("Dân vận khéo"))
                .body("titlesAimedAt", contains("LDTT", "CSTDCS"))
                .body("status", equalTo("DRAFT"));
    }

    @Test
    void theOfficerRegistersTheUnitAndItsPeople() {
        var campaign = province.launchedCampaign();

        province.officer()
                .posts("/registrations", Province.registration(campaign, province.department()))
                .then()
                .statusCode(201)
                .body("person", nullValue());
        province.officer()
                .posts(
                        "/registrations",
                        Province.registration(
                                campaign,
                                province.department(),
                                province.member().id()))
                .then()
                .statusCode(201);
    }

    @Test
    void aMemberRegistersNobodyElse() {
        var campaign = province.launchedCampaign();

        province.member()
                .posts("/registrations", Province.registration(campaign, province.department()))
                .then()
                .statusCode(403);
        province.member()
                .posts(
                        "/registrations",
                        Province.registration(
                                campaign,
                                province.department(),
                                province.leader().id()))
                .then()
                .statusCode(403);
    }

    @Test
    void anOfficerRegistersTheOwnUnitsOnly() {
        province.otherOfficer()
                .posts("/registrations", Province.registration(province.launchedCampaign(), province.department()))
                .then()
                .statusCode(403)
                .body("type", endsWith(":outside-your-units"));
    }

    @Test
    void oneRegistrationPerYearAndSubject() {
        var campaign = province.launchedCampaign();
        var ofUnit = Province.registration(campaign, province.department());
        var ofPerson = Province.registration(
                campaign, province.department(), province.member().id());
        province.officer().posts("/registrations", ofUnit).then().statusCode(201);
        province.officer().posts("/registrations", ofPerson).then().statusCode(201);

        province.officer()
                .posts("/registrations", ofUnit)
                .then()
                .statusCode(409)
                .body("type", endsWith(":already-registered"));
        province.officer().posts("/registrations", ofPerson).then().statusCode(409);
    }

    @Test
    void onlyALaunchedCampaignIsRegisteredFor() {
        for (var campaign : List.of(province.approvedCampaign(), province.closedCampaign())) {
            province.officer()
                    .posts("/registrations", Province.registration(campaign, province.department()))
                    .then()
                    .statusCode(409)
                    .body("type", endsWith(":campaign-not-open"));
        }
    }

    @Test
    void whatIsNotYetKnownIsAskedForAgain() {
        var campaign = province.launchedCampaign();
        var everywhere = world.somebody("Nông Văn Khắp", "EMULATION_OFFICER", null);

        everywhere
                .posts("/registrations", Province.registration(campaign, UUID.fromString(World.newId())))
                .then()
                .statusCode(503)
                .header("Retry-After", equalTo("2"));
        everywhere
                .posts(
                        "/registrations",
                        Province.registration(campaign, province.department(), UUID.fromString(World.newId())))
                .then()
                .statusCode(503);
    }

    @Test
    void anEndedUnitRegistersForTheTimeItExisted() {
        var campaign = province.launchedCampaign();
        var ended = units.endedUnit("Xã Quang Trọng", province.department(), LocalDate.of(2026, 7, 1));
        var everywhere = world.somebody("Nông Văn Khắp", "EMULATION_OFFICER", null);
        var body = Province.registration(campaign, ended);

        everywhere.posts("/registrations", body).then().statusCode(422).body("type", endsWith(":unit-not-existing"));
        body.put("registeredOn", "2026-06-30");
        everywhere.posts("/registrations", body).then().statusCode(201);
    }

    @ParameterizedTest
    @CsvSource({
        "year, hai nghìn, 400, /year",
        "registeredOn, 2999-01-01, 422, /registeredOn",
        "person, x, 400, /person",
        "status, CONFIRMED, 400, /status",
    })
    void badInputIsPointedAt(String field, String value, int status, String pointer) {
        var body = Province.registration(province.launchedCampaign(), province.department());
        body.put(field, value);

        province.officer()
                .posts("/registrations", body)
                .then()
                .statusCode(status)
                .body("errors.pointer", hasItem(pointer));
    }

    @ParameterizedTest
    @CsvSource({"2025, 422", "2027, 422", "1800, 400"})
    void theYearLiesInTheCampaign(int year, int status) {
        var body = Province.registration(province.launchedCampaign(), province.department());
        body.put("year", year);

        province.officer()
                .posts("/registrations", body)
                .then()
                .statusCode(status)
                .body("errors.pointer", hasItem("/year"));
    }

    @Test
    void aTitleIsACode() {
        var body = Province.registration(province.launchedCampaign(), province.department());
        body.put("titlesAimedAt", List.of("LDTT", "lao động tiên tiến"));

        province.officer()
                .posts("/registrations", body)
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/titlesAimedAt/1"));
    }

    @Test
    void onesOwnAreSeenAndThoseOfOnesUnits() {
        var id = province.draftRegistration();

        province.member().calls().get("/registrations").then().statusCode(200).body("items.id", contains(id));
        province.confirmer()
                .calls()
                .get("/registrations/" + id)
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("person.displayName", equalTo("Nông Thị Hoa"));
        var colleague = world.somebody("Lục Thị Bạn", "MEMBER", province.department());
        colleague.calls().get("/registrations").then().statusCode(200).body("items", empty());
        for (var stranger : List.of(colleague, province.otherOfficer())) {
            stranger.calls()
                    .get("/registrations/" + id)
                    .then()
                    .statusCode(404)
                    .body("type", endsWith(":registration-not-found"));
        }
    }

    @Test
    void somebodyElsesPersonIsAsUnknownAsNobody() {
        var campaign = province.launchedCampaign();
        var theirs = units.person("Bế Thị Người");
        var ours = units.person("Nông Thị Ta");
        units.hear(TestUnits.membershipEvent(theirs, province.other()), 1);
        units.hear(TestUnits.membershipEvent(ours, province.department()), 1);

        for (var person : List.of(theirs, UUID.randomUUID())) {
            province.officer()
                    .posts("/registrations", Province.registration(campaign, province.department(), person))
                    .then()
                    .statusCode(503)
                    .body("type", endsWith(":not-yet-known"))
                    .body("person", nullValue());
        }
        province.officer()
                .posts("/registrations", Province.registration(campaign, province.department(), ours))
                .then()
                .statusCode(201)
                .body("person.displayName", equalTo("Nông Thị Ta"));
    }

    @Test
    void whatACellRegistersIsReadAlongThePartysLineOnly() {
        var committee = units.unit("Đảng ủy Khối", "UPPER_PARTY_COMMITTEE", "PARTY", null, null, null);
        var cell = units.standing(
                "Chi bộ Văn phòng", "PARTY_CELL", Map.of("PARTY", committee, "ADMINISTRATIVE", province.department()));
        var secretary = world.somebody("Cán bộ Khối", "EMULATION_OFFICER", committee);
        var body = Province.registration(province.launchedCampaign(), cell);
        province.officer().posts("/registrations", body).then().statusCode(403);
        String id = secretary
                .posts("/registrations", body)
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        secretary.calls().get("/registrations").then().statusCode(200).body("items.id", contains(id));
        for (var stranger : List.of(province.officer(), province.confirmer())) {
            stranger.calls()
                    .queryParam("unit", cell)
                    .queryParam("total", true)
                    .get("/registrations")
                    .then()
                    .statusCode(200)
                    .body("items", empty())
                    .body("total", equalTo(0));
            stranger.calls().get("/registrations/" + id).then().statusCode(404);
        }
    }

    @Test
    void whoeverWroteItDownReadsItNoLongerThanTheirGrant() {
        var officer = world.somebody("Hoàng Văn Cũ", "EMULATION_OFFICER", province.department());
        var body = Province.registration(
                province.launchedCampaign(),
                province.department(),
                province.member().id());
        String id = officer.posts("/registrations", body)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        officer.calls().get("/registrations/" + id).then().statusCode(200);

        world.moved(officer, "EMULATION_OFFICER", province.other());

        await().untilAsserted(() ->
                officer.calls().get("/registrations").then().statusCode(200).body("items", empty()));
        officer.calls()
                .queryParam("total", true)
                .get("/registrations")
                .then()
                .statusCode(200)
                .body("total", equalTo(0));
        officer.calls()
                .get("/registrations/" + id)
                .then()
                .statusCode(404)
                .body("type", endsWith(":registration-not-found"));
        officer.calls().get("/registrations/" + id + "/timeline").then().statusCode(404);
        officer.acts("/registrations/" + id, "submit").then().statusCode(404);
        province.member().calls().get("/registrations").then().statusCode(200).body("items.id", contains(id));
    }

    @Test
    void listsAreFiltered() {
        var id = province.submittedRegistration();
        String campaign = province.officer().calls().get("/registrations/" + id).path("campaign.id");

        found("campaign", campaign, List.of(id));
        found("unit", province.department(), List.of(id));
        found("unit", province.other(), List.of());
        found("within", province.root(), List.of(id));
        found("within", province.other(), List.of());
        found("person", province.member().id(), List.of(id));
        found("year", 2026, List.of(id));
        found("year", 2025, List.of());
        found("status", "SUBMITTED", List.of(id));
        found("status", "DRAFT", List.of());
        found("updatedSince", "2999-01-01T00:00:00Z", List.of());
        province.confirmer()
                .calls()
                .queryParam("within", province.root())
                .queryParam("line", "PARTY")
                .queryParam("total", true)
                .get("/registrations")
                .then()
                .body("items", empty())
                .body("total", equalTo(0));
    }

    @Test
    void registrationsOfPredecessorsAreFoundFromTheSuccessor() {
        var old = units.unit("Xã Quang Trọng", province.department());
        String id = province.officer()
                .posts("/registrations", Province.registration(province.launchedCampaign(), old))
                .path("id");
        var successor = units.successorOf(old, "Xã Minh Khai", province.department(), LocalDate.of(2026, 7, 1));

        province.confirmer()
                .calls()
                .queryParam("unit", successor)
                .queryParam("predecessors", true)
                .get("/registrations")
                .then()
                .body("items.id", contains(id))
                .body("items[0].unit.name", equalTo("Xã Quang Trọng"));
        found("unit", successor, List.of());
    }

    private void found(String name, Object value, List<String> ids) {
        province.confirmer()
                .calls()
                .queryParam(name, value)
                .get("/registrations")
                .then()
                .statusCode(200)
                .body("items.id", equalTo(ids));
    }
}
