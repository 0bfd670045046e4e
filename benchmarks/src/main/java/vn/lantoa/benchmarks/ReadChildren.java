package vn.lantoa.benchmarks;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** BM2: a page of what stands under a unit on a day, against the same rows as one JSON array from bare SQL. */
final class ReadChildren implements Scenario {
    static final int PAGE = 50;
    private static final int CLIENTS = ReadUnit.CLIENTS;
    private static final double GOAL = 0.25;
    private static final LocalDate DAY = LocalDate.of(2024, 6, 30);

    /** The service's columns; one row more than the page tells whether another follows. */
    private static final String ROWS = """
            SELECT json_agg(child) FROM (
                SELECT c.line, c.depth, u.id, v.name, v.short_name, v.kind, v.sector, u.valid_from, u.valid_to, u.remark,
                       u.version, u.updated_at,
                       (SELECT i.value FROM unit_identifier i WHERE i.unit = u.id AND i.scheme = 'ADMINISTRATIVE_CODE'
                        AND i.valid @> given.day) AS code
                FROM (SELECT ?::uuid AS parent, ?::date AS day) AS given
                CROSS JOIN LATERAL (%s) AS c
                JOIN unit u ON u.id = c.unit
                JOIN unit_version v ON v.unit = u.id AND v.valid @> given.day
                ORDER BY v.name, v.unit, c.line LIMIT 51
            ) AS child""";

    static final String DIRECT = ROWS.formatted("""
            SELECT p.line, p.unit, 1 AS depth FROM unit_placement p
            WHERE p.parent = given.parent AND p.valid @> given.day""");

    /** As it is often written: down the whole subtree, then the first step of it. */
    private static final String RECURSIVE = ROWS.formatted("""
            WITH RECURSIVE below (line, unit, depth) AS (
                SELECT p.line, p.unit, 1 FROM unit_placement p WHERE p.parent = given.parent AND p.valid @> given.day
                UNION ALL
                SELECT p.line, p.unit, below.depth + 1 FROM below
                JOIN unit_placement p ON p.parent = below.unit AND p.line = below.line AND p.valid @> given.day
            ) SELECT line, unit, depth FROM below WHERE depth = 1""");

    @Override
    public String name() {
        return "BM2";
    }

    @Override
    public String title() {
        return "children of a unit as of a day, 50 a page, one statement";
    }

    @Override
    public List<Figure> run(Bench bench) throws Exception {
        bench.seedUnits();
        var database = bench.database("units");
        Load.warm(CLIENTS, bench.warmUp(), worker -> service(bench, Seed.wideUnits(worker)));
        Load.closed(CLIENTS, bench.warmUp().dividedBy(4), worker -> bare(database, DIRECT, worker));
        var rounds = Rounds.alternate(
                bench.rounds(),
                () -> Load.closed(CLIENTS, bench.roundTime(), worker -> service(bench, Seed.wideUnits(worker))),
                () -> Load.closed(CLIENTS, bench.roundTime(), worker -> bare(database, DIRECT, worker)));
        var recursive = Rounds.alternate(
                bench.rounds(),
                () -> Load.closed(CLIENTS, bench.roundTime(), worker -> bare(database, DIRECT, worker)),
                () -> Load.closed(CLIENTS, bench.roundTime(), worker -> bare(database, RECURSIVE, worker)));
        var calm = Load.open(
                rounds.medianOurs() * 0.6,
                CLIENTS * 2,
                bench.roundTime().multipliedBy(2),
                worker -> service(bench, Seed.wideUnits(worker)));
        bench.demandNoFailures(
                name(),
                rounds.failures() + recursive.failures() + calm.failures(),
                rounds.firstFailure() + recursive.firstFailure() + calm.firstFailure());
        return List.of(
                statements(bench, database),
                Figure.atLeast(name(), "pages a second, " + CLIENTS + " clients", rounds, "bare SQL to json_agg", GOAL),
                Figure.shown(name(), "bare SQL, direct", recursive, "bare SQL, recursive"),
                ReadUnit.latency(name(), calm));
    }

    private Figure statements(Bench bench, DataSource database) throws Exception {
        try (var step = service(bench, Seed.wideUnits(0))) {
            double each = Statements.aRequest(database, step);
            return new Figure(
                    name(),
                    "statements a page, counted by the server",
                    "%.2f".formatted(each),
                    "",
                    each,
                    "",
                    "= 1",
                    Math.round(each) == 1);
        }
    }

    /** Asks the service for one page after the other. */
    static Load.Step service(Bench bench, Supplier<UUID> parents) {
        var http = new RawHttp(bench.units());
        var token = bench.token("admin");
        return new Load.Step() {
            @Override
            public void run() {
                var path = "/api/units/v1/units/" + parents.get() + "/children?limit=" + PAGE + "&asOf=" + DAY;
                var answer = http.get(path, token);
                if (answer.status() != 200 || occurrences(answer.body(), "\"id\":\"") != PAGE) {
                    throw new IllegalStateException(answer.status() + " " + answer.body());
                }
            }

            @Override
            public void close() {
                http.close();
            }
        };
    }

    static int occurrences(String text, String part) {
        int count = 0;
        for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length())) {
            count++;
        }
        return count;
    }

    private static Load.Step bare(DataSource database, String sql, int worker) {
        var parents = Seed.wideUnits(worker);
        return Jdbc.step(database, false, connection -> {
            try (var select = connection.prepareStatement(sql)) {
                select.setObject(1, parents.get());
                select.setObject(2, DAY);
                try (var rows = select.executeQuery()) {
                    if (!rows.next() || rows.getString(1).length() < PAGE * 100) {
                        throw new SQLException("too few children");
                    }
                }
            }
        });
    }
}
