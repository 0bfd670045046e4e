package vn.lantoa.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.rest.Ids;

class RelayTest {
    private static final Duration TAKEOVER = Duration.ofSeconds(5);
    private final TestService service = TestService.units();

    @AfterEach
    void close() throws Exception {
        service.close();
    }

    @Test
    void everyEventReachesKafkaInTheOrderOfItsAggregate() throws Exception {
        List<UUID> ids = IntStream.range(0, 20).mapToObj(i -> Ids.next()).toList();
        service.startRelay();
        for (int round = 0; round < 10; round++) {
            for (UUID id : ids) {
                service.publish(Campaigns.drafted(id, "vòng " + round));
            }
        }
        awaitEmptyOutbox();
        var versions = Wire.versions();
        assertThat(ids)
                .allSatisfy(id -> assertThat(versions.get(id))
                        .containsExactlyElementsOf(
                                LongStream.rangeClosed(1, 10).boxed().toList()));
    }

    @Test
    void theEventLogHasPositionsWithoutAGap() throws Exception {
        service.startRelay();
        for (int i = 0; i < 50; i++) {
            service.publish(Campaigns.drafted(Ids.next(), "số " + i), Campaigns.drafted(Ids.next(), "thêm " + i));
        }
        awaitEmptyOutbox();
        assertThat(service.query("SELECT position FROM event_log ORDER BY position", row -> row.getLong(1)))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 100).boxed().toList());
    }

    @Test
    void aTransactionThatStaysOpenIsNotSkipped() throws Exception {
        service.startRelay();
        UUID late = Ids.next();
        service.transactions.run(() -> {
            service.outbox.publish(Campaigns.drafted(late, "muộn"));
            var others = Thread.ofVirtual().start(() -> publishQuietly(30));
            await().until(() -> !others.isAlive() && service.number("SELECT count(*) FROM event_log") == 30);
        });
        await().atMost(TAKEOVER).until(() -> List.of(1L).equals(Wire.versions().get(late)));
    }

    @Test
    void ofTwoRelaysOneIsActive() throws Exception {
        service.startRelay();
        service.startRelay();
        publishQuietly(40);
        awaitEmptyOutbox();
        assertThat(service.number("SELECT epoch FROM relay_state")).isEqualTo(1);
    }

    @Test
    void whenTheLeadersSessionIsKilledTheNextTakesOver() throws Exception {
        service.startRelay();
        await().until(() -> service.number("SELECT epoch FROM relay_state") == 1);
        service.startRelay();
        service.number("""
                SELECT count(pg_terminate_backend(pid)) FROM pg_locks
                WHERE locktype = 'advisory' AND granted AND database = (SELECT oid FROM pg_database
                                                                        WHERE datname = current_database())
                """);
        publishQuietly(5);
        await().atMost(TAKEOVER).until(() -> service.number("SELECT count(*) FROM event_log") == 5);
        assertThat(service.number("SELECT epoch FROM relay_state")).isGreaterThan(1);
    }

    @Test
    void aSilentLeaderLosesItsTurnWithinFiveSeconds() throws Exception {
        RelaySession paused = leader();
        publishQuietly(3);
        List<OutboxRow> rows = paused.next(10, 1_000_000);
        service.startRelay();
        await().atMost(TAKEOVER).until(() -> service.number("SELECT count(*) FROM event_log") == 3);

        assertThatThrownBy(() -> paused.moved(rows)).isInstanceOf(java.sql.SQLException.class);
    }

    @Test
    void aRelayOfAnOlderEpochCannotMoveRows() throws Exception {
        RelaySession older = leader();
        publishQuietly(3);
        List<OutboxRow> rows = older.next(10, 1_000_000);
        service.relaySession(Map.of()).beginEpoch();

        assertThatThrownBy(() -> older.moved(rows)).isInstanceOf(LostLeadership.class);
        assertThat(service.number("SELECT count(*) FROM outbox")).isEqualTo(3);
    }

    @Test
    void aRelayThatWasPausedCannotSendAfterItsSuccessorBegan() throws Exception {
        RelaySession session = leader();
        var record = CloudEventRecords.heartbeat(service.clock.instant(), "units");
        try (var older = new RelayProducer(service.kafka.relayProducer(), session);
                var newer = new RelayProducer(service.kafka.relayProducer(), session)) {
            newer.send(List.of(record));
            assertThatThrownBy(() -> older.send(List.of(record)))
                    .isInstanceOfAny(ProducerFencedException.class, InvalidProducerEpochException.class);
        }
    }

    @Test
    void aCrashBetweenSendingAndMovingSendsAgainWithOneEffect() throws Exception {
        UUID id = Ids.next();
        var handler = new Campaigns("crash-" + id, service, vn.lantoa.events.Topic.CAMPAIGN);
        service.publish(Campaigns.drafted(id, "một"), Campaigns.drafted(id, "hai"));
        try (RelaySession crashing = leader()) {
            var records = new ArrayList<>(crashing.next(10, 1_000_000).stream()
                    .map(row -> CloudEventRecords.of(row, "units"))
                    .toList());
            try (var producer = new RelayProducer(service.kafka.relayProducer(), crashing)) {
                producer.send(records);
            }
        }
        service.startRelay();
        awaitEmptyOutbox();
        service.startConsumers(handler);

        await().until(() -> "2 hai".equals(Campaigns.held(service).get(id)));
        assertThat(Wire.versions().get(id)).containsExactly(1L, 2L, 1L, 2L);
        assertThat(service.number("SELECT effects FROM campaign_replica WHERE id = '%s'".formatted(id)))
                .isEqualTo(2);
    }

    @Test
    void theHeartbeatOfUnitsReachesTheHandlers() throws Exception {
        var handler = new Campaigns("beat-" + Ids.next(), service, vn.lantoa.events.Topic.UNITS_RESTRICTED);
        service.startConsumers(handler);
        var started = service.clock.instant();
        service.startRelay();
        await().atMost(Duration.ofSeconds(15))
                .until(() -> handler.heartbeat.get().isAfter(started));
    }

    @Test
    void whenNothingWaitsNoLagOfAnEarlierBatchIsShown() throws Exception {
        publishQuietly(1);
        service.execute("UPDATE outbox SET occurred_at = occurred_at - interval '5 minutes'");
        service.startRelay();
        awaitEmptyOutbox();

        await().until(() -> service.meters.get("lantoa.event.delivery").timer().count() == 1);
        await().until(() -> service.meters.get("lantoa.relay.lag").gauge().value() == 0);
    }

    private RelaySession leader() throws Exception {
        RelaySession session = service.relaySession(Map.of());
        assertThat(session.tryToLead()).isTrue();
        session.beginEpoch();
        return session;
    }

    private void publishQuietly(int events) {
        try {
            for (int i = 0; i < events; i++) {
                service.publish(Campaigns.drafted(Ids.next(), "số " + i));
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void awaitEmptyOutbox() {
        await().atMost(Duration.ofSeconds(20)).until(() -> service.number("SELECT count(*) FROM outbox") == 0);
    }
}
