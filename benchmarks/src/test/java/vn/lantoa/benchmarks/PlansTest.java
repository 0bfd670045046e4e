package vn.lantoa.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlansTest {
    private static final String TOLD = """
            {"Query Text": "SELECT …", "Plan": {"Node Type": "Limit", "Actual Rows": 51.00, "Actual Loops": 1,
             "Shared Hit Blocks": 40, "Shared Read Blocks": 2, "Plans": [
              {"Node Type": "Nested Loop", "Actual Rows": 51, "Actual Loops": 1, "Plans": [
               {"Node Type": "Seq Scan", "Relation Name": "person", "Actual Rows": 51, "Actual Loops": 1,
                "Rows Removed by Filter": 19949},
               {"Node Type": "Index Scan", "Index Name": "unit_pk", "Relation Name": "unit", "Actual Rows": 1,
                "Actual Loops": 51}]}]}}""";

    @TempDir
    Path folder;

    @Test
    void aFullScanOfABigTableIsNamed() throws Exception {
        var told = new ObjectMapper().readTree(TOLD);
        var plan = Plan.of("BM4", "search", told, Set.of("person"));
        assertThat(plan.scanned()).containsExactly("person");
        assertThat(plan.buffers()).isEqualTo(42);
        assertThat(plan.tree()).isEqualTo("""
                Limit (51 rows)
                  Nested Loop (51 rows)
                    Seq Scan on person (51 rows, 19949 looked at in vain)
                    Index Scan unit_pk on unit (1 rows × 51)
                """);
        assertThat(Plan.of("BM4", "search", told, Set.of("unit")).scanned()).isEmpty();
        var stopped = new ObjectMapper().readTree(TOLD.replace("19949", "19948"));
        assertThat(Plan.of("BM4", "search", stopped, Set.of("person")).scanned())
                .isEmpty();
    }

    @Test
    void plansAreFoundAmongTheOtherEntriesOfALog() throws Exception {
        var log = folder.resolve("postgres.log");
        var old = "2026-11-23 UTC [1] LOG:  duration: 1 ms  plan:\n\t{\"Plan\": {}}\n";
        Files.writeString(log, old + """
                2026-11-23 UTC [1] LOG:  duration: 0.2 ms  plan:
                \t{
                \t  "Query Text": "SELECT 1",
                \t  "Plan": {"Node Type": "Result"}
                \t}
                2026-11-23 UTC [2] LOG:  checkpoint
                2026-11-23 UTC [1] LOG:  duration: 0.3 ms  plan:
                \t{"Query Text": "SELECT 2", "Plan": {}}
                """);
        assertThat(Plans.read(log, old.length()))
                .extracting(told -> told.path("Query Text").asText())
                .containsExactly("SELECT 1", "SELECT 2");
    }
}
