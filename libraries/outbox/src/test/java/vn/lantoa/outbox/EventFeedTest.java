package vn.lantoa.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.events.Act;
import vn.lantoa.events.campaigns.CampaignDrafted;
import vn.lantoa.events.units.AccountLinked;
import vn.lantoa.events.units.AccountState;
import vn.lantoa.rest.Ids;
import vn.lantoa.sql.Query;

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
            var stretch = feed.read(everywhere(after, null, null));
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
        var view = feed.read(everywhere(0, null, id)).entries().getFirst().view();
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
        assertThat(feed.read(everywhere(0, null, null)).entries()).isEmpty();
        assertThat(service.number("SELECT count(*) FROM event_log WHERE restricted"))
                .isEqualTo(1);
    }

    @Test
    void aFilterThatFindsNothingStillLeadsOn() throws Exception {
        service.publish(Campaigns.drafted(Ids.next(), "khác"));
        log();
        service.execute("UPDATE relay_state SET position = %d".formatted(EventFeed.WINDOW + 10));
        var stretch = feed.read(everywhere(0, "vn.lantoa.none.v1", null));
        assertThat(stretch.entries()).isEmpty();
        assertThat(stretch.next()).isEqualTo(EventFeed.WINDOW);
    }

    @Test
    void whatLiesOutsideFillsNoPageAndLeavesNoTraceInWhereToGoOn() throws Exception {
        var unit = Ids.next();
        var hidden = Ids.next();
        for (int i = 0; i < 3; i++) {
            service.publish(Campaigns.drafted(hidden, "của đơn vị khác"));
        }
        service.publish(drafted(unit));
        service.publish(Campaigns.drafted(hidden, "của đơn vị khác"));
        service.publish(drafted(unit));
        service.publish(Campaigns.drafted(hidden, "của đơn vị khác"));
        log();

        var first = feed.read(question(0, 1, null, null, unit));
        assertThat(first.entries()).hasSize(1);
        var second = feed.read(question(first.next(), 1, null, null, unit));
        assertThat(second.entries()).hasSize(1);
        assertThat(second.next()).isNull();
        assertThat(feed.read(question(0, 2, null, null, unit)).entries())
                .extracting(EventFeed.Entry::position)
                .containsExactly(
                        first.entries().getFirst().position(),
                        second.entries().getFirst().position());

        var ofHidden = feed.read(question(0, 1, null, hidden, unit));
        var ofNobody = feed.read(question(0, 1, null, Ids.next(), unit));
        assertThat(ofHidden).isEqualTo(ofNobody);
        assertThat(ofHidden.next()).isNull();
        assertThat(feed.read(question(0, 1, "vn.lantoa.campaigns.campaign.drafted.v1", hidden, unit))
                        .next())
                .isNull();
    }

    @Test
    void whatLiesFarBehindWhatIsHiddenIsOnTheSamePage() throws Exception {
        var unit = Ids.next();
        service.publish(drafted(unit));
        service.publish(drafted(unit));
        service.publish(drafted(unit));
        log();
        service.execute(
                "INSERT INTO event_log SELECT position + %1$d, logged_at, gen_random_uuid(), type, topic, subject,"
                                .formatted(3 * EventFeed.WINDOW)
                        + " aggregate_version, payload, restricted, scope_unit, announcement, traceparent, causation_id, occurred_at"
                        + " FROM event_log");
        service.execute("UPDATE relay_state SET position = %d".formatted(3 * EventFeed.WINDOW + 3));

        var page = feed.read(question(0, 5, null, null, unit));
        assertThat(page.entries())
                .extracting(EventFeed.Entry::position)
                .containsExactly(1L, 2L, 3L, 3 * EventFeed.WINDOW + 1, 3 * EventFeed.WINDOW + 2);
        var rest = feed.read(question(page.next(), 5, null, null, unit));
        assertThat(rest.entries()).hasSize(1);
        assertThat(rest.next()).isNull();
    }

    @Test
    void theEventsOfASubjectAreFoundByTheirIndexWhateverItsPlanIsMadeFor() throws Exception {
        assertThat(plan(everywhere(0, null, Ids.next()), "'%s', 0, 9, 51".formatted(Ids.next())))
                .contains("subject_aggregate_version_idx")
                .doesNotContain("Seq Scan on event_log");
        assertThat(plan(question(0, 50, null, Ids.next(), Ids.next()), "'{}', '%s', 0, 9, 51".formatted(Ids.next())))
                .contains("subject_aggregate_version_idx")
                .doesNotContain("Seq Scan on event_log");
    }

    @Test
    void theEventsOfUnitsAreFoundByIndexesWhateverTheirPlanIsMadeFor() throws Exception {
        assertThat(plan(question(0, 50, null, null, Ids.next()), "'{}', 0, 5000, 51, 5000, 51, 5000, 51, 51, 51"))
                .contains("_pkey", "scope_unit_position_idx", "hashed SubPlan")
                .doesNotContain("Seq Scan on event_log");
        assertThat(plan(question(0, 50, "x", null, Ids.next()), "'{}', 0, 5000, 'x', 51"))
                .contains("hashed SubPlan")
                .doesNotContain("Seq Scan on event_log");
    }

    private static EventFeed.Question everywhere(long after, @Nullable String type, @Nullable UUID subject) {
        return new EventFeed.Question(after, 10, type, subject, null);
    }

    private static EventFeed.Question question(
            long after, int limit, @Nullable String type, @Nullable UUID subject, UUID unit) {
        var units = Query.of("SELECT unnest(?::uuid[]) AS id", (Object) new UUID[] {unit});
        return new EventFeed.Question(after, limit, type, subject, units);
    }

    private static CampaignDrafted drafted(UUID organiser) {
        return Campaigns.drafted(Ids.next(), "của đơn vị mình", organiser);
    }

    /** As it is made for all values; @param values of one execution */
    private String plan(EventFeed.Question question, String values) throws Exception {
        var plan = new StringBuilder();
        int parameter = 0;
        var sql = new StringBuilder();
        for (char c : EventFeed.statement(question).toString().toCharArray()) {
            sql.append(c == '?' ? "$" + ++parameter : String.valueOf(c));
        }
        try (var connection = service.runtimeRole().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("PREPARE feed AS " + sql);
            statement.execute("SET plan_cache_mode = force_generic_plan");
            try (var rows = statement.executeQuery("EXPLAIN EXECUTE feed (%s)".formatted(values))) {
                while (rows.next()) {
                    plan.append(rows.getString(1)).append('\n');
                }
            }
            statement.execute("DEALLOCATE feed");
        }
        return plan.toString();
    }

    /** As the relay does after Kafka's acknowledgement. */
    private void log() throws Exception {
        RelaySession session = service.relaySession(Map.of());
        session.beginEpoch();
        session.moved(session.next(500, 8_000_000));
    }
}
