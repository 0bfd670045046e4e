package vn.lantoa.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** BM9: the list of 1,000,000 persons from the first page to the last, none twice, none left out. */
final class PageThrough implements Scenario {
    private static final int PAGE = 200;
    private static final double GOAL = 1.2;
    private static final String OFFSET = "SELECT id, name FROM person ORDER BY name, id OFFSET ? LIMIT 201";

    @Override
    public String name() {
        return "BM9";
    }

    @Override
    public String title() {
        return "the list of 1,000,000 persons from the first page to the last";
    }

    @Override
    public boolean atScale() {
        return true;
    }

    @Override
    public List<Figure> run(Bench bench) throws Exception {
        var scale = bench.scale();
        Load.warm(2, bench.scaleWarmUp(), worker -> page(bench, ""));
        var walk = walk(bench);
        long there = Jdbc.count(bench.database("units"), "SELECT count(*) FROM person");
        if (walk.persons() != there) {
            throw new IllegalStateException(
                    "%d persons on the pages, %d in the table".formatted(walk.persons(), there));
        }
        var rounds = Rounds.alternate(
                bench.rounds(),
                () -> Load.closed(1, bench.scaleRound().dividedBy(2), worker -> page(bench, walk.last())),
                () -> Load.closed(1, bench.scaleRound().dividedBy(2), worker -> page(bench, "")));
        bench.demandNoFailures(name(), rounds.failures(), rounds.firstFailure());
        var ratios = new ArrayList<Double>();
        for (int i = 0; i < rounds.ours().size(); i++) {
            ratios.add(rounds.ours().get(i).p50Millis() / rounds.limit().get(i).p50Millis());
        }
        var offset = Load.closed(
                1,
                bench.scaleRound().dividedBy(2),
                worker -> Jdbc.rows(bench.database("units"), OFFSET, () -> new Object[] {scale.persons() - PAGE}));
        try (var one = page(bench, walk.last())) {
            return List.of(
                    Figure.absolute(
                            name(),
                            "last page of %d rows to the first, p50".formatted(PAGE),
                            "%.2f",
                            ratios,
                            "last page by offset, bare SQL %.0f ms".formatted(offset.p50Millis()),
                            "≤ 1.2",
                            Rounds.median(ratios) <= GOAL),
                    Figure.absolute(
                            name(),
                            "rows a second, one client",
                            "%.0f/s",
                            List.of(walk.perSecond()),
                            "",
                            "shown",
                            true),
                    Plans.noFullScans(bench, name(), "a page near the end", one));
        }
    }

    /** @param last cursor of the last page that was full */
    private record Walk(long persons, double perSecond, String last) {}

    private static Walk walk(Bench bench) {
        Set<String> seen = new HashSet<>();
        long begun = System.nanoTime();
        var last = "";
        try (var gets = new Gets(bench)) {
            for (var cursor = ""; ; ) {
                JsonNode page = gets.json("/persons?limit=" + PAGE + cursor);
                for (var item : page.path("items")) {
                    if (!seen.add(item.path("id").asText())) {
                        throw new IllegalStateException(item + " stands on two pages");
                    }
                }
                if (page.path("items").size() == PAGE) {
                    last = cursor;
                }
                if (page.path("next").isNull()) {
                    break;
                }
                cursor = "&cursor=" + page.path("next").asText();
            }
        }
        return new Walk(seen.size(), seen.size() / ((System.nanoTime() - begun) / 1e9), last);
    }

    private static Load.Step page(Bench bench, String cursor) {
        return Gets.step(
                bench,
                () -> "/persons?limit=" + PAGE + cursor,
                body -> ReadChildren.occurrences(body, "\"id\":\"") >= PAGE);
    }
}
