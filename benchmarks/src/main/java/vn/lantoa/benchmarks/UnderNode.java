package vn.lantoa.benchmarks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** BM3: everything under a node of 500 and of 10,000 units on any day, units in order of names and members unit by unit, 50 a page. */
final class UnderNode implements Scenario {
    private static final double RECURSIVE_GOAL = 5;

    /** The first persons came after the first units; then also a tenth of them fills a page. */
    private static final int YEARS_UNTIL_MEMBERS = 8;

    private static final Pattern NAMED = Pattern.compile("(?<!:):(node|day)\\b");

    private static final String UNITS = """
            SELECT hit.line, hit.depth, u.id, v.name, v.short_name, v.kind, v.sector, u.valid_from, u.valid_to, u.remark,
                   u.version, u.updated_at,
                   (SELECT i.value FROM unit_identifier i WHERE i.unit = u.id AND i.scheme = 'ADMINISTRATIVE_CODE'
                    AND i.valid @> :day) AS code
            FROM (SELECT c.line, c.depth, v.id AS version
                  FROM unit_closure c JOIN unit_version v ON v.unit = c.descendant AND v.valid @> :day
                  WHERE c.ancestor = :node AND c.valid @> :day AND c.depth > 0
                  ORDER BY v.name, v.unit, c.line LIMIT 51) AS hit
            JOIN unit_version v ON v.id = hit.version JOIN unit u ON u.id = v.unit
            ORDER BY v.name, v.unit, hit.line""";

    private static final String MEMBERS = """
            SELECT m.*, p.name AS person_name, v.name AS unit_name
            FROM (SELECT m.* FROM unit_closure c JOIN membership m ON m.unit = c.descendant AND m.line = c.line
                  WHERE c.ancestor = :node AND c.line = 'ADMINISTRATIVE' AND c.valid @> :day AND m.valid @> :day
                  ORDER BY c.descendant, m.id LIMIT 51) AS m
            JOIN person p ON p.id = m.person
            JOIN unit_version v ON v.unit = m.unit AND v.valid @> :day
            ORDER BY m.unit, m.id""";

    private static final String CLOSURE =
            "SELECT count(*) FROM unit_closure c WHERE c.ancestor = :node AND c.line = 'ADMINISTRATIVE' AND c.valid @> :day";

    private static final String RECURSIVE = """
            WITH RECURSIVE below (unit) AS (
                SELECT :node
                UNION ALL
                SELECT p.unit FROM below JOIN unit_placement p
                ON p.parent = below.unit AND p.line = 'ADMINISTRATIVE' AND p.valid @> :day
            ) SELECT count(*) FROM below""";

    private enum Size {
        WIDE("500"),
        WIDEST("10,000");

        private final String title;

        Size(String title) {
            this.title = title;
        }

        Supplier<UUID> nodes(int worker) {
            return this == WIDE ? Scale.wide(worker) : Scale.widest(worker);
        }
    }

    @Override
    public String name() {
        return "BM3";
    }

    @Override
    public String title() {
        return "units and members under a node of 500 and of 10,000 units on any day";
    }

    @Override
    public boolean atScale() {
        return true;
    }

    @Override
    public List<Figure> run(Bench bench) throws Exception {
        bench.scale();
        var figures = new ArrayList<Figure>();
        for (var size : Size.values()) {
            figures.addAll(against(bench, size, "units", UNITS, "/descendants?limit=50&asOf="));
            figures.addAll(against(bench, size, "members", MEMBERS, "/members?within=true&limit=50&asOf="));
            figures.add(recursive(bench, size));
        }
        return figures;
    }

    private List<Figure> against(Bench bench, Size size, String what, String sql, String path) throws Exception {
        int later = what.equals("units") ? 0 : YEARS_UNTIL_MEMBERS;
        IntFunction<Load.Step> service = worker -> {
            var nodes = size.nodes(worker);
            var days = Scale.days(worker);
            return Gets.step(
                    bench,
                    () -> "/units/" + nodes.get() + path + days.get().plusYears(later),
                    body -> ReadChildren.occurrences(body, "\"validFrom\":\"") >= 50);
        };
        Load.closed(4, bench.scaleWarmUp(), service);
        var rounds = Rounds.alternate(
                bench.longRounds(),
                () -> Load.closed(1, bench.scaleRound(), service),
                () -> Load.closed(1, bench.scaleRound(), worker -> bare(bench, sql, size, worker, later)));
        bench.demandNoFailures(name(), rounds.failures(), rounds.firstFailure());
        var title = "%s under a node of %s units".formatted(what, size.title);
        try (var one = service.apply(7)) {
            return List.of(
                    Latency.withinAMillisecond(name(), title, rounds), Plans.noFullScans(bench, name(), title, one));
        }
    }

    private Figure recursive(Bench bench, Size size) {
        Load.closed(1, bench.scaleRound().dividedBy(4), worker -> bare(bench, CLOSURE, size, worker, 0));
        var rounds = Rounds.alternate(
                bench.longRounds(),
                () -> Load.closed(1, bench.scaleRound().dividedBy(2), worker -> bare(bench, CLOSURE, size, worker, 0)),
                () -> Load.closed(
                        1, bench.scaleRound().dividedBy(2), worker -> bare(bench, RECURSIVE, size, worker, 0)));
        bench.demandNoFailures(name(), rounds.failures(), rounds.firstFailure());
        var title = "units under a node of " + size.title + ", bare SQL by closure";
        return size == Size.WIDEST
                ? Figure.atLeast(name(), title, rounds, "recursive SQL", RECURSIVE_GOAL)
                : Figure.shown(name(), title, rounds, "recursive SQL");
    }

    private static Load.Step bare(Bench bench, String sql, Size size, int worker, int yearsLater) {
        var nodes = size.nodes(worker);
        Supplier<LocalDate> days = Scale.days(worker);
        var names = NAMED.matcher(sql).results().map(each -> each.group(1)).toList();
        var text = NAMED.matcher(sql).replaceAll(each -> each.group(1).equals("node") ? "?::uuid" : "?::date");
        return Jdbc.rowsPlannedForTheirValues(bench.database("units"), text, () -> {
            var node = nodes.get();
            var day = days.get().plusYears(yearsLater);
            return names.stream().map(name -> name.equals("node") ? node : day).toArray();
        });
    }
}
