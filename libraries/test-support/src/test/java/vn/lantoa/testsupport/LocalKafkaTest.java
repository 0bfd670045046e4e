package vn.lantoa.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import vn.lantoa.events.Topic;

class LocalKafkaTest {

    @Test
    void everyTopicExistsAndWhatWasAcknowledgedSurvivesAKill() throws Exception {
        try (LocalKafka kafka = LocalKafka.start().createTopics()) {
            Map<String, Object> client = Map.of("bootstrap.servers", kafka.bootstrapServers(), "acks", "all");
            try (var producer = new KafkaProducer<>(client, new StringSerializer(), new StringSerializer())) {
                producer.send(new ProducerRecord<>(Topic.UNIT.topicName(), "key", "value"))
                        .get(20, TimeUnit.SECONDS);

                kafka.kill();
                kafka.restart();
                kafka.createTopics();

                long offset = producer.send(new ProducerRecord<>(Topic.UNIT.topicName(), "key", "later"))
                        .get(30, TimeUnit.SECONDS)
                        .offset();
                assertThat(offset).isEqualTo(1);
            }
            try (Admin admin = Admin.create(client)) {
                assertThat(admin.listTopics().names().get()).hasSize(Topic.values().length);
            }
        }
    }

    @Test
    void aPausedBrokerAnswersNobodyUntilItGoesOn() {
        try (LocalKafka kafka = LocalKafka.start()) {
            assertThat(KafkaTopics.reachable(kafka.bootstrapServers(), Duration.ofSeconds(20)))
                    .isTrue();

            kafka.pause();
            assertThat(KafkaTopics.reachable(kafka.bootstrapServers(), Duration.ofSeconds(1)))
                    .isFalse();

            kafka.resume();
            assertThat(KafkaTopics.reachable(kafka.bootstrapServers(), Duration.ofSeconds(20)))
                    .isTrue();
        }
    }

    @Test
    void nothingIsLeftAfterClosing() {
        LocalKafka kafka = LocalKafka.start();
        long pid = kafka.pid();

        kafka.close();

        assertThat(Processes.alive(pid)).isFalse();
    }
}
