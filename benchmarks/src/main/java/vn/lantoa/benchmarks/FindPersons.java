package vn.lantoa.benchmarks;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** BM4: persons by parts of their names among 1,000,000, written with marks or without. */
final class FindPersons implements Scenario {
    private static final int CLIENTS = 4;
    private static final double P95_GOAL = 20;
    private static final double UNINDEXED_GOAL = 20;
    private static final int SAMPLE = 2000;
    private static final int PAGES = 3;

    private static final String UNINDEXED = """
            SELECT id, name FROM person WHERE unaccent(name) ILIKE '%' || unaccent(?) || '%'
            ORDER BY name || '' LIMIT 51""";

    private enum Kind {
        PREFIX("begin of a name"),
        MIDDLE("middle of a name"),
        WORDS("two words of a name"),
        FULL("whole name, with marks");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        String of(String name) {
            var words = name.split(" ");
            return switch (this) {
                case PREFIX -> Names.bare(words[0] + " " + words[1].charAt(0));
                case MIDDLE -> Names.bare(words[words.length - 2]);
                case WORDS -> Names.bare(words[words.length - 2] + " " + words[words.length - 1]);
                case FULL -> name;
            };
        }
    }

    @Override
    public String name() {
        return "BM4";
    }

    @Override
    public String title() {
        return "persons by parts of their names among 1,000,000";
    }

    @Override
    public boolean atScale() {
        return true;
    }

    @Override
    public List<Figure> run(Bench bench) throws Exception {
        var scale = bench.scale();
        var names = sample(bench, scale);
        Load.warm(CLIENTS, bench.scaleWarmUp(), worker -> search(bench, any(names, worker)));
        var figures = new ArrayList<Figure>();
        figures.add(recall(bench));
        for (var kind : Kind.values()) {
            figures.addAll(times(bench, kind, names));
        }
        figures.add(unindexed(bench, names));
        return figures;
    }

    private List<Figure> times(Bench bench, Kind kind, List<String> names) throws Exception {
        var measured = new ArrayList<Load.Measured>();
        for (int i = 0; i < bench.longRounds(); i++) {
            int round = i;
            measured.add(Load.closed(1, bench.scaleRound(), worker -> search(bench, texts(kind, names, round))));
        }
        measured.forEach(each -> bench.demandNoFailures(name(), each.failures(), each.firstFailure()));
        var p95 = measured.stream().map(Load.Measured::p95Millis).toList();
        double p50 =
                Rounds.median(measured.stream().map(Load.Measured::p50Millis).toList());
        try (var step = search(bench, texts(kind, names, 7))) {
            return List.of(
                    Figure.absolute(
                            name(),
                            kind.title + ", p95",
                            "%.1f ms",
                            p95,
                            "p50 %.1f ms".formatted(p50),
                            "≤ 20 ms",
                            Rounds.median(p95) <= P95_GOAL),
                    Plans.noFullScans(bench, name(), kind.title, step));
        }
    }

    private Figure unindexed(Bench bench, List<String> names) {
        var rounds = Rounds.alternate(
                bench.longRounds(),
                () -> Load.closed(
                        1, bench.scaleRound().dividedBy(2), worker -> search(bench, texts(Kind.WORDS, names, 3))),
                () -> Load.closed(1, bench.scaleRound().dividedBy(2), worker -> {
                    var texts = texts(Kind.WORDS, names, 3);
                    return Jdbc.rows(bench.database("units"), UNINDEXED, () -> new Object[] {texts.get()});
                }));
        bench.demandNoFailures(name(), rounds.failures(), rounds.firstFailure());
        return Figure.atLeast(
                name(), "searches for two words a second", rounds, "unaccent ILIKE without an index", UNINDEXED_GOAL);
    }

    /** Every spelling of every part of the marked names finds its person. */
    private Figure recall(Bench bench) {
        long asked = 0;
        long found = 0;
        var missed = "";
        try (var gets = new Gets(bench)) {
            for (int i = 0; i < Names.MARKED.size() + Names.FORMER.size(); i++) {
                boolean former = i >= Names.MARKED.size();
                var name = former ? Names.FORMER.get(i - Names.MARKED.size()) : Names.MARKED.get(i);
                var person = Scale.person(former ? 1 + i - Names.MARKED.size() : Scale.FIRST_MARKED + i)
                        .toString();
                for (var text : Names.parts(name).stream()
                        .flatMap(part -> Names.spellings(part).stream())
                        .toList()) {
                    asked++;
                    if (finds(gets, text, person)) {
                        found++;
                    } else if (missed.isEmpty()) {
                        missed = "not found by " + text;
                    }
                }
            }
        }
        return new Figure(
                name(),
                "recall of exact folds, %d spellings of parts of present and former names".formatted(asked),
                "%.1f %%".formatted(100.0 * found / asked),
                missed,
                (double) found / asked,
                "",
                "= 100 %",
                found == asked);
    }

    private static boolean finds(Gets gets, String text, String person) {
        var path = "/persons?limit=50&q=" + Gets.encoded(text);
        var cursor = "";
        for (int page = 0; page < PAGES; page++) {
            var answer = gets.json(path + cursor);
            for (var item : answer.path("items")) {
                if (item.path("id").asText().equals(person)) {
                    return true;
                }
            }
            if (answer.path("next").isNull()) {
                return false;
            }
            cursor = "&cursor=" + answer.path("next").asText();
        }
        return false;
    }

    private static Load.Step search(Bench bench, Supplier<String> texts) {
        return Gets.step(
                bench, () -> "/persons?limit=20&q=" + Gets.encoded(texts.get()), body -> body.contains("\"id\":\""));
    }

    private static Supplier<String> texts(Kind kind, List<String> names, int seed) {
        var random = new Random(seed);
        return () -> kind.of(names.get(random.nextInt(names.size())));
    }

    private static Supplier<String> any(List<String> names, int seed) {
        var random = new Random(seed);
        return () -> Kind.values()[random.nextInt(Kind.values().length)].of(names.get(random.nextInt(names.size())));
    }

    private static List<String> sample(Bench bench, Scale scale) throws SQLException {
        var random = new Random(4);
        var ids = IntStream.range(0, SAMPLE)
                .mapToObj(i -> Scale.person(1 + random.nextInt(scale.persons())))
                .toArray();
        var names = new ArrayList<String>();
        try (var connection = bench.database("units").getConnection();
                var select = connection.prepareStatement("SELECT name FROM person WHERE id = ANY (?)")) {
            select.setArray(1, connection.createArrayOf("uuid", ids));
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
        }
        return names;
    }
}
