package vn.lantoa.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HealthTest {

    @Test
    void aPartThatIsMissingIsNamedWithWhatItSays() {
        assertThat(Health.of(503, """
                {"status": "DOWN", "checks": [
                  {"name": "database", "status": "DOWN", "data": {"sqlState": "08001"}},
                  {"name": "kafka", "status": "UP", "data": {"state": "UP"}},
                  {"name": "relay", "status": "UP", "data": {"role": "standby", "state": "UNKNOWN"}}]}
                """)).isEqualTo(new Health(false, List.of("misses database (sqlState 08001)")));
    }

    @Test
    void aServiceThatGoesOnWithoutAPartSaysSo() {
        assertThat(Health.of(200, """
                {"status": "UP", "checks": [
                  {"name": "database", "status": "UP", "data": {"millis": 1}},
                  {"name": "kafka", "status": "UP", "data": {"state": "DOWN"}},
                  {"name": "grants-replica", "status": "UP", "data": {"state": "STALE", "ageSeconds": 71}}]}
                """))
                .isEqualTo(new Health(true, List.of("kafka is DOWN", "grants-replica is STALE")));
    }

    @Test
    void whatIsNoHealthIsNotReady() {
        assertThat(Health.of(500, "<html>")).isEqualTo(new Health(false, List.of("does not say why")));
    }
}
