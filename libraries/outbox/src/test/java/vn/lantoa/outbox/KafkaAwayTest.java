package vn.lantoa.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.lantoa.events.Topic;
import vn.lantoa.rest.Ids;
import vn.lantoa.testsupport.LocalKafka;

class KafkaAwayTest {
    @Test
    void writesGoOnWithoutKafkaAndEverythingArrivesWhenItReturns() throws Exception {
        try (LocalKafka kafka = LocalKafka.start().createTopics();
                TestService service = new TestService("units", kafka.bootstrapServers())) {
            var campaigns = new Campaigns("campaigns", service, Topic.CAMPAIGN);
            service.startRelay();
            service.startConsumers(campaigns);
            UUID before = Ids.next();
            service.publish(Campaigns.drafted(before, "trước"));
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> Campaigns.held(service).containsKey(before));

            kafka.kill();
            List<UUID> meanwhile = Stream.generate(Ids::next).limit(300).toList();
            for (UUID id : meanwhile) {
                service.publish(Campaigns.drafted(id, "một"), Campaigns.drafted(id, "hai"));
            }
            assertThat(service.number("SELECT count(*) FROM outbox")).isEqualTo(600);
            kafka.restart();

            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(
                            () -> assertThat(Campaigns.held(service)).containsKeys(meanwhile.toArray(UUID[]::new)));
            assertThat(Campaigns.held(service)).containsEntry(meanwhile.getLast(), "2 hai");
            assertThat(service.number("SELECT max(effects) FROM campaign_replica"))
                    .isLessThanOrEqualTo(2);
            await().until(() -> service.number("SELECT count(*) FROM outbox") == 0);
            assertThat(service.number("SELECT max(position) FROM event_log")).isEqualTo(601);
            assertThat(service.number("SELECT count(*) FROM dead_letter")).isZero();
        }
    }
}
