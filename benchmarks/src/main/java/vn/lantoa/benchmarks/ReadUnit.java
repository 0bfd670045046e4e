package vn.lantoa.benchmarks;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** BM1: one unit by id, token and rights checked, against the same SQL without a service. */
final class ReadUnit implements Scenario {
    static final int CLIENTS = 16;
    private static final double GOAL = 0.25;

    /** What the service asks for one unit. */
    static final String SQL = """
            SELECT u.id, u.valid_from, u.valid_to, u.valid @> picture.asked AS existing, u.remark, u.version,
                   u.created_at, u.updated_at, v.name, v.short_name, v.kind, v.sector,
                   (SELECT coalesce(json_agg(json_build_object('scheme', i.scheme, 'value', i.value,
                            'validFrom', i.valid_from, 'validTo', i.valid_to) ORDER BY i.scheme), '[]')
                    FROM unit_identifier i WHERE i.unit = u.id AND i.valid @> picture.day) AS identifiers,
                   (SELECT coalesce(json_agg(json_build_object('line', p.line, 'parent', p.parent,
                            'validFrom', p.valid_from, 'validTo', p.valid_to) ORDER BY p.line), '[]')
                    FROM unit_placement p WHERE p.unit = u.id AND p.valid @> picture.day) AS placements
            FROM unit u
            CROSS JOIN LATERAL (
                SELECT given.asked, CASE WHEN u.valid_to <= given.asked THEN u.valid_to - 1
                                         WHEN u.valid_from > given.asked THEN u.valid_from
                                         ELSE given.asked END AS day
                FROM (SELECT ?::date AS asked) AS given
            ) AS picture
            JOIN unit_version v ON v.unit = u.id AND v.valid @> picture.day
            WHERE u.id = ?""";

    @Override
    public String name() {
        return "BM1";
    }

    @Override
    public String title() {
        return "one unit by id among 100,000, token and rights checked";
    }

    @Override
    public List<Figure> run(Bench bench) {
        bench.seedUnits();
        var warm = bench.warmUp();
        Load.warm(CLIENTS, warm, worker -> service(bench, worker));
        Load.closed(CLIENTS, warm.dividedBy(4), worker -> bare(bench, worker));
        var rounds = Rounds.alternate(
                bench.rounds(),
                () -> Load.closed(CLIENTS, bench.roundTime(), worker -> service(bench, worker)),
                () -> Load.closed(CLIENTS, bench.roundTime(), worker -> bare(bench, worker)));
        var calm = Load.open(
                rounds.medianOurs() * 0.6,
                CLIENTS * 2,
                bench.roundTime().multipliedBy(2),
                worker -> service(bench, worker));
        bench.demandNoFailures(
                name(), rounds.failures() + calm.failures(), rounds.firstFailure() + calm.firstFailure());
        return List.of(
                Figure.atLeast(name(), "requests a second, " + CLIENTS + " clients", rounds, "bare SQL", GOAL),
                latency(name(), calm));
    }

    /** What an open model shows at 60 % of saturation. */
    static Figure latency(String scenario, Load.Measured calm) {
        return new Figure(
                scenario,
                "latency at 60 % of it, open model, p50 / p99",
                "%.1f / %.1f ms".formatted(calm.p50Millis(), calm.p99Millis()),
                "",
                calm.p99Millis(),
                "",
                "shown",
                true);
    }

    private static Load.Step service(Bench bench, int worker) {
        return service(bench, Seed.randomUnits(worker));
    }

    /** Asks the service for one unit after the other. */
    static Load.Step service(Bench bench, Supplier<UUID> ids) {
        var http = new RawHttp(bench.units());
        var token = bench.token("admin");
        return new Load.Step() {
            @Override
            public void run() {
                var id = ids.get().toString();
                var answer = http.get("/api/units/v1/units/" + id, token);
                if (answer.status() != 200 || !answer.body().contains(id)) {
                    throw new IllegalStateException(answer.status() + " " + answer.body());
                }
            }

            @Override
            public void close() {
                http.close();
            }
        };
    }

    private static Load.Step bare(Bench bench, int worker) {
        var ids = Seed.randomUnits(worker);
        var day = LocalDate.now(Bench.PROVINCE);
        return Jdbc.step(bench.database("units"), false, connection -> {
            try (PreparedStatement select = connection.prepareStatement(SQL)) {
                select.setObject(1, day);
                select.setObject(2, ids.get());
                try (var rows = select.executeQuery()) {
                    if (!rows.next()) {
                        throw new SQLException("no such unit");
                    }
                }
            }
        });
    }
}
