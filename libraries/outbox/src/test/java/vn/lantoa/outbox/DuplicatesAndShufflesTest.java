package vn.lantoa.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lantoa.events.Topic;
import vn.lantoa.rest.Ids;

/** Whatever comes twice, late, in another order or in other batches: the replica ends as if all had come in order. */
class DuplicatesAndShufflesTest {
    private static final int AGGREGATES = 8;
    private static final int STEPS = 6;

    private final TestService service = TestService.withoutKafka();
    private final Campaigns campaigns = new Campaigns("campaigns", service, Topic.CAMPAIGN);

    @AfterEach
    void close() throws Exception {
        service.close();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233})
    void theReplicaEndsAsIfInOrder(long seed) throws Exception {
        var random = new Random(seed);
        List<Incoming.Event> events = events();
        var received = new ArrayList<Incoming.Event>(events);
        for (int i = 0; i < events.size(); i++) {
            received.add(events.get(random.nextInt(events.size())));
        }
        Collections.shuffle(received, random);

        int applied = 0;
        for (int from = 0; from < received.size(); ) {
            int to = Math.min(received.size(), from + 1 + random.nextInt(12));
            applied +=
                    service.applier.apply(campaigns, received.subList(from, to)).size();
            from = to;
        }

        assertThat(Campaigns.held(service)).isEqualTo(inOrder(events));
        assertThat(applied).as("each event acts once").isEqualTo(events.size());
    }

    private static Map<UUID, String> inOrder(List<Incoming.Event> events) {
        Map<UUID, String> state = new HashMap<>();
        events.forEach(each -> state.put(
                each.event().subject(),
                each.event().aggregateVersion() + " "
                        + each.event().state().path("title").asText()));
        return state;
    }

    /** In order: each aggregate's steps, and at the end an announcement of the last one. */
    private static List<Incoming.Event> events() {
        var events = new ArrayList<Incoming.Event>();
        for (int aggregate = 0; aggregate < AGGREGATES; aggregate++) {
            UUID id = Ids.next();
            for (int step = 1; step <= STEPS; step++) {
                events.add(event(id, step, "bước " + step, false));
            }
            events.add(event(id, STEPS, "bước " + STEPS, true));
        }
        return events;
    }

    private static Incoming.Event event(UUID id, long version, String title, boolean announcement) {
        var json = EventJson.write(Campaigns.drafted(id, title));
        var row = new OutboxRow(
                0,
                Ids.next(),
                "vn.lantoa.campaigns.campaign.drafted.v1",
                Topic.CAMPAIGN.topicName(),
                id,
                version,
                new String(json, StandardCharsets.UTF_8),
                EventTypes.JSON,
                announcement,
                null,
                null,
                java.time.Instant.EPOCH);
        var sent = CloudEventRecords.of(row, "campaigns");
        var record = new ConsumerRecord<>(sent.topic(), 0, 0, sent.key(), sent.value());
        sent.headers().forEach(record.headers()::add);
        return (Incoming.Event) new RecordDecoder(TestService.RESTRICTED).decode(record);
    }
}
