package vn.lantoa.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eclipse.microprofile.health.HealthCheckResponse.Status.DOWN;
import static org.eclipse.microprofile.health.HealthCheckResponse.Status.UP;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.lantoa.testsupport.LocalIdentity;
import vn.lantoa.testsupport.Ports;

class IdentityProviderReadyTest {
    @Test
    void notReadyUntilTheKeysWereThereOnceAndReadyWithoutThemAfterwards() {
        int port = Ports.free();
        var ready = new IdentityProviderReady(LocalIdentity.issuer(port), Duration.ZERO, Optional::empty);
        assertThat(ready.call().getStatus()).isEqualTo(DOWN);

        try (var provider = LocalIdentity.start(port)) {
            assertThat(ready.call().getStatus()).isEqualTo(UP);
            assertThat(ready.call().getData().orElseThrow()).containsEntry("state", "UP");
        }

        assertThat(ready.call().getStatus()).isEqualTo(UP);
        assertThat(ready.call().getData().orElseThrow()).containsEntry("state", "DOWN_KEYS_KEPT");
    }
}
