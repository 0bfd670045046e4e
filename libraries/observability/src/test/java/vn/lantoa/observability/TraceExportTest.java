package vn.lantoa.observability;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TraceExportTest {
    @Test
    void withoutAnEndpointNothingIsRecorded() {
        assertThat(config(Map.of()).getValue("quarkus.otel.sdk.disabled", Boolean.class))
                .isTrue();
        assertThat(config(Map.of("LANTOA_OTLP_ENDPOINT", " ")).getValue("quarkus.otel.sdk.disabled", Boolean.class))
                .isTrue();
    }

    @Test
    void anEndpointTurnsTracesOn() {
        var config = config(Map.of("LANTOA_OTLP_ENDPOINT", "http://collector:4317"));

        assertThat(config.getValue("quarkus.otel.sdk.disabled", Boolean.class)).isFalse();
        assertThat(config.getValue("quarkus.otel.exporter.otlp.endpoint", String.class))
                .isEqualTo("http://collector:4317");
    }

    private static SmallRyeConfig config(Map<String, String> environment) {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(environment, "environment", 300))
                .withSources(new TraceExport())
                .build();
    }
}
