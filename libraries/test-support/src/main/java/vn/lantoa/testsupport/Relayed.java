package vn.lantoa.testsupport;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import vn.lantoa.events.Contract;
import vn.lantoa.events.DomainEvent;

/** Events of other services on their topics of the shared broker. */
public final class Relayed {
    private Relayed() {}

    /** As the relay of that service does with the first event of an aggregate. Returns when Kafka has it. */
    public static void send(String service, DomainEvent event, ObjectMapper mapper) {
        var contract = event.getClass().getAnnotation(Contract.class);
        var headers = Map.of(
                "ce_specversion",
                "1.0",
                "ce_id",
                UUID.randomUUID().toString(),
                "ce_source",
                "/lantoa/" + service,
                "ce_type",
                contract.type(),
                "ce_subject",
                event.subject().toString(),
                "ce_time",
                Instant.now().toString(),
                "ce_aggregateversion",
                "1",
                "content-type",
                "application/json");
        var configuration = Map.<String, Object>of("bootstrap.servers", SharedServices.kafka(), "acks", "all");
        try (var producer = new KafkaProducer<>(configuration, new StringSerializer(), new StringSerializer())) {
            var value = mapper.writeValueAsString(Map.of("change", event.change(), "state", event.state()));
            var record = new ProducerRecord<>(
                    contract.topic().topicName(), event.subject().toString(), value);
            headers.forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
            producer.send(record).get();
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
