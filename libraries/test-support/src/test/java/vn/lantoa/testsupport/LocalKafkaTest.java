package vn.lantoa.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
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
                var unit = new ConfigResource(ConfigResource.Type.TOPIC, Topic.UNIT.topicName());
                var config = admin.describeConfigs(Set.of(unit)).all().get().get(unit);
                assertThat(config.get("max.message.bytes").value())
                        .isEqualTo(Integer.toString(Topic.UNIT.maxMessageBytes()));
                assertThat(config.get("cleanup.policy").value()).isEqualTo("compact");
            }
        }
    }

    @Test
    void aTopicWithAnotherNumberOfPartitionsIsNamed() throws Exception {
        try (LocalKafka kafka = LocalKafka.start()) {
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
                admin.createTopics(Set.of(new NewTopic(Topic.UNIT.topicName(), 5, (short) 1)))
                        .all()
                        .get();
            }

            assertThatThrownBy(kafka::createTopics)
                    .hasMessageContaining("lantoa.units.unit has 5 partitions and is declared with 6");
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
