package vn.lantoa.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.events.Act;
import vn.lantoa.events.campaigns.ConfidentialRegistrationRecorded;
import vn.lantoa.events.campaigns.RegistrationConfirmed;
import vn.lantoa.events.campaigns.RegistrationState;
import vn.lantoa.knownunits.KnownMemberships;
import vn.lantoa.recognition.World.Province;
import vn.lantoa.rest.Ids;
import vn.lantoa.testsupport.LanToaServices;
import vn.lantoa.testsupport.Relayed;
import vn.lantoa.workingdays.WorkingDays;
import vn.lantoa.workingdays.YearNotLoadedException;

/** What this service knows of campaigns and reorganisations comes from their events, and what it does is told to others. */
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

    @BeforeEach
    void aProvince() {
        province = world.province();
    }

    @Test
    void aConfirmedRegistrationIsAFact() {
        province.rated("HTT", 2024);
        eligible().body("verdict", equalTo("UNKNOWN"));

        Relayed.send("campaigns", registration("CONFIRMED"), mapper);

        await().untilAsserted(() -> eligible().body("verdict", equalTo("MET")));
    }

    /** It comes on the restricted topic only, and counts towards what the person is eligible for. */
    @Test
    void aRegistrationAtAConfidentialUnitIsAFactToo() {
        province.rated("HTT", 2024);
        eligible().body("verdict", equalTo("UNKNOWN"));
        var confirmed = registration("CONFIRMED");

        units.hear(new ConfidentialRegistrationRecorded(confirmed.subject(), confirmed.change(), confirmed.state()), 3);

        eligible().body("verdict", equalTo("MET"));
    }

    @Test
    void anOlderStateIsIgnored() {
        province.rated("HTT", 2024);
        var confirmed = registration("CONFIRMED");
        var returned = new RegistrationConfirmed(
                confirmed.subject(),
                confirmed.change(),
                new RegistrationState(
                        confirmed.subject(),
                        confirmed.state().campaign(),
                        province.department(),
                        province.worker(),
                        2024,
                        "RETURNED",
                        List.of(),
                        null));
        units.hear(confirmed, 3);
        units.hear(returned, 2);

        eligible().body("verdict", equalTo("MET"));
    }

    @Test
    void whatIsOnlyDraftedIsUnknownToWhoeverMayNotDraftIt() {
        province.drafted(province.commendation("GK_XA", province.commune(), LocalDate.of(2025, 6, 2)));
        var reorganisation = units.reorganisation(LocalDate.of(2027, 7, 1), province.commune());

        for (var id : List.of(reorganisation, Ids.next())) {
            province.agency()
                    .calls()
                    .queryParam("reorganisation", id)
                    .get("/reorganisation-impacts")
                    .then()
                    .statusCode(503)
                    .body("type", endsWith(":not-yet-known"))
                    .body("documentNumber", nullValue());
        }
        world.somebody("Nông Văn Trị", "ADMINISTRATOR", null)
                .calls()
                .queryParam("reorganisation", reorganisation)
                .get("/reorganisation-impacts")
                .then()
                .statusCode(200)
                .body("status", equalTo("DRAFT"))
                .body("units[0].openNominations", equalTo(1));
    }

    @Test
    void aReorganisationTouchesWhatIsOpenHere() {
        province.drafted(province.commendation("GK_XA", province.commune(), LocalDate.of(2025, 6, 2)));
        var reorganisation = Ids.next();
        units.hear(
                TestUnits.reorganisationEvent(reorganisation, "ENACTED", LocalDate.of(2027, 7, 1), province.commune()),
                1);

        province.agency()
                .calls()
                .queryParam("reorganisation", reorganisation)
                .get("/reorganisation-impacts")
                .then()
                .statusCode(200)
                .body("units.unitName", hasItems("Xã Quang Trọng"))
                .body("units[0].openNominations", equalTo(1));
        world.somebody("Lý Văn Xa", "EMULATION_OFFICER", province.district())
                .calls()
                .queryParam("reorganisation", reorganisation)
                .get("/reorganisation-impacts")
                .then()
                .statusCode(200)
                .body("units", hasSize(0));
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
    void whatAnEndedUnitLeftOpenIsInTheInboxOfItsHeir() {
        var today = LocalDate.now(clock);
        var left = province.drafted(province.commendation("GK_XA", province.commune(), today));
        units.ends(province.commune(), "Xã Quang Trọng", "COMMUNE", province.root(), today);
        var heir = units.successorOf(province.commune(), "Xã Minh Khai", province.root(), today);
        var stranger = world.somebody("Lý Văn Lạ", "EMULATION_OFFICER", units.unit("Xã Canh Tân", province.root()));
        var officer = world.somebody("Nông Văn Mới", "EMULATION_OFFICER", heir);

        units.hear(TestUnits.tookEffectEvent(Ids.next(), today, province.commune()), 1);

        officer.calls().get("/nominations").then().statusCode(200).body("items.id", contains(left));
        stranger.calls().get("/nominations").then().statusCode(200).body("items", hasSize(0));
        officer.calls().get("/nominations/" + left).then().statusCode(200);
        stranger.calls().get("/nominations/" + left).then().statusCode(404);
    }

    @Test
    void ofSeveralSuccessorsTheNamedHeirHasTheInbox() {
        var today = LocalDate.now(clock);
        var left = province.drafted(province.commendation("GK_XA", province.commune(), today));
        units.ends(province.commune(), "Xã Quang Trọng", "COMMUNE", province.root(), today);
        var heir = units.partOf(province.commune(), "Xã Minh Khai", province.root(), today, true);
        var other = units.partOf(province.commune(), "Xã Canh Tân", province.root(), today, false);
        var officer = world.somebody("Nông Văn Mới", "EMULATION_OFFICER", heir);
        var neighbour = world.somebody("Lý Văn Lạ", "EMULATION_OFFICER", other);

        officer.calls().get("/nominations").then().statusCode(200).body("items.id", contains(left));
        officer.calls().get("/nominations/" + left).then().statusCode(200);
        neighbour.calls().get("/nominations").then().statusCode(200).body("items", hasSize(0));
        neighbour.calls().get("/nominations/" + left).then().statusCode(404);
    }

    @Test
    void ofSeveralSuccessorsWithoutAnHeirEachIsResponsible() {
        var today = LocalDate.now(clock);
        var left = province.drafted(province.commendation("GK_XA", province.commune(), today));
        units.ends(province.commune(), "Xã Quang Trọng", "COMMUNE", province.root(), today);
        units.partOf(province.commune(), "Xã Minh Khai", province.root(), today, false);
        var other = units.partOf(province.commune(), "Xã Canh Tân", province.root(), today, false);

        world.somebody("Lý Văn Lạ", "EMULATION_OFFICER", other)
                .calls()
                .get("/nominations/" + left)
                .then()
                .statusCode(200);
    }

    @Test
    void whoBelongsWhereIsKnownFromTheEvent() {
        var person = Ids.next();
        var unit = Ids.next();

        Relayed.send("units", TestUnits.membershipEvent(person, unit), mapper);

        await().untilAsserted(() -> assertThat(memberships.belongs(person, unit, null, LocalDate.now(clock)))
                .isTrue());
    }

    @Test
    void aPartOfALongReorganisationCountsWithUnitsThatOnlyChange() {
        province.drafted(province.commendation("GK_XA", province.commune(), LocalDate.of(2025, 6, 2)));
        var day = LocalDate.of(2027, 7, 1);
        var reorganisation = Ids.next();
        units.hear(TestUnits.reorganisationEvent(reorganisation, "ENACTED", day), 1);
        units.hear(TestUnits.reorganisationPart(reorganisation, 1, day, List.of(), List.of(province.commune())), 1);

        province.agency()
                .calls()
                .queryParam("reorganisation", reorganisation)
                .get("/reorganisation-impacts")
                .then()
                .statusCode(200)
                .body("units.unitName", hasItems("Xã Quang Trọng"))
                .body("units[0].ends", equalTo(false));
    }

    @Test
    void whatHappensHereIsToldInTheFeed() {
        var id = province.drafted(province.proposal("LDTT"));

        await().untilAsserted(() -> province.agency()
                .calls()
                .queryParam("limit", 200)
                .get("/events")
                .then()
                .statusCode(200)
                .body(containsString(id)));
    }

    private ValidatableResponse eligible() {
        return province.agency()
                .calls()
                .queryParam("awardType", "LDTT")
                .queryParam("unit", province.department())
                .queryParam("person", province.worker())
                .queryParam("year", 2024)
                .queryParam("statement", "SPIRIT")
                .get("/eligibility")
                .then()
                .statusCode(200);
    }

    private RegistrationConfirmed registration(String status) {
        UUID id = Ids.next();
        return new RegistrationConfirmed(
                id,
                new Act("confirm", Instant.now(), null, null),
                new RegistrationState(
                        id, Ids.next(), province.department(), province.worker(), 2024, status, List.of("LDTT"), null));
    }
}
