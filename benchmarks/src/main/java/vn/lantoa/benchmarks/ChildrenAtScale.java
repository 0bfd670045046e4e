package vn.lantoa.benchmarks;

import java.util.List;

/** BM2S: what stood under a unit on any day of twenty years, offices moved from one to the other meanwhile. */
final class ChildrenAtScale implements Scenario {
    private static final int CLIENTS = ReadUnit.CLIENTS;
    private static final double GOAL = 0.25;
    private static final int FEWEST = 10;

    @Override
    public String name() {
        return "BM2S";
    }

    @Override
    public String title() {
        return "children of a unit on any day of 20 years";
    }

    @Override
    public boolean atScale() {
        return true;
    }

    @Override
    public List<Figure> run(Bench bench) throws Exception {
        bench.scale();
        Load.warm(CLIENTS, bench.scaleWarmUp(), worker -> service(bench, worker));
        var rounds = Rounds.alternate(
                bench.longRounds(),
                () -> Load.closed(CLIENTS, bench.scaleRound(), worker -> service(bench, worker)),
                () -> Load.closed(CLIENTS, bench.scaleRound(), worker -> bare(bench, worker)));
        bench.demandNoFailures(name(), rounds.failures(), rounds.firstFailure());
        try (var one = service(bench, 7)) {
            return List.of(
                    Figure.atLeast(
                            name(), "pages a second, " + CLIENTS + " clients", rounds, "bare SQL to json_agg", GOAL),
                    Plans.noFullScans(bench, name(), "children of a unit", one));
        }
    }

    private static Load.Step service(Bench bench, int worker) {
        var nodes = Scale.wide(worker);
        var days = Scale.days(worker);
        return Gets.step(
                bench,
                () -> "/units/" + nodes.get() + "/children?limit=50&asOf=" + days.get(),
                body -> ReadChildren.occurrences(body, "\"id\":\"") >= FEWEST);
    }

    private static Load.Step bare(Bench bench, int worker) {
        var nodes = Scale.wide(worker);
        var days = Scale.days(worker);
        return Jdbc.rows(bench.database("units"), ReadChildren.DIRECT, () -> new Object[] {nodes.get(), days.get()});
    }
}
