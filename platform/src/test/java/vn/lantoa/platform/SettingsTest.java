package vn.lantoa.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void theEnvironmentMovesPortsAndHome() {
        Settings settings =
                Settings.fromEnvironment(Map.of("LANTOA_PORT_UNITS", "18101", "LANTOA_HOME", "/tmp/elsewhere"));

        assertThat(settings.port(Part.UNITS)).isEqualTo(18101);
        assertThat(settings.port(Part.KAFKA)).isEqualTo(28105);
        assertThat(settings.home()).isEqualTo(Path.of("/tmp/elsewhere"));
    }

    @Test
    void whatIsNotAPortIsRefusedByNameAndRange() {
        assertThatThrownBy(() -> Settings.fromEnvironment(Map.of("LANTOA_PORT_KAFKA", "many")))
                .isInstanceOf(Failure.class)
                .hasMessage("LANTOA_PORT_KAFKA is \"many\": set it to a port from 1 to 65535.");
        assertThatThrownBy(() -> Settings.fromEnvironment(Map.of("LANTOA_PORT_KAFKA", "70000")))
                .isInstanceOf(Failure.class);
    }

    @Test
    void twoPartsDoNotShareAPort() {
        assertThatThrownBy(() -> Settings.fromEnvironment(Map.of("LANTOA_PORT_KAFKA", "28101")))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("both given port 28101");
    }
}
