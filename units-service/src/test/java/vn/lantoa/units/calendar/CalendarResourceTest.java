package vn.lantoa.units.calendar;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static vn.lantoa.units.UnitsFixture.BASE;
import static vn.lantoa.units.UnitsFixture.admin;
import static vn.lantoa.units.UnitsFixture.as;
import static vn.lantoa.units.UnitsFixture.caller;
import static vn.lantoa.units.UnitsFixture.get;
import static vn.lantoa.units.UnitsFixture.query;
import static vn.lantoa.units.UnitsFixture.root;
import static vn.lantoa.units.UnitsFixture.unique;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lantoa.testsupport.LanToaServices;

@QuarkusTest
@WithTestResource(LanToaServices.class)
class CalendarResourceTest {
    private static final AtomicInteger YEARS = new AtomicInteger(2100);

    @Test
    void theYearsTwentyOneToTwentySevenCome() {
        get("/calendar/years").statusCode(200).body("items.year", hasItems(2021, 2022, 2023, 2024, 2025, 2026, 2027));
        get("/calendar/holidays?year=2025")
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("status", equalTo("DECIDED"))
                .body("days.find { it.day == '2025-05-02' }.kind", equalTo("SWAPPED_OFF"))
                .body("days.find { it.day == '2025-04-26' }.kind", equalTo("SWAPPED_WORK"))
                .body(
                        "days.find { it.day == '2025-05-02' }.decision",
                        equalTo("Công văn 8726/VPCP-KGVX ngày 26/11/2024"));
        get("/calendar/holidays?year=2027")
                .body("status", equalTo("PROVISIONAL"))
                .body("days.findAll { it.day.startsWith('2027-02') }.confidence", hasItem("UNCONFIRMED"));
    }

    @ParameterizedTest
    @CsvSource({
        "2021-02-09, 1, 2021-02-17", // Tết 10–16 February
        "2022-01-28, 1, 2022-02-07",
        "2022-08-31, 1, 2022-09-05",
        "2023-01-19, 1, 2023-01-27",
        "2023-04-28, 1, 2023-05-04", // Hùng Kings, Victory and Labour Day in one
        "2023-08-31, 1, 2023-09-05",
        "2024-02-07, 1, 2024-02-15",
        "2024-04-26, 1, 2024-05-02",
        "2024-05-03, 1, 2024-05-04", // a Saturday worked in exchange
        "2025-01-24, 1, 2025-02-03",
        "2025-04-25, 4, 2025-05-05",
        "2026-02-13, 1, 2026-02-23",
        "2025-12-31, 1, 2026-01-05",
        "2025-05-05, -4, 2025-04-25",
        "2025-05-03, 0, 2025-05-03"
    })
    void theDaysAreThoseThatWereDecided(String from, int add, String to) {
        workingDays("from", from, "add", add)
                .statusCode(200)
                .body("to", equalTo(to))
                .body("workingDays", equalTo(add));
        if (add != 0) {
            workingDays("from", from, "to", to).statusCode(200).body("workingDays", equalTo(add));
        }
    }

    @Test
    void anAnswerSaysWhyAndWhetherItMayChange() {
        workingDays("from", "2025-04-25", "add", 8)
                .body("to", equalTo("2025-05-09"))
                .body("provisional", equalTo(false))
                .body("exceptions.day", equalTo(List.of("2025-04-26", "2025-04-30", "2025-05-01", "2025-05-02")))
                .body("exceptions[3].nameVi", equalTo("Nghỉ hoán đổi với ngày 26/4"));
        workingDays("from", "2026-12-28", "add", 10).body("provisional", equalTo(true));
    }

    @Test
    void aYearThatIsNotLoadedIsSaidAndNeverGuessed() {
        get("/calendar/holidays?year=1999").statusCode(404).body("type", endsWith(":calendar-year-not-loaded"));
        workingDays("from", "2020-12-31", "add", 1).statusCode(200);
        workingDays("from", "2021-01-01", "add", -1)
                .statusCode(422)
                .body("type", endsWith(":invalid-working-days"))
                .body("errors[0].pointer", equalTo("?add"))
                .body("errors[0].detail", containsString("2020"));
        workingDays("from", "2026-01-01", "to", "2090-01-01").statusCode(422).body("errors[0].pointer", equalTo("?to"));
    }

    @Test
    void whatIsAskedMustHaveAMeaning() {
        workingDays("from", "2025-01-01", "from", "2025-01-01")
                .statusCode(422)
                .body("errors[0].code", equalTo("add-or-to"));
        admin().get("/calendar/working-days?from=2025-01-01&add=1&to=2025-02-01")
                .then()
                .statusCode(422);
        workingDays("from", "2025-02-30", "add", 1).statusCode(400);
        workingDays("from", "2025-01-01", "add", 2001).statusCode(400);
        given().basePath(BASE)
                .get("/calendar/working-days?from=2025-01-01&add=1")
                .then()
                .statusCode(401);
        as(unique("dân")).get("/calendar/holidays?year=2025").then().statusCode(200);
    }

    @Test
    void anAdministratorEntersAYearAndChangesIt() {
        int year = YEARS.incrementAndGet();
        var entered = put(year, null, content("PROVISIONAL", day(year + "-09-02", "HOLIDAY")))
                .statusCode(201)
                .header("Location", endsWith("/calendar/holidays?year=" + year))
                .body("status", equalTo("PROVISIONAL"))
                .body("days", hasSize(1));
        var id = UUID.fromString(entered.extract().path("id"));
        var decided = content("DECIDED", day(year + "-09-02", "HOLIDAY"), day(year + "-09-03", "HOLIDAY"));

        put(year, null, decided).statusCode(428);
        put(year, "\"99\"", decided).statusCode(412);
        put(year, entered.extract().header("ETag"), decided)
                .statusCode(200)
                .body("status", equalTo("DECIDED"))
                .body("days.day", equalTo(List.of(year + "-09-02", year + "-09-03")));

        assertThat(query("SELECT count(*) FROM audit_entry WHERE entity_id = ? AND action = 'calendar.decide'", id))
                .isEqualTo("2");
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> get("/events?subject={id}", id)
                        .body("items", hasSize(2))
                        .body("items[1].type", equalTo("vn.lantoa.units.calendar.decided.v1"))
                        .body("items[1].data.state.year", equalTo(year))
                        .body("items[1].data.state.days", hasSize(2))
                        .body("items[1].data.state.days[1].working", equalTo(false)));
        admin().body(Map.of("kind", "calendar", "id", id))
                .post("/admin/announcements")
                .then()
                .statusCode(202)
                .body("announced", equalTo(1));
    }

    @Test
    void aCalendarWithoutMeaningIsRefusedWithEachDay() {
        int year = YEARS.incrementAndGet();
        put(
                        year,
                        null,
                        content(
                                "DECIDED",
                                day((year + 1) + "-09-02", "HOLIDAY"),
                                day(year + "-09-02", "HOLIDAY"),
                                day(year + "-09-02", "HOLIDAY"),
                                day(saturday(year), "SWAPPED_OFF"),
                                day(monday(year), "SWAPPED_WORK")))
                .statusCode(422)
                .body("type", endsWith(":invalid-calendar"))
                .body(
                        "errors.code",
                        equalTo(List.of(
                                "day-of-another-year", "day-twice", "day-is-rest-already", "day-is-worked-already")));
        get("/calendar/holidays?year={year}", year).statusCode(404);
    }

    @Test
    void onlyWhoMayDoItEverywhereEntersACalendar() {
        int year = YEARS.incrementAndGet();
        var body = content("DECIDED");
        var subject = unique("lịch").replace(' ', '-');
        caller(subject, "ADMINISTRATOR", root("ADMINISTRATIVE"))
                .body(body)
                .put("/calendar/years/" + year)
                .then()
                .statusCode(403);
        caller(unique("cán-bộ").replace(' ', '-'), "EMULATION_OFFICER", null)
                .body(body)
                .put("/calendar/years/" + year)
                .then()
                .statusCode(403);
    }

    private static String saturday(int year) {
        var day = java.time.LocalDate.of(year, 3, 1);
        return day.with(java.time.temporal.TemporalAdjusters.next(java.time.DayOfWeek.SATURDAY))
                .toString();
    }

    private static String monday(int year) {
        var day = java.time.LocalDate.of(year, 3, 1);
        return day.with(java.time.temporal.TemporalAdjusters.next(java.time.DayOfWeek.MONDAY))
                .toString();
    }

    @SafeVarargs
    private static Map<String, ?> content(String status, Map<String, String>... days) {
        return Map.of("status", status, "days", List.of(days));
    }

    private static Map<String, String> day(String day, String kind) {
        return Map.of(
                "day",
                day,
                "kind",
                kind,
                "nameVi",
                "Quốc khánh",
                "nameEn",
                "National Day",
                "decision",
                "SAMPLE-1/TB-BNV",
                "confidence",
                "CONFIRMED");
    }

    private static ValidatableResponse put(int year, String ifMatch, Map<String, ?> body) {
        var request = admin().body(body);
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.put("/calendar/years/" + year).then();
    }

    private static ValidatableResponse workingDays(String one, Object first, String other, Object second) {
        return admin().queryParam(one, first)
                .queryParam(other, second)
                .get("/calendar/working-days")
                .then();
    }
}
