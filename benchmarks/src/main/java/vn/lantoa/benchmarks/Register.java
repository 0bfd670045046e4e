package vn.lantoa.benchmarks;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** BM5: register for a campaign (row, audit entry, outbox row, idempotency key), against the same statements bare. */
final class Register implements Scenario {
    private static final int CLIENTS = 16;
    private static final double GOAL = 0.5;
    private static final double COST_GOAL = 0.75;
    private static final int FIRST_YEAR = 1950;
    private static final int YEARS = 250;

    private final AtomicInteger next = new AtomicInteger();

    @Override
    public String name() {
        return "BM5";
    }

    @Override
    public String title() {
        return "register for a campaign: row, audit, outbox, idempotency key";
    }

    @Override
    public List<Figure> run(Bench bench) throws SQLException {
        var stage = bench.stage();
        Load.warm(CLIENTS, bench.warmUp(), worker -> service(bench, stage));
        Load.closed(CLIENTS, bench.warmUp().dividedBy(4), worker -> bare(bench, stage, true));
        var rounds = Rounds.alternate(
                bench.rounds(),
                () -> Load.closed(CLIENTS, bench.roundTime(), worker -> service(bench, stage)),
                () -> Load.closed(CLIENTS, bench.roundTime(), worker -> bare(bench, stage, true)));
        bench.awaitOutboxEmpty("campaigns");
        var cost = Rounds.alternate(
                bench.rounds(),
                () -> Load.closed(CLIENTS, bench.roundTime(), worker -> bare(bench, stage, true)),
                () -> Load.closed(CLIENTS, bench.roundTime(), worker -> bare(bench, stage, false)));
        bench.demandNoFailures(
                name(), rounds.failures() + cost.failures(), rounds.firstFailure() + cost.firstFailure());
        return List.of(
                new Figure(
                        name(),
                        "commits a second, " + CLIENTS + " clients",
                        "%.0f/s".formatted(rounds.medianOurs()),
                        "bare SQL %.0f/s".formatted(rounds.medianLimit()),
                        rounds.medianRatio(),
                        rounds.spread(),
                        "≥ " + GOAL,
                        rounds.medianRatio() >= GOAL),
                new Figure(
                        name(),
                        "bare SQL with outbox, event log and audit, against without",
                        "%.0f/s".formatted(cost.medianOurs()),
                        "without %.0f/s".formatted(cost.medianLimit()),
                        cost.medianRatio(),
                        cost.spread(),
                        "≥ " + COST_GOAL,
                        cost.medianRatio() >= COST_GOAL));
    }

    /** A registration that nobody has written yet. */
    record Next(UUID campaign, UUID unit, int year) {}

    Next next(Stage stage) {
        int n = next.getAndIncrement();
        return new Next(
                stage.campaignFor(n),
                stage.units().get(n % stage.units().size()),
                FIRST_YEAR + n / stage.units().size() % YEARS);
    }

    Load.Step service(Bench bench, Stage stage) {
        var http = new RawHttp(bench.campaigns());
        var token = bench.token("bench-officer");
        return new Load.Step() {
            @Override
            public void run() {
                int n = next.getAndIncrement();
                var unit = stage.units().get(n % stage.units().size());
                int year = FIRST_YEAR + n / stage.units().size() % YEARS;
                var body = """
                        {"campaign":"%s","unit":"%s","year":%d,"titlesAimedAt":["TTLDTT"],"tasks":["Số hóa hồ sơ lưu trữ"],\
                        "targets":[{"name":"Hồ sơ số hóa","unitOfMeasure":"hồ sơ","value":1200}]}""".formatted(stage.campaignFor(n), unit, year);
                var answer =
                        http.post("/api/campaigns/v1/registrations", token, body, "bench-" + n + "-" + stage.run());
                if (answer.status() != 201 || !answer.body().contains("\"DRAFT\"")) {
                    throw new IllegalStateException(answer.status() + " " + answer.body());
                }
            }

            @Override
            public void close() {
                http.close();
            }
        };
    }

    private Load.Step bare(Bench bench, Stage stage, boolean withOutboxAndAudit) {
        return Jdbc.step(bench.database("campaigns"), true, connection -> {
            int n = next.getAndIncrement();
            new BareRegistration(
                            connection,
                            UUID.randomUUID(),
                            stage.campaignFor(n),
                            stage.units().get(n % stage.units().size()))
                    .write(FIRST_YEAR + n / stage.units().size() % YEARS, withOutboxAndAudit);
        });
    }

    /** The statements of the endpoint, with payloads of the same size. */
    private record BareRegistration(Connection connection, UUID id, UUID campaign, UUID unit) {
        private static final String PAYLOAD = "{\"state\":\"" + "x".repeat(600) + "\"}";

        void write(int year, boolean withOutboxAndAudit) throws SQLException {
            run(
                    "SELECT * FROM idempotency_claim(?, ?, ?, ?, now(), now() + interval '1 day')",
                    "bench",
                    "POST /registrations",
                    id.toString(),
                    new byte[32]);
            run("SELECT code, title, status, starts_on, ends_on FROM campaign WHERE id = ? FOR KEY SHARE", campaign);
            run(
                    "SELECT u.id, v.name FROM known_unit u JOIN known_unit_version v ON v.unit = u.id WHERE u.id = ?",
                    unit);
            run("""
                    INSERT INTO registration (id, campaign, unit, year, registered_on, titles_aimed_at, tasks, targets,
                        status, drafted_by, version, created_at, updated_at)
                    VALUES (?, ?, ?, ?, ?, '{TTLDTT}', '{"Số hóa hồ sơ lưu trữ"}',
                        '[{"name": "Hồ sơ số hóa", "unitOfMeasure": "hồ sơ", "value": 1200}]', 'DRAFT', ?, 0, now(), now())""", id, campaign, unit, year, LocalDate.now(Bench.PROVINCE), id);
            if (withOutboxAndAudit) {
                run("""
                        INSERT INTO audit_entry (id, occurred_at, account, person, action, entity, entity_id, after, request_id)
                        VALUES (?, now(), 'bench', ?, 'registration.draft', 'registration', ?, ?::jsonb, ?)""", UUID.randomUUID(), id, id, PAYLOAD, id);
                run("""
                        WITH counted AS (
                            INSERT INTO event_version AS v (subject, aggregate, version) VALUES (?, 'registration', 1)
                            ON CONFLICT ON CONSTRAINT event_version_pk DO UPDATE SET version = v.version + 1 RETURNING version)
                        INSERT INTO outbox (type, topic, subject, aggregate_version, payload, content_type, scope_unit,
                                            announcement, occurred_at)
                        SELECT 'vn.lantoa.campaigns.registration.drafted.v1', 'lantoa.campaigns.registration', ?,
                               counted.version, ?, 'application/json', ?, false, ? FROM counted""", id, id, PAYLOAD, unit, OffsetDateTime.now(Bench.PROVINCE));
            }
            run(
                    "UPDATE idempotency_key SET status = 201, headers = '{}', body = ? WHERE client = 'bench' AND key = ?"
                            + " AND operation = 'POST /registrations'",
                    PAYLOAD.getBytes(StandardCharsets.UTF_8),
                    id.toString());
        }

        private void run(String sql, Object... values) throws SQLException {
            try (var statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < values.length; i++) {
                    statement.setObject(i + 1, values[i]);
                }
                statement.execute();
            }
        }
    }
}
