package vn.lantoa.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Gauge;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.events.Topic;
import vn.lantoa.rest.Ids;

class ConsumptionTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private final TestService service = TestService.units();
    private final Campaigns campaigns = new Campaigns("campaigns-" + Ids.next(), service, Topic.CAMPAIGN);

    @BeforeEach
    void start() {
        service.startRelay();
        service.startConsumers(campaigns);
    }

    @AfterEach
    void close() throws Exception {
        service.close();
    }

    @Test
    void aPublishedEventReachesTheReplica() throws Exception {
        UUID id = Ids.next();
        service.publish(Campaigns.drafted(id, "Cả nước chung sức"));
        awaitHeld(id, "1 Cả nước chung sức");
    }

    @Test
    void poisonIsParkedAndItsPartitionGoesOn() throws Exception {
        UUID poison = Ids.next();
        service.publish(Campaigns.drafted(poison, Campaigns.POISON));
        service.publish(Campaigns.drafted(poison, "sau đó"));
        awaitHeld(poison, "2 sau đó");
        assertThat(parked(poison))
                .singleElement()
                .satisfies(letter -> assertThat(letter.reason()).contains("cannot be taken in"));
        assertThat(deadLetterOnTheWire(poison)).satisfies(record -> {
            assertThat(Wire.header(record, "ce_type")).isEqualTo("vn.lantoa.campaigns.campaign.drafted.v1");
            assertThat(Wire.header(record, "dl_topic")).isEqualTo(Topic.CAMPAIGN.topicName());
            assertThat(Wire.header(record, "dl_stack")).contains("IllegalArgumentException");
        });
        assertThat(service.meters
                        .counter("lantoa.dead.letters.parked", "handler", campaigns.name())
                        .count())
                .isPositive();
    }

    @Test
    void aDeadLetterIsReplayedWhenItsCauseIsMended() throws Exception {
        UUID poison = Ids.next();
        service.publish(Campaigns.drafted(poison, Campaigns.POISON));
        await().atMost(PATIENCE).until(() -> parked(poison).size() == 1);
        campaigns.poisonous = false;
        service.deadLetters(campaigns).replay(parked(poison).getFirst().id());

        assertThat(Campaigns.held(service)).containsEntry(poison, "1 " + Campaigns.POISON);
        assertThat(parked(poison).getFirst().replayedAt()).isNotNull();
    }

    @Test
    void whatIsNoEventIsParkedAndThePartitionGoesOn() throws Exception {
        UUID id = Ids.next();
        send(record(id, "{\"change\":{},\"state\":{}}".getBytes(StandardCharsets.UTF_8), "ce_id", "không phải id"));
        send(record(
                id,
                "{not JSON".getBytes(StandardCharsets.UTF_8),
                "ce_id",
                Ids.next().toString()));
        send(record(id, new byte[400_000], "ce_id", Ids.next().toString()));
        service.publish(Campaigns.drafted(id, "vẫn chạy"));

        awaitHeld(id, "1 vẫn chạy");
        assertThat(parked(id))
                .hasSize(3)
                .anySatisfy(letter -> assertThat(letter.reason()).contains("oversized"));
    }

    @Test
    void anUnknownTypeIsPassedOver() throws Exception {
        UUID id = Ids.next();
        var unknown =
                record(id, "{\"change\":{},\"state\":{}}".getBytes(StandardCharsets.UTF_8), "ce_id", Ids.next() + "");
        unknown.headers().remove("ce_type").add("ce_type", "vn.lantoa.campaigns.festival.held.v9".getBytes());
        send(unknown);
        service.publish(Campaigns.drafted(id, "sau loại lạ"));
        awaitHeld(id, "1 sau loại lạ");
        assertThat(parked(id)).isEmpty();
    }

    @Test
    void aFieldOfANewerSchemaIsPassedOver() throws Exception {
        UUID id = Ids.next();
        var json = EventJson.write(Campaigns.drafted(id, "bản mới"));
        var newer = new String(json, StandardCharsets.UTF_8).replace("\"title\"", "\"mới\":[1,{\"x\":2}],\"title\"");
        send(record(
                id, newer.getBytes(StandardCharsets.UTF_8), "ce_id", Ids.next().toString()));
        awaitHeld(id, "1 bản mới");
    }

    @Test
    void aDatabaseThatDropsConnectionsLosesNothing() throws Exception {
        List<UUID> ids = java.util.stream.Stream.generate(Ids::next).limit(60).toList();
        for (UUID id : ids) {
            service.publish(Campaigns.drafted(id, "bền"));
            if (ids.indexOf(id) % 20 == 10) {
                dropConsumerConnections();
            }
        }
        await().atMost(PATIENCE).until(() -> Campaigns.held(service).keySet().containsAll(ids));
        assertThat(service.number("SELECT max(effects) FROM campaign_replica WHERE title = 'bền'"))
                .isEqualTo(1);
        assertThat(ids).allSatisfy(id -> assertThat(parked(id)).isEmpty());
    }

    @Test
    void aSecondInstanceOfTheGroupAppliesNothingTwice() throws Exception {
        service.startConsumers(campaigns);
        List<UUID> ids = java.util.stream.Stream.generate(Ids::next).limit(100).toList();
        for (UUID id : ids) {
            service.publish(Campaigns.drafted(id, "chia nhau"));
        }
        await().atMost(PATIENCE).until(() -> Campaigns.held(service).keySet().containsAll(ids));
        assertThat(service.number("SELECT max(effects) FROM campaign_replica WHERE title = 'chia nhau'"))
                .isEqualTo(1);
    }

    @Test
    void anEventThatIsNotAppliedShowsHowLongItHasWaited() throws Exception {
        var goOn = new CountDownLatch(1);
        var stuck = new EventHandler() {
            @Override
            public String name() {
                return "stuck-" + campaigns.name();
            }

            @Override
            public Set<Topic> topics() {
                return Set.of(Topic.DECISION);
            }

            @Override
            public void apply(ReceivedEvent event) {
                try {
                    goOn.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        };
        service.startConsumers(stuck);
        send(record(
                Topic.DECISION,
                Ids.next(),
                "{\"change\":{},\"state\":{}}".getBytes(StandardCharsets.UTF_8),
                "ce_id",
                Ids.next().toString()));

        await().atMost(PATIENCE).until(() -> shown("lantoa.consumer.lag.age", stuck) > 1);
        assertThat(shown("lantoa.consumer.lag", stuck)).isPositive();
        goOn.countDown();
        await().atMost(PATIENCE).until(() -> shown("lantoa.consumer.lag.age", stuck) == 0);
    }

    private double shown(String meter, EventHandler handler) {
        return service.meters.find(meter).tag("handler", handler.name()).gauges().stream()
                .mapToDouble(Gauge::value)
                .max()
                .orElse(Double.NaN);
    }

    private void dropConsumerConnections() {
        service.number("""
                SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
                WHERE datname = current_database() AND pid <> pg_backend_pid() AND query LIKE '%inbox%'
                """);
    }

    private void awaitHeld(UUID id, String expected) {
        await().atMost(PATIENCE)
                .until(() -> expected.equals(Campaigns.held(service).get(id)));
    }

    private List<DeadLetter> parked(UUID subject) {
        return service.deadLetterTable.list(0, 1_000).stream()
                .filter(letter -> subject.toString().equals(letter.subject()))
                .toList();
    }

    private org.apache.kafka.clients.consumer.ConsumerRecord<byte[], byte[]> deadLetterOnTheWire(UUID subject) {
        return Wire.read(service.kafkaServers, Topic.UNITS_DEAD_LETTERS).stream()
                .filter(record -> Wire.header(record, "ce_subject").equals(subject.toString()))
                .findFirst()
                .orElseThrow();
    }

    private void send(ProducerRecord<byte[], byte[]> record) throws Exception {
        try (var producer = service.kafka.deadLetterProducer()) {
            producer.send(record).get();
        }
    }

    private static ProducerRecord<byte[], byte[]> record(UUID subject, byte[] value, String header, String content) {
        return record(Topic.CAMPAIGN, subject, value, header, content);
    }

    private static ProducerRecord<byte[], byte[]> record(
            Topic topic, UUID subject, byte[] value, String header, String content) {
        var key = subject.toString().getBytes(StandardCharsets.UTF_8);
        var record = new ProducerRecord<>(topic.topicName(), key, value);
        record.headers()
                .add("ce_type", "vn.lantoa.campaigns.campaign.drafted.v1".getBytes(StandardCharsets.UTF_8))
                .add("ce_source", "/lantoa/campaigns".getBytes(StandardCharsets.UTF_8))
                .add("ce_subject", key)
                .add("ce_time", "2026-11-01T00:00:00Z".getBytes(StandardCharsets.UTF_8))
                .add("ce_aggregateversion", "1".getBytes(StandardCharsets.UTF_8))
                .add(header, content.getBytes(StandardCharsets.UTF_8));
        return record;
    }
}
