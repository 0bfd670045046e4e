package vn.lantoa.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code ./lantoa bench [--quick] [--peers] [--scale] [--list] [SCENARIO…]}: measures, prints the table, writes it as JSON and
 * Markdown. A scenario that fails does not stop the others. 1 when a goal is missed or a scenario failed.
 */
public final class Main {
    private static final Register REGISTER = new Register();

    /** In the order in which they run. */
    static final List<Scenario> SCENARIOS = List.of(
            new StartUp(),
            new EventLatency(),
            REGISTER,
            new ReadUnit(),
            new ReadChildren(),
            new CostOfChecks(REGISTER),
            new SealAndVerify(),
            new ColdStart(),
            new CatchUp(),
            new ReformTheCountry(),
            new UnitsAtScale(),
            new ChildrenAtScale(),
            new UnderNode(),
            new FindPersons(),
            new PageThrough(),
            new ExportPersons(),
            new ReorganiseMany(),
            new ImportPersons());

    /** What others make of the same rows; asked for by {@code --peers} or by name. */
    static final List<Scenario> PEERS = List.of(new PostGraphilePeer(REGISTER), new DebeziumPeer());

    private Main() {}

    public static void main(String[] args) throws Exception {
        var choice = Choice.of(List.of(args), SCENARIOS, PEERS);
        if (choice.list()) {
            SCENARIOS.forEach(Main::list);
            PEERS.forEach(Main::list);
            return;
        }
        choice.unknown().ifPresent(name -> {
            System.err.println("There is no scenario " + name + ": ./lantoa bench --list names them.");
            System.exit(2);
        });
        System.exit(run(choice) ? 0 : 1);
    }

    private static void list(Scenario scenario) {
        var beside = scenario.besides().isEmpty() ? "" : " (" + String.join(", ", scenario.besides()) + "; --peers)";
        System.out.printf("%-12s %s%s%n", scenario.name(), scenario.title(), beside);
    }

    private static boolean run(Choice choice) throws Exception {
        Path scratch = Files.createTempDirectory("lantoa-bench");
        var changeLog = choice.scenarios().stream().anyMatch(Scenario::readsChangeLog);
        try (var bench = new Bench(scratch, choice.quick(), changeLog)) {
            Runtime.getRuntime().addShutdownHook(new Thread(bench::close, "stop-bench"));
            var machine = Machine.facts(bench.project(), scratch);
            say("starting a platform of its own");
            bench.startFor(choice.scenarios().getFirst());
            machine.put(
                    "postgresql",
                    Jdbc.text(bench.database("units"), "SHOW server_version").orElse("unknown"));
            var figures = new ArrayList<Figure>();
            var words = new Words(scratch, bench.project());
            for (var scenario : choice.scenarios()) {
                figures.addAll(figures(scenario, bench, words));
            }
            var report = new Report(
                    Instant.now().truncatedTo(ChronoUnit.SECONDS),
                    machine,
                    method(bench),
                    rows(bench),
                    figures,
                    bench.notes(),
                    bench.plans());
            System.out.println(report.markdown());
            report.write(bench.project().resolve("docs/benchmarks"));
            say("written to docs/benchmarks/latest.md and latest.json");
            return report.good();
        }
    }

    private static List<Figure> figures(Scenario scenario, Bench bench, Words words) {
        say(scenario.name() + ": " + scenario.title());
        try {
            bench.startFor(scenario);
            var measured = scenario.run(bench);
            measured.forEach(figure -> say("  " + figure.line()));
            return measured;
        } catch (Skipped skipped) {
            var note = scenario.name() + " was left out: " + words.clean(String.valueOf(skipped.getMessage()));
            say(note);
            bench.notes().add(note);
            return List.of();
        } catch (Exception e) {
            say(scenario.name() + " failed");
            e.printStackTrace();
            return List.of(new Figure(
                    scenario.name(),
                    "failed: " + words.clean(String.valueOf(e.getMessage())),
                    "",
                    "",
                    0,
                    "",
                    "runs",
                    false));
        }
    }

    private static String method(Bench bench) {
        return "%s, %d rounds of %d s by turns (%d where a round is long), warm-up %d s"
                .formatted(
                        bench.quick() ? "quick: shows that it works, services are cold" : "full",
                        bench.rounds(),
                        bench.roundTime().toSeconds(),
                        bench.longRounds(),
                        bench.warmUp().toSeconds());
    }

    private static Map<String, Long> rows(Bench bench) {
        try {
            return bench.rows();
        } catch (SQLException gone) {
            return new LinkedHashMap<>();
        }
    }

    private static void say(String what) {
        System.err.println("bench: " + what);
    }
}
