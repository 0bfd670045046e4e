package vn.lantoa.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    private static final Figure MET =
            new Figure("BM2", "pages", "900/s", "bare SQL 2000/s", 0.45, "0.40–0.50", "≥ 0.25", true);
    private static final Figure MISSED = new Figure("BM7", "failed: a | b\nc", "", "", 0, "", "runs", false);

    @TempDir
    Path folder;

    @Test
    void itIsATableForPeopleAndTheSameAsJson() throws Exception {
        var report = report(MET, MISSED);
        report.write(folder);
        assertThat(Files.readString(folder.resolve("latest.md")))
                .contains("# Benchmark, 2026-11-23T04:00:00Z")
                .contains("- cores: 2")
                .contains("- rows in units.unit: 100000")
                .contains("- DEBEZIUM was left out")
                .contains("| BM2 | pages | 900/s | bare SQL 2000/s | 0.45 | 0.40–0.50 | ≥ 0.25 | yes |")
                .contains("| BM7 | failed: a \\| b c |")
                .contains("BM2, children: 12 pages\n```\nLimit (51 rows)\n```");
        var json = new ObjectMapper().readTree(folder.resolve("latest.json").toFile());
        assertThat(json.at("/figures/0/ratio").asDouble()).isEqualTo(0.45);
        assertThat(json.at("/machine/cores").asText()).isEqualTo("2");
        assertThat(json.at("/at").asText()).isEqualTo("2026-11-23T04:00:00Z");
    }

    @Test
    void itIsGoodWhenEveryGoalIsMet() {
        assertThat(report(MET).good()).isTrue();
        assertThat(report(MET, MISSED).good()).isFalse();
    }

    @Test
    void nothingInItPointsAtThisMachine() throws Exception {
        var words = new Words(folder.resolve("scratch"), folder.resolve("project"));
        assertThat(words.clean("no log in " + folder.resolve("scratch/x.log") + " of " + folder.resolve("project")))
                .isEqualTo("no log in (scratch)/x.log of (project)");
        assertThat(words.clean("at " + InetAddress.getLocalHost().getHostName() + ":1\nsecond line"))
                .doesNotContain("second");
        var facts = Machine.facts(folder, folder).toString();
        assertThat(facts).doesNotContain(folder.toString());
        assertThat(Machine.version("6.18.44-cloud-amd64")).isEqualTo("6.18.44");
    }

    private static Report report(Figure... figures) {
        return new Report(
                Instant.parse("2026-11-23T04:00:00Z"),
                Map.of("cores", "2"),
                "full",
                Map.of("units.unit", 100_000L),
                List.of(figures),
                List.of("DEBEZIUM was left out: no mvn"),
                List.of(new Plan("BM2", "children", 12, "Limit (51 rows)\n", List.of())));
    }
}
