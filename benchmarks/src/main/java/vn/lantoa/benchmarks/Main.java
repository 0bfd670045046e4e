package vn.lantoa.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** {@code ./lantoa bench [--quick] [--list] [SCENARIO…]}: measures, prints the table, writes it as JSON and Markdown. */
public final class Main {
    /** In the order in which they run. */
    static final List<Scenario> SCENARIOS = List.of(new StartUp(), new EventLatency(), new Register(), new ReadUnit());

    private Main() {}

    public static void main(String[] args) throws Exception {
        var words = List.of(args);
        if (words.contains("--list")) {
            SCENARIOS.forEach(s -> System.out.printf("%-6s %s%n", s.name(), s.title()));
            return;
        }
        var wanted = chosen(words);
        if (words.contains("--peers")) {
            System.out.println(
                    "No external peer is wired up yet; every figure below stands against bare SQL or a fixed goal.");
        }
        System.exit(run(wanted, words.contains("--quick")) ? 0 : 1);
    }

    private static List<Scenario> chosen(List<String> words) {
        var names = words.stream()
                .filter(w -> !w.startsWith("--"))
                .map(w -> w.toUpperCase(Locale.ROOT))
                .toList();
        var known = SCENARIOS.stream().map(Scenario::name).toList();
        names.stream().filter(n -> !known.contains(n)).findFirst().ifPresent(n -> {
            System.err.println("No scenario " + n + ": choose from " + String.join(", ", known) + ".");
            System.exit(2);
        });
        return SCENARIOS.stream()
                .filter(s -> names.isEmpty() || names.contains(s.name()))
                .toList();
    }

    private static boolean run(List<Scenario> scenarios, boolean quick) throws Exception {
        Path home = Files.createTempDirectory("lantoa-bench");
        var bench = new Bench(home, quick);
        Runtime.getRuntime().addShutdownHook(new Thread(bench::close, "stop-bench"));
        try {
            say("starting a platform of its own");
            bench.start(step -> {});
            var machine = Machine.facts(home);
            var figures = new ArrayList<Figure>();
            for (var scenario : scenarios) {
                say(scenario.name() + ": " + scenario.title());
                figures.addAll(scenario.run(bench));
            }
            var report = new Report(Instant.now().truncatedTo(ChronoUnit.SECONDS), machine, bench.rows(), figures);
            System.out.println(report.markdown());
            Path folder = Path.of(System.getProperty("lantoa.project", ".")).resolve("docs/benchmarks");
            report.write(folder);
            say("written to " + folder);
            return figures.stream().allMatch(Figure::met);
        } finally {
            bench.close();
            delete(home);
        }
    }

    private static void say(String what) {
        System.err.println("bench: " + what);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted((a, b) -> b.getNameCount() - a.getNameCount())
                    .forEach(file -> file.toFile().delete());
        }
    }
}
