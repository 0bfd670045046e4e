package vn.lantoa.benchmarks;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import vn.lantoa.platform.Part;

/**
 * CHECKS: what part of BM1 and BM5 goes into token, grants and scope: processor time of the service in these checks, by
 * samples, and time of their statements at the server, against the time of everything.
 */
final class CostOfChecks implements Scenario {
    private static final double READ_GOAL = 0.20;
    private static final double WRITE_GOAL = 0.10;

    /** Statements that ask for rights or whether a unit lies in a subtree. */
    private static final String OF_CHECKS = "query ~* 'access_[a-z]|known_unit_closure|FROM unit_closure'";

    private final Register register;

    CostOfChecks(Register register) {
        this.register = register;
    }

    @Override
    public String name() {
        return "CHECKS";
    }

    @Override
    public String title() {
        return "what token, grant and scope checks cost of BM1 and BM5";
    }

    @Override
    public List<Figure> run(Bench bench) throws Exception {
        bench.seedUnits();
        var stage = bench.stage();
        return List.of(
                share(bench, Part.UNITS, "BM1", READ_GOAL, worker -> ReadUnit.service(bench, Seed.randomUnits(worker))),
                share(bench, Part.CAMPAIGNS, "BM5", WRITE_GOAL, worker -> register.service(bench, stage)));
    }

    private Figure share(Bench bench, Part service, String of, double goal, IntFunction<Load.Step> step)
            throws Exception {
        Load.warm(ReadUnit.CLIENTS, bench.warmUp(), step);
        long pid = Jcmd.pid(bench.platform(), service);
        var shares = new ArrayList<Double>();
        long samples = 0;
        for (int round = 0; round < bench.rounds(); round++) {
            var sql = new StatementTimes(bench.database(service.key()));
            sql.begin();
            var before = Samples.processorTime(pid);
            var sampling = Samples.of(pid, bench.scratch("samples").resolve(of + round + ".jfr"), round == 0);
            var load = Load.closed(ReadUnit.CLIENTS, bench.roundTime(), step);
            var counted = sampling.end();
            double cpu = Samples.processorTime(pid).minus(before).toMillis();
            bench.demandNoFailures(name(), load.failures(), load.firstFailure());
            shares.add((counted.share() * cpu + sql.millis(OF_CHECKS)) / (cpu + sql.millis("true")));
            sql.end();
            samples += counted.all();
        }
        double median = Rounds.median(shares);
        return Figure.absolute(
                name(),
                "share of " + of + " in token, grant and scope checks",
                "%.3f",
                shares,
                samples + " samples",
                "≤ " + goal,
                samples > 0 && median <= goal);
    }

    /** How long the server was busy with statements. */
    private record StatementTimes(javax.sql.DataSource database) {
        void begin() throws Exception {
            Statements.count(database);
        }

        double millis(String which) throws SQLException {
            return Jdbc.count(database, """
                    SELECT coalesce(round(sum(total_exec_time)), 0)::bigint FROM pg_stat_statements
                    WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database()) AND %s""".formatted(which));
        }

        void end() throws Exception {
            Statements.rest(database);
        }
    }
}
