package vn.lantoa.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The same table three times: printed, as Markdown, as JSON. */
record Report(
        Instant at,
        Map<String, String> machine,
        String method,
        Map<String, Long> rows,
        List<Figure> figures,
        List<String> notes,
        List<Plan> plans) {

    String markdown() {
        var text = new StringBuilder("# Benchmark, %s%n%n".formatted(at));
        machine.forEach((key, value) ->
                text.append("- ").append(key).append(": ").append(value).append('\n'));
        text.append("- method: ").append(method).append('\n');
        rows.forEach((table, count) -> text.append("- rows in ")
                .append(table)
                .append(": ")
                .append(count)
                .append('\n'));
        notes.forEach(note -> text.append("- ").append(note).append('\n'));
        text.append(
                "\n| Scenario | What | Ours | Against | Ratio | Spread | Goal | Met |\n|---|---|---|---|---|---|---|---|\n");
        for (var f : figures) {
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %s | %s | %.2f | %s | %s | %s |%n",
                    f.scenario(),
                    cell(f.what()),
                    f.value(),
                    f.against(),
                    f.ratio(),
                    f.spread(),
                    f.goal(),
                    f.met() ? "yes" : "NO"));
        }
        if (!plans.isEmpty()) {
            text.append("\n## Plans\n\nAs the server told them of the service's own statements, one of each.\n");
        }
        plans.forEach(plan -> text.append("\n")
                .append(plan.scenario())
                .append(", ")
                .append(plan.what())
                .append(": ")
                .append(plan.buffers())
                .append(" pages\n```\n")
                .append(plan.tree())
                .append("```\n"));
        return text.toString();
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace('\n', ' ');
    }

    /** Every goal met, and nothing that failed to run. */
    boolean good() {
        return figures.stream().allMatch(Figure::met);
    }

    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("latest.md"), markdown());
        var mapper = new ObjectMapper()
                .findAndRegisterModules()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        mapper.writeValue(folder.resolve("latest.json").toFile(), this);
    }
}
