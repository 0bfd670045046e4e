package vn.lantoa.campaigns;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.campaigns.World.Province;
import vn.lantoa.knownunits.KnownMemberships;
import vn.lantoa.rest.Ids;
import vn.lantoa.testsupport.LanToaServices;
import vn.lantoa.testsupport.Person;
import vn.lantoa.testsupport.Relayed;
import vn.lantoa.testsupport.SharedServices;
import vn.lantoa.workingdays.WorkingDays;
import vn.lantoa.workingdays.YearNotLoadedException;

/** What this service knows of units comes from their events. */
@QuarkusTest
@WithTestResource(LanToaServices.class)
class ReplicaTest {
    @Inject
    World world;

    @Inject
    TestUnits units;

    @Inject
    ObjectMapper mapper;

    @Inject
    WorkingDays workingDays;

    @Inject
    Clock clock;

    @Inject
    KnownMemberships memberships;

    Province province;
    Person drafter;

    @BeforeEach
    void aProvince() {
        province = world.province();
        drafter = world.somebody("Nông Văn Trị", "ADMINISTRATOR", null);
    }

    @Test
    void aUnitIsKnownOnceItsEventHasCome() {
        var village = Ids.next();
        var body = Province.registration(province.launchedCampaign(), village);
        province.officer().posts("/registrations", body).then().statusCode(503);

        Relayed.send(
                "units",
                TestUnits.unitEvent(village, "Xóm Hồng Sơn", province.department(), null, null, List.of(), List.of()),
                mapper);

        await().untilAsserted(() ->
                province.officer().posts("/registrations", body).then().statusCode(201));
    }

    @Test
    void aReorganisationTouchesWhatItsEndingUnitsHaveOpen() {
        var ending = units.unit("Xã Quang Trọng", province.department());
        var untouched = units.unit("Xã Canh Tân", province.department());
        String own = province.officer()
                .posts("/campaigns", Province.campaign(ending))
                .path("id");
        province.officer()
                .posts("/registrations", Province.registration(province.launchedCampaign(), ending))
                .then()
                .statusCode(201);
        province.officer()
                .posts("/registrations", Province.registration(province.launchedCampaign(), untouched))
                .then()
                .statusCode(201);
        var reorganisation = Ids.next();
        impacts(reorganisation).then().statusCode(503).body("type", endsWith(":not-yet-known"));

        Relayed.send(
                "units",
                TestUnits.reorganisationEvent(reorganisation, "DRAFT", LocalDate.of(2027, 7, 1), ending),
                mapper);

        await().untilAsserted(() -> impacts(reorganisation).then().statusCode(200));
        impacts(reorganisation)
                .then()
                .body("documentNumber", equalTo("1657/NQ-UBTVQH15"))
                .body("units", hasSize(1))
                .body("units[0].unit.name", equalTo("Xã Quang Trọng"))
                .body("units[0].openCampaigns", equalTo(1))
                .body("units[0].openRegistrations", equalTo(1))
                .body("campaigns.id", contains(own));
    }

    @Test
    void whatIsOnlyDraftedIsUnknownToWhoeverMayNotDraftIt() {
        var ending = units.unit("Xã Quang Trọng", province.department());
        var reorganisation = units.reorganisation(LocalDate.of(2027, 7, 1), ending);
        var ofAUnit = world.somebody("Bế Thị Trị", "ADMINISTRATOR", province.root());

        for (var reader : List.of(province.member(), province.officer(), ofAUnit)) {
            for (var id : List.of(reorganisation, Ids.next())) {
                touched(reader, id)
                        .statusCode(503)
                        .body("type", endsWith(":not-yet-known"))
                        .body("documentNumber", nullValue());
            }
        }
        touched(drafter, reorganisation).statusCode(200).body("status", equalTo("DRAFT"));
        units.hear(TestUnits.reorganisationEvent(reorganisation, "DROPPED", LocalDate.of(2027, 7, 1), ending), 2);
        touched(province.officer(), reorganisation).statusCode(503);
    }

    @Test
    void draftsOfOthersAreNotShownAmongWhatIsTouched() {
        var ending = units.unit("Xã Quang Trọng", province.department());
        String draft = province.officer()
                .posts("/campaigns", Province.campaign(ending))
                .path("id");
        var reorganisation = Ids.next();
        units.hear(TestUnits.reorganisationEvent(reorganisation, "ENACTED", LocalDate.of(2027, 7, 1), ending), 1);
        var elsewhere = world.somebody("Bế Thị Trị", "ADMINISTRATOR", units.unit("Xã Canh Tân", province.root()));
        var there = world.somebody("Nông Thị Trị", "ADMINISTRATOR", ending);

        elsewhere.calls().get("/campaigns/" + draft).then().statusCode(404);
        touched(elsewhere, reorganisation)
                .statusCode(200)
                .body("campaigns", hasSize(0))
                .body("units", hasSize(0));
        touched(there, reorganisation).statusCode(200).body("campaigns.id", contains(draft));
        given().basePath("/api/campaigns/v1")
                .queryParam("reorganisation", reorganisation)
                .get("/reorganisation-impacts")
                .then()
                .statusCode(401);
    }

    private static ValidatableResponse touched(Person person, UUID reorganisation) {
        return person.calls()
                .queryParam("reorganisation", reorganisation)
                .get("/reorganisation-impacts")
                .then();
    }

    @Test
    void allPartsOfALongReorganisationCountAndUnitsThatOnlyChange() {
        var day = LocalDate.of(2027, 7, 1);
        var ending = units.unit("Xã Quang Trọng", province.department());
        var changing = units.unit("Xã Canh Tân", province.department());
        for (var unit : List.of(ending, changing)) {
            province.officer()
                    .posts("/registrations", Province.registration(province.launchedCampaign(), unit))
                    .then()
                    .statusCode(201);
        }
        var id = Ids.next();
        units.hear(TestUnits.reorganisationEvent(id, "DRAFT", day), 1);
        units.hear(TestUnits.reorganisationPart(id, 1, day, List.of(ending), List.of(changing)), 1);

        impacts(id)
                .then()
                .statusCode(200)
                .body("units", hasSize(2))
                .body("units.find { it.unit.name == 'Xã Quang Trọng' }.ends", equalTo(true))
                .body("units.find { it.unit.name == 'Xã Canh Tân' }.ends", equalTo(false));
    }

    @Test
    void anOlderStateOfAReorganisationIsIgnored() {
        var id = Ids.next();
        units.hear(TestUnits.reorganisationEvent(id, "ENACTED", LocalDate.of(2027, 7, 1)), 2);
        units.hear(TestUnits.reorganisationEvent(id, "DRAFT", LocalDate.of(2027, 7, 1)), 1);

        impacts(id).then().statusCode(200).body("status", equalTo("ENACTED"));
    }

    @Test
    void workingDaysAreCountedByWhatUnitsServiceTells() {
        var calendar = Ids.next();
        var national = LocalDate.of(2093, 9, 2); // a Wednesday

        Relayed.send("units", TestUnits.calendarEvent(calendar, 2093, national), mapper);

        await().untilAsserted(() ->
                assertThat(workingDays.calendar().add(national.minusDays(1), 1)).isEqualTo(national.plusDays(1)));
        assertThatThrownBy(() -> workingDays.calendar().add(LocalDate.of(2093, 12, 31), 1))
                .isInstanceOf(YearNotLoadedException.class);
        units.hear(TestUnits.calendarEvent(calendar, 2093), 3);
        units.hear(TestUnits.calendarEvent(calendar, 2093, national), 2);
        assertThat(workingDays.calendar().isWorkingDay(national)).isTrue();
    }

    @Test
    void whatAnEndedUnitLeftOpenIsItsHeirsWithATrace() {
        var today = LocalDate.now(clock);
        var ending = units.unit("Xã Quang Trọng", province.root());
        var stranger = world.somebody("Lý Văn Lạ", "EMULATION_OFFICER", units.unit("Xã Canh Tân", province.root()));
        String left = world.somebody("Lục Thị Cũ", "EMULATION_OFFICER", ending)
                .posts("/registrations", Province.registration(province.launchedCampaign(), ending))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        units.ends(ending, "Xã Quang Trọng", "COMMUNE", province.root(), today);
        var heir = units.successorOf(ending, "Xã Minh Khai", province.root(), today);
        var officer = world.somebody("Nông Văn Mới", "EMULATION_OFFICER", heir);
        var reorganisation = Ids.next();

        Relayed.send("units", TestUnits.tookEffectEvent(reorganisation, today, ending), mapper);

        officer.calls().get("/registrations").then().statusCode(200).body("items.id", contains(left));
        stranger.calls().get("/registrations").then().statusCode(200).body("items", hasSize(0));
        province.confirmer().calls().get("/registrations").then().body("items.id", hasItem(left));
        officer.calls()
                .get("/registrations/" + left)
                .then()
                .statusCode(200)
                .body("unit.existing", equalTo(false))
                .body("unit.successors.id", contains(heir.toString()));
        stranger.calls().get("/registrations/" + left).then().statusCode(404);
        stranger.acts("/registrations/" + left, "submit").then().statusCode(404);
        officer.acts("/registrations/" + left, "submit").then().statusCode(200);
        await().untilAsserted(() -> assertThat(trace(reorganisation)).contains(ending + " " + heir + " 1"));
    }

    @Test
    void ofSeveralSuccessorsTheNamedHeirHasTheWork() {
        var today = LocalDate.now(clock);
        var ending = units.unit("Huyện Quảng Hòa", province.root());
        String left = world.somebody("Lục Thị Cũ", "EMULATION_OFFICER", ending)
                .posts("/registrations", Province.registration(province.launchedCampaign(), ending))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        units.ends(ending, "Huyện Quảng Hòa", "COMMUNE", province.root(), today);
        var other = world.somebody(
                "Lý Văn Lạ", "EMULATION_OFFICER", units.partOf(ending, "Xã Phục Hòa", province.root(), today, false));
        var heir = units.partOf(ending, "Xã Quảng Uyên", province.root(), today, true);
        var officer = world.somebody("Nông Văn Mới", "EMULATION_OFFICER", heir);

        officer.calls().get("/registrations").then().statusCode(200).body("items.id", contains(left));
        other.calls().get("/registrations").then().statusCode(200).body("items", hasSize(0));
        other.acts("/registrations/" + left, "submit").then().statusCode(404);
        officer.acts("/registrations/" + left, "submit").then().statusCode(200);
    }

    @Test
    void whatAUnitThatEndedByItselfLeftOpenIsWrittenDown() {
        var today = LocalDate.now(clock);
        var lapsing = units.unit("Ban chỉ đạo", province.department());
        province.officer()
                .posts("/registrations", Province.registration(province.launchedCampaign(), lapsing))
                .then()
                .statusCode(201);

        units.lapses(lapsing, "Ban chỉ đạo", province.department(), today);

        assertThat(trace(lapsing)).isEqualTo(lapsing + " 1");
    }

    @Test
    void whoBelongsWhereIsKnownFromTheEvent() {
        var person = Ids.next();
        var unit = Ids.next();

        Relayed.send("units", TestUnits.membershipEvent(person, unit), mapper);

        await().untilAsserted(() -> assertThat(memberships.belongs(person, unit, null, LocalDate.now(clock)))
                .isTrue());
    }

    private static String trace(UUID reorganisation) {
        try (var connection = SharedServices.superuser("campaigns").getConnection();
                var select = connection.prepareStatement("""
                        SELECT concat_ws(' ', after #>> '{units,0,unit}', after #>> '{units,0,heir}',
                                         after #>> '{units,0,openRegistrations}')
                        FROM audit_entry WHERE action = 'work.pass-on' AND entity_id = ?""")) {
            select.setObject(1, reorganisation);
            try (var rows = select.executeQuery()) {
                return rows.next() ? rows.getString(1) : "";
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void impactsAreOfOneReorganisation() {
        province.officer()
                .calls()
                .get("/reorganisation-impacts")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    private io.restassured.response.Response impacts(UUID reorganisation) {
        return drafter.calls().queryParam("reorganisation", reorganisation).get("/reorganisation-impacts");
    }
}
