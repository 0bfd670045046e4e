package vn.lantoa.units.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static vn.lantoa.units.ReorganisationFixture.draft;
import static vn.lantoa.units.ReorganisationFixture.enact;
import static vn.lantoa.units.ReorganisationFixture.merge;
import static vn.lantoa.units.UnitsFixture.get;
import static vn.lantoa.units.UnitsFixture.id;
import static vn.lantoa.units.UnitsFixture.query;
import static vn.lantoa.units.UnitsFixture.register;
import static vn.lantoa.units.UnitsFixture.root;
import static vn.lantoa.units.UnitsFixture.unique;
import static vn.lantoa.units.UnitsFixture.unitUnder;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.testsupport.LanToaServices;

/** Units that begin or end by themselves on a day are told on it, once. */
@QuarkusTest
@WithTestResource(LanToaServices.class)
class UnitDaysTest {
    private static final String BEGAN = "vn.lantoa.units.unit.began.v1";
    private static final String LAPSED = "vn.lantoa.units.unit.lapsed.v1";

    @Inject
    Units units;

    @Inject
    Lineages lineages;

    @Inject
    UnitJournal journal;

    @Inject
    DataSource database;

    @Inject
    Clock clock;

    private LocalDate today;
    private UUID province;

    /** The days of these tests are still to come: others may ask for them again. */
    @BeforeEach
    @AfterEach
    void toldUpToToday() {
        today = LocalDate.now(clock);
        province = root("ADMINISTRATIVE");
        query(
                "WITH reset AS (UPDATE unit_day SET told_day = ?, told_unit = 'ffffffff-ffff-ffff-ffff-ffffffffffff'"
                        + " RETURNING 1) SELECT count(*) FROM reset",
                today);
    }

    @Test
    void aUnitRegisteredAheadBeginsAndEndsAtMidnightInTheProvince() {
        var first = today.plusDays(2);
        var over = today.plusDays(4);
        var unit = registered(first, over);

        at(first.minusDays(1), 23).dayChanged();
        assertThat(told(unit)).isEmpty();
        at(first, 0).dayChanged();
        assertThat(told(unit)).isEqualTo(BEGAN);
        at(over.minusDays(1), 23).dayChanged();
        assertThat(told(unit)).isEqualTo(BEGAN);
        at(over, 0).dayChanged();
        at(over, 1).dayChanged();

        assertThat(told(unit)).isEqualTo(BEGAN + " " + LAPSED);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> get("/events?subject={id}", unit)
                        .body("items.aggregateversion", contains(1, 2, 3))
                        .body("items[1].data.change.act", equalTo("unit.begin"))
                        .body("items[1].data.change.effectiveOn", equalTo(first.toString()))
                        .body("items[2].data.state.validTo", equalTo(over.toString())));
        assertThat(query(
                        "SELECT string_agg(action, ' ' ORDER BY action) FROM audit_entry WHERE entity_id = ?"
                                + " AND action IN ('unit.begin', 'unit.lapse')",
                        unit))
                .isEqualTo("unit.begin unit.lapse");
    }

    @Test
    void whateverMidnightsWentByUnseenAreToldLaterAndOnceByHoweverManyReplicas() throws Exception {
        var units = List.of(
                registered(today.plusDays(1), today.plusDays(2)),
                registered(today.plusDays(1), null),
                registered(null, today.plusDays(2)));
        Callable<Void> replica = () -> {
            at(today.plusDays(3), 9).dayChanged();
            return null;
        };

        try (var replicas = Executors.newFixedThreadPool(4)) {
            for (var seen : replicas.invokeAll(List.of(replica, replica, replica, replica))) {
                seen.get();
            }
        }
        replica.call();

        assertThat(units).extracting(UnitDaysTest::told).containsExactly(BEGAN + " " + LAPSED, BEGAN, LAPSED);
    }

    @Test
    void whatAReorganisationBeginsAndEndsIsToldByIt() {
        var day = today.plusDays(1);
        var sources = List.of(unitUnder(province, unique("Xã")), unitUnder(province, unique("Xã")));
        var drafted = draft(day.toString(), merge(unique("Xã"), null, province, sources));
        enact(drafted).statusCode(200);
        var merged = UUID.fromString(
                get("/units/{id}/lineage", sources.getFirst()).extract().path("steps[0].successor"));

        at(day, 0).dayChanged();

        assertThat(List.of(merged, sources.getFirst(), sources.getLast()))
                .allSatisfy(unit -> assertThat(told(unit)).isEmpty());
    }

    @Test
    void whatIsRegisteredForAPastDayIsToldByItsRegistration() {
        var unit = registered(today.minusYears(3), today.minusYears(1));

        at(today.plusDays(1), 0).dayChanged();

        assertThat(told(unit)).isEmpty();
    }

    /** As another replica of the service, at another time. */
    private UnitDays at(LocalDate day, int hour) {
        var time = Clock.fixed(day.atTime(hour, 0).atZone(clock.getZone()).toInstant(), clock.getZone());
        return new UnitDays(units, lineages, journal, database, time);
    }

    private UUID registered(@Nullable LocalDate from, @Nullable LocalDate to) {
        var body = new HashMap<String, Object>(Map.of(
                "name",
                unique("Ban chỉ đạo"),
                "kind",
                "COMMUNE",
                "sector",
                "STATE",
                "placements",
                List.of(Map.of("line", "ADMINISTRATIVE", "parent", province))));
        if (from != null) {
            body.put("validFrom", from.toString());
        }
        if (to != null) {
            body.put("validTo", to.toString());
        }
        return id(register(body));
    }

    private static String told(UUID unit) {
        return query("""
                SELECT coalesce(string_agg(type, ' ' ORDER BY version), '')
                FROM (SELECT type, aggregate_version AS version FROM event_log WHERE subject = ?
                      UNION SELECT type, aggregate_version FROM outbox WHERE subject = ?) AS e
                WHERE type IN ('vn.lantoa.units.unit.began.v1', 'vn.lantoa.units.unit.lapsed.v1')
                """, unit, unit);
    }
}
