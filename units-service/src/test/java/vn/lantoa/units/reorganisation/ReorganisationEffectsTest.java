package vn.lantoa.units.reorganisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static vn.lantoa.units.ReorganisationFixture.draft;
import static vn.lantoa.units.ReorganisationFixture.enact;
import static vn.lantoa.units.ReorganisationFixture.merge;
import static vn.lantoa.units.UnitsFixture.get;
import static vn.lantoa.units.UnitsFixture.query;
import static vn.lantoa.units.UnitsFixture.root;
import static vn.lantoa.units.UnitsFixture.unique;
import static vn.lantoa.units.UnitsFixture.unitUnder;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import vn.lantoa.audit.Audit;
import vn.lantoa.testsupport.LanToaServices;

/** The day on which a reorganisation takes effect is said once. */
@QuarkusTest
@WithTestResource(LanToaServices.class)
class ReorganisationEffectsTest {
    private static final String TOOK_EFFECT = "vn.lantoa.units.reorganisation.took-effect.v1";

    @Inject
    Reorganisations reorganisations;

    @Inject
    Audit audit;

    @Inject
    TellReorganisation telling;

    @Inject
    DataSource database;

    @Inject
    Clock clock;

    @Test
    void aFutureReorganisationTakesEffectAtMidnightInTheProvince() {
        var day = LocalDate.now(clock).plusDays(2);
        var id = enacted(day);
        var midnight = day.atStartOfDay(clock.getZone()).toInstant();
        assertThat(told(id)).isZero();

        at(Clock.fixed(midnight.minusMillis(1), clock.getZone())).dayChanged();
        assertThat(told(id)).isZero();

        at(Clock.fixed(midnight, clock.getZone())).dayChanged();
        assertThat(told(id)).isEqualTo(1);
    }

    @Test
    void whateverMidnightWentByUnseenIsToldLaterAndOnceByHoweverManyReplicas() throws Exception {
        var day = LocalDate.now(clock).plusDays(1);
        var ids = List.of(enacted(day), enacted(day), enacted(day));
        var late = Clock.fixed(
                day.plusDays(1).atTime(9, 30).atZone(clock.getZone()).toInstant(), clock.getZone());
        Callable<Void> replica = () -> {
            at(late).dayChanged();
            return null;
        };

        try (var replicas = Executors.newFixedThreadPool(4)) {
            for (var seen : replicas.invokeAll(List.of(replica, replica, replica, replica))) {
                seen.get();
            }
        }
        at(late).dayChanged();

        assertThat(ids).allSatisfy(id -> assertThat(told(id)).isEqualTo(1));
    }

    @Test
    void aPastReorganisationTakesEffectAtOnceAndSaysWhatEndsAndBegins() {
        var id = enacted(LocalDate.now(clock).minusDays(30));

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> get("/events?subject={id}", id)
                        .body("items.size()", equalTo(3))
                        .body("items[2].type", equalTo(TOOK_EFFECT))
                        .body("items[2].data.change.by", nullValue())
                        .body("items[2].data.state.ending.size()", equalTo(2))
                        .body("items[2].data.state.beginning.size()", equalTo(1)));
        at(clock).dayChanged();
        assertThat(told(id)).isEqualTo(1);
        assertThat(query(
                        "SELECT count(*) FROM audit_entry WHERE action = 'reorganisation.take-effect' AND entity_id = ?",
                        id))
                .isEqualTo("1");
    }

    @Test
    void aDraftTakesNoEffect() {
        var drafted = drafted(LocalDate.now(clock).minusDays(30));

        at(clock).dayChanged();

        assertThat(told(UUID.fromString(drafted.extract().path("id")))).isZero();
    }

    /** As another replica of the service, at another time. */
    private ReorganisationEffects at(Clock time) {
        return new ReorganisationEffects(reorganisations, audit, telling, database, time);
    }

    private static UUID enacted(LocalDate day) {
        var drafted = drafted(day);
        enact(drafted).statusCode(200);
        return UUID.fromString(drafted.extract().path("id"));
    }

    private static io.restassured.response.ValidatableResponse drafted(LocalDate day) {
        var parent = root("ADMINISTRATIVE");
        return draft(
                day.toString(),
                merge(
                        unique("Xã"),
                        null,
                        parent,
                        List.of(unitUnder(parent, unique("Xã")), unitUnder(parent, unique("Xã")))));
    }

    private static int told(UUID id) {
        return Integer.parseInt(query(
                "SELECT (SELECT count(*) FROM event_log WHERE subject = ? AND type = ?)"
                        + " + (SELECT count(*) FROM outbox WHERE subject = ? AND type = ?)",
                id,
                TOOK_EFFECT,
                id,
                TOOK_EFFECT));
    }
}
