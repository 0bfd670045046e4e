package vn.lantoa.benchmarks;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** BM1S: one unit as of a day of twenty years, by id and by a code that passed from one unit to another. */
final class UnitsAtScale implements Scenario {
    private static final int CLIENTS = ReadUnit.CLIENTS;
    private static final double GOAL = 0.25;

    private static final String BY_CODE = ReadUnit.SQL.replace(
            "WHERE u.id = ?",
            "WHERE u.id = (SELECT b.unit FROM unit_identifier b WHERE b.scheme = 'QD20' AND b.value = ? AND b.valid @> ?::date)");

    @Override
    public String name() {
        return "BM1S";
    }

    @Override
    public String title() {
        return "one unit on any day of 20 years, by id and by code, 100,000 units and 2,000 reorganisations";
    }

    @Override
    public boolean atScale() {
        return true;
    }

    @Override
    public List<Figure> run(Bench bench) throws Exception {
        bench.scale();
        Load.warm(CLIENTS, bench.scaleWarmUp(), worker -> byId(bench, worker));
        Load.warm(CLIENTS, bench.scaleWarmUp().dividedBy(2), worker -> byCode(bench, worker));
        var ids = alternate(bench, worker -> byId(bench, worker), worker -> bareById(bench, worker));
        var codes = alternate(bench, worker -> byCode(bench, worker), worker -> bareByCode(bench, worker));
        bench.demandNoFailures(name(), ids.failures() + codes.failures(), ids.firstFailure() + codes.firstFailure());
        try (var one = byId(bench, 7);
                var other = byCode(bench, 7)) {
            return List.of(
                    Figure.atLeast(name(), "by id, requests a second, " + CLIENTS + " clients", ids, "bare SQL", GOAL),
                    Figure.atLeast(
                            name(), "by code, requests a second, " + CLIENTS + " clients", codes, "bare SQL", GOAL),
                    Plans.noFullScans(bench, name(), "by id", one),
                    Plans.noFullScans(bench, name(), "by code", other));
        }
    }

    private static Rounds alternate(
            Bench bench,
            java.util.function.IntFunction<Load.Step> ours,
            java.util.function.IntFunction<Load.Step> bare) {
        return Rounds.alternate(
                bench.longRounds(),
                () -> Load.closed(CLIENTS, bench.scaleRound(), ours),
                () -> Load.closed(CLIENTS, bench.scaleRound(), bare));
    }

    private static Load.Step byId(Bench bench, int worker) {
        var random = new Random(worker);
        var days = Scale.days(worker);
        return Gets.step(
                bench,
                () -> "/units/" + Scale.unit(random.nextInt(Scale.FIRST_RESULT)) + "?asOf=" + days.get(),
                body -> body.contains("\"asOf\":"));
    }

    /** A code that a merger's result took over: who bore it depends on the day. */
    private record Asked(String code, LocalDate day, UUID bearer) {
        static Asked next(Random random, java.util.function.Supplier<LocalDate> days) {
            int reform = 4 * (1 + random.nextInt(Scale.REFORMS / 4 - 1)) + random.nextInt(2);
            var day = days.get();
            return new Asked(Scale.code(Scale.leaf(Scale.officeOf(reform), 1)), day, Scale.bearer(reform, day));
        }
    }

    private static Load.Step byCode(Bench bench, int worker) {
        var random = new Random(worker);
        var days = Scale.days(worker);
        var gets = new Gets(bench);
        return new Load.Step() {
            @Override
            public void run() {
                var asked = Asked.next(random, days);
                var body = gets.text("/units/resolve?scheme=QD20&code=" + asked.code() + "&asOf=" + asked.day());
                if (!body.startsWith("{\"id\":\"" + asked.bearer())) {
                    throw new IllegalStateException(asked + ": " + body);
                }
            }

            @Override
            public void close() {
                gets.close();
            }
        };
    }

    private static Load.Step bareById(Bench bench, int worker) {
        var random = new Random(worker);
        var days = Scale.days(worker);
        return Jdbc.rows(bench.database("units"), ReadUnit.SQL, () ->
                new Object[] {days.get(), Scale.unit(random.nextInt(Scale.FIRST_RESULT))});
    }

    private static Load.Step bareByCode(Bench bench, int worker) {
        var random = new Random(worker);
        var days = Scale.days(worker);
        return Jdbc.rows(bench.database("units"), BY_CODE, () -> {
            var asked = Asked.next(random, days);
            return new Object[] {asked.day(), asked.code(), asked.day()};
        });
    }
}
