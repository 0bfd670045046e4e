package vn.lantoa.recognition.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MetricsDocumentTest {
    @ParameterizedTest
    @EnumSource
    void everyMetricHasItsRow(NominationMetric metric) throws IOException {
        assertThat(Files.readAllLines(Path.of("../docs/metrics.md"))).contains(metric.row());
    }
}
