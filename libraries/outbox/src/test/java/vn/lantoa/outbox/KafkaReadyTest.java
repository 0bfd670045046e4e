package vn.lantoa.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.eclipse.microprofile.health.HealthCheckResponse.Status.UP;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import vn.lantoa.testsupport.LocalKafka;

class KafkaReadyTest {
    @Test
    void withoutKafkaAServiceIsReadyAndSaysWhatIsMissing() {
        try (var kafka = LocalKafka.start()) {
            var ready = new KafkaReady("localhost:1," + kafka.bootstrapServers());
            assertThat(state(ready)).isEqualTo("UP");

            kafka.kill();

            await().atMost(Duration.ofSeconds(60)).until(() -> state(ready).equals("DOWN"));
            assertThat(ready.call().getStatus()).isEqualTo(UP);
        }
    }

    private static Object state(KafkaReady ready) {
        return ready.call().getData().orElseThrow().get("state");
    }
}
