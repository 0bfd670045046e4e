package vn.lantoa.units.observed;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Spans are recorded, and the log goes to a file as it would to the output in production. */
public class Observed implements QuarkusTestProfile {
    static final String LOG = "target/observed.log";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "quarkus.otel.sdk.disabled", "false",
                "quarkus.otel.traces.exporter", "none",
                "test.observed", "true",
                "lantoa.metrics.every", "1s",
                "quarkus.log.file.enabled", "true",
                "quarkus.log.file.path", LOG,
                "quarkus.log.file.json.enabled", "true");
    }
}
