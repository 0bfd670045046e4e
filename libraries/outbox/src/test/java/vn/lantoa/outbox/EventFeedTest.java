package vn.lantoa.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.events.Act;
import vn.lantoa.events.units.AccountLinked;
import vn.lantoa.events.units.AccountState;
import vn.lantoa.rest.Ids;

class EventFeedTest {
    private final TestService service = TestService.withoutKafka();
    private final EventFeed feed = new EventFeed(service.runtimeRole(), "campaigns");

    @AfterEach
    void close() throws Exception {
        service.close();
    }

    @Test
    void everyEventComesOnceAndInOrder() throws Exception {
        List<UUID> ids = Stream.generate(Ids::next).limit(25).toList();
        for (UUID id : ids) {
            service.publish(Campaigns.drafted(id, "thứ tự"));
        }
        log();
        var read = new ArrayList<UUID>();
        Long after = 0L;
        while (after != null) {
            var stretch = feed.read(after, 10, null, null);
            stretch.entries().forEach(entry -> read.add(entry.view().subject()));
            after = stretch.next();
        }
        assertThat(read).isEqualTo(ids);
    }

    @Test
    void anEventLooksLikeAStructuredCloudEvent() throws Exception {
        UUID id = Ids.next();
        service.publish(Campaigns.drafted(id, "Hội thi"));
        log();
        var view = feed.read(0, 10, null, id).entries().getFirst().view();
        assertThat(view.specversion()).isEqualTo("1.0");
        assertThat(view.source()).isEqualTo("/lantoa/campaigns");
        assertThat(view.type()).isEqualTo("vn.lantoa.campaigns.campaign.drafted.v1");
        assertThat(view.aggregateversion()).isEqualTo(1);
        assertThat(view.data()).contains("\"change\"", "\"state\"", "Hội thi");
    }

    @Test
    void restrictedEventsAreNeverShown() throws Exception {
        UUID id = Ids.next();
        var state = new AccountState(id, Ids.next(), "https://dangnhap.example", "can-bo-1", null, null);
        service.publish(new AccountLinked(id, new Act("link", Instant.EPOCH, null, null), state));
        log();
        assertThat(feed.read(0, 10, null, null).entries()).isEmpty();
        assertThat(service.number("SELECT count(*) FROM event_log WHERE restricted"))
                .isEqualTo(1);
    }

    @Test
    void aFilterThatFindsNothingStillLeadsOn() throws Exception {
        service.publish(Campaigns.drafted(Ids.next(), "khác"));
        log();
        service.execute("UPDATE relay_state SET position = %d".formatted(EventFeed.WINDOW + 10));
        var stretch = feed.read(0, 10, "vn.lantoa.none.v1", null);
        assertThat(stretch.entries()).isEmpty();
        assertThat(stretch.next()).isEqualTo(EventFeed.WINDOW);
    }

    @Test
    void theEventsOfASubjectAreFoundByTheirIndexWhateverItsPlanIsMadeFor() throws Exception {
        var plan = new StringBuilder();
        int parameter = 0;
        var sql = new StringBuilder();
        for (char c : EventFeed.sql(false, true).toCharArray()) {
            sql.append(c == '?' ? "$" + ++parameter : String.valueOf(c));
        }
        try (var connection = service.runtimeRole().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("PREPARE feed (uuid, bigint, bigint, integer) AS " + sql);
            statement.execute("SET plan_cache_mode = force_generic_plan");
            try (var rows = statement.executeQuery(
                    "EXPLAIN EXECUTE feed ('%s', 0, %d, 51)".formatted(Ids.next(), Long.MAX_VALUE))) {
                while (rows.next()) {
                    plan.append(rows.getString(1)).append('\n');
                }
            }
        }
        assertThat(plan.toString()).contains("subject_aggregate_version_idx").doesNotContain("Seq Scan on event_log");
    }

    /** As the relay does after Kafka's acknowledgement. */
    private void log() throws Exception {
        RelaySession session = service.relaySession(Map.of());
        session.beginEpoch();
        session.moved(session.next(500, 8_000_000));
    }
}
