package vn.lantoa.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.lantoa.units.ReorganisationFixture.draft;
import static vn.lantoa.units.ReorganisationFixture.enact;
import static vn.lantoa.units.ReorganisationFixture.merge;
import static vn.lantoa.units.UnitsFixture.caller;
import static vn.lantoa.units.UnitsFixture.query;
import static vn.lantoa.units.UnitsFixture.root;
import static vn.lantoa.units.UnitsFixture.unique;
import static vn.lantoa.units.UnitsFixture.unitUnder;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lantoa.testsupport.LanToaServices;

/** Whoever reads the feed over a subtree reads of the units that ended in it, too. */
@QuarkusTest
@WithTestResource(LanToaServices.class)
class EventFeedOfEndedUnitsTest {
    private static final String REGISTERED = "vn.lantoa.units.unit.registered.v1";
    private static final String ENDED = "vn.lantoa.units.unit.ended.v1";
    private static final String ESTABLISHED = "vn.lantoa.units.unit.established.v1";

    @Test
    void aUnitMergedAwayIsReadByWhoeverItStoodUnder() {
        var province = root("ADMINISTRATIVE");
        var district = unitUnder(province, unique("Huyện Thạch An"));
        var neighbour = unitUnder(province, unique("Huyện Hòa An"));
        var one = unitUnder(district, unique("Xã Quang Trọng"));
        var two = unitUnder(district, unique("Xã Minh Khai"));
        var merged = UUID.fromString(enact(
                        draft("2025-07-01", merge(unique("Xã Minh Khai"), null, province, List.of(one, two))))
                .statusCode(200)
                .extract()
                .<String>path("operations[0].result.id"));
        awaitLogged(one, ENDED);
        awaitLogged(two, ENDED);
        awaitLogged(merged, ESTABLISHED);

        assertThat(seen(province, one)).containsExactly(REGISTERED, ENDED);
        assertThat(seen(province, merged)).containsExactly(ESTABLISHED);
        assertThat(seen(district, two)).containsExactly(REGISTERED, ENDED);
        assertThat(seen(district, merged)).isEmpty();
        assertThat(seen(neighbour, one)).isEmpty();
    }

    @Test
    void aUnitToComeIsReadByWhoeverItWillStandUnder() {
        var province = root("ADMINISTRATIVE");
        var neighbour = unitUnder(province, unique("Huyện Hòa An"));
        var source = unitUnder(province, unique("Sở Y"));
        var merged = UUID.fromString(enact(draft("2099-01-01", merge(unique("Sở Z"), null, province, List.of(source))))
                .statusCode(200)
                .extract()
                .<String>path("operations[0].result.id"));
        awaitLogged(merged, ESTABLISHED);

        assertThat(seen(province, merged)).containsExactly(ESTABLISHED);
        assertThat(seen(neighbour, merged)).isEmpty();
    }

    /** Types of the events of a unit in the feed of somebody responsible for another one. */
    private static List<String> seen(UUID responsibleFor, UUID subject) {
        return caller("feed-" + responsibleFor, "STANDING_AGENCY", responsibleFor)
                .get("/events?subject={id}", subject)
                .then()
                .statusCode(200)
                .extract()
                .path("items.type");
    }

    private static void awaitLogged(UUID subject, String type) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(
                                query("SELECT count(*) FROM event_log WHERE subject = ? AND type = ?", subject, type))
                        .isEqualTo("1"));
    }
}
