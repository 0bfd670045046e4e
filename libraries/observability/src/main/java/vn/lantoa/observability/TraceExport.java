package vn.lantoa.observability;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** Spans are recorded and sent only where {@value #ENDPOINT} says where to; without it nothing is connected to. */
public final class TraceExport implements ConfigSourceFactory {
    static final String ENDPOINT = "LANTOA_OTLP_ENDPOINT";
    /** Below everything that a person sets, above the defaults of the extension. */
    private static final int ORDINAL = 110;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        var endpoint = context.getValue(ENDPOINT).getValue();
        var settings = endpoint == null || endpoint.isBlank()
                ? Map.of("quarkus.otel.sdk.disabled", "true")
                : Map.of("quarkus.otel.sdk.disabled", "false", "quarkus.otel.exporter.otlp.endpoint", endpoint.strip());
        return List.of(new PropertiesConfigSource(settings, "lantoa-trace-export", ORDINAL));
    }
}
