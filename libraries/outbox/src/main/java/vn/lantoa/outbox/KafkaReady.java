package vn.lantoa.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import org.apache.kafka.common.utils.Utils;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import vn.lantoa.observability.Remembered;

/** Whether a broker answers. Always up: without Kafka requests are answered as before, and events wait in the outbox. */
@Readiness
@ApplicationScoped
class KafkaReady implements HealthCheck {
    private static final Duration AGE = Duration.ofSeconds(5);
    private static final int PATIENCE_MILLIS = 500;

    private final Remembered<Boolean> reachable;

    KafkaReady(@ConfigProperty(name = "kafka.bootstrap.servers") String servers) {
        this.reachable =
                new Remembered<>(AGE, () -> Arrays.stream(servers.split(",")).anyMatch(KafkaReady::answers));
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("kafka")
                .up()
                .withData("state", reachable.get() ? "UP" : "DOWN")
                .build();
    }

    private static boolean answers(String server) {
        String host = Utils.getHost(server.strip());
        Integer port = Utils.getPort(server.strip());
        if (host == null || port == null) {
            return false;
        }
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), PATIENCE_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
