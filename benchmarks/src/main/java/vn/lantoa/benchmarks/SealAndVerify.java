package vn.lantoa.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import vn.lantoa.audit.proof.CanonicalEntry;
import vn.lantoa.audit.proof.ExportWriter;
import vn.lantoa.audit.proof.Frontier;
import vn.lantoa.audit.proof.Hashes;
import vn.lantoa.audit.proof.Head;
import vn.lantoa.audit.proof.SigningKey;
import vn.lantoa.audit.proof.VerifyAudit;

/**
 * AUDIT: how fast a backlog of the audit trail is sealed while others write, what writers pay for the index that sealing
 * needs and for its running beside them, and how long a program of its own takes to verify a million entries.
 */
final class SealAndVerify implements Scenario {
    private static final double SEALED_GOAL = 5_000;
    private static final double VERIFY_GOAL_SECONDS = 20;
    private static final int WRITERS = 2;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String SERVICE = "campaigns";

    private static final String COLUMNS =
            "(id, occurred_at, account, person, action, entity, entity_id, before, after, request_id, trace_id)";
    private static final String VALUES = """
            SELECT uuidv7(), now(), 'https://id.example officer', gen_random_uuid(), 'registration.submit', 'registration',
                   gen_random_uuid(), jsonb_build_object('status', 'DRAFT', 'title', 'Đăng ký thi đua năm 2026', 'n', n),
                   jsonb_build_object('status', 'SUBMITTED', 'title', 'Đăng ký thi đua năm 2026', 'n', n),
                   gen_random_uuid(), md5(n::text) FROM generate_series(1, %d) AS n""";

    @Override
    public String name() {
        return "AUDIT";
    }

    @Override
    public String title() {
        return "sealing the audit trail beside writers, what writers pay, verifying 1,000,000 entries";
    }

    @Override
    public List<Figure> run(Bench bench) throws Exception {
        var database = bench.database(SERVICE);
        var figures = new ArrayList<Figure>();
        figures.add(indexForWriters(bench, database));
        figures.addAll(sealing(bench, database));
        figures.add(verifying(bench));
        return figures;
    }

    /** Single-entry transactions into copies of the table, with and without the index that sealing needs. */
    private Figure indexForWriters(Bench bench, DataSource database) throws SQLException {
        Jdbc.execute(
                database,
                "DROP TABLE IF EXISTS bench_entry_with, bench_entry_without",
                "CREATE TABLE bench_entry_with (LIKE audit_entry INCLUDING ALL)",
                "CREATE TABLE bench_entry_without (LIKE audit_entry INCLUDING DEFAULTS)",
                "ALTER TABLE bench_entry_without ADD PRIMARY KEY (id)",
                "CREATE INDEX ON bench_entry_without (entity_id, id)");
        var rounds = Rounds.alternate(
                bench.rounds(),
                () -> write(bench, database, "bench_entry_with"),
                () -> write(bench, database, "bench_entry_without"));
        bench.demandNoFailures(name(), rounds.failures(), rounds.firstFailure());
        Jdbc.execute(database, "DROP TABLE bench_entry_with, bench_entry_without");
        return Figure.atLeast(name(), "entries written with the index of sealing", rounds, "without", 0.9);
    }

    private static Load.Measured write(Bench bench, DataSource database, String table) {
        var insert = "INSERT INTO " + table + " " + COLUMNS + " " + VALUES.formatted(1);
        return Load.closed(
                WRITERS,
                bench.roundTime(),
                worker -> Jdbc.step(database, false, connection -> {
                    try (var statement = connection.prepareStatement(insert)) {
                        statement.executeUpdate();
                    }
                }));
    }

    /** A backlog is there at once; the running service seals it while others write. */
    private List<Figure> sealing(Bench bench, DataSource database) throws Exception {
        int backlog = bench.quick() ? 20_000 : 200_000;
        var rates = new ArrayList<Double>();
        var beside = new ArrayList<Load.Measured>();
        var alone = new ArrayList<Load.Measured>();
        for (int round = 0; round < bench.rounds(); round++) {
            awaitAllSealed(database);
            alone.add(write(bench, database, "audit_entry"));
            awaitAllSealed(database);
            long before = sealed(database);
            Jdbc.execute(database, "INSERT INTO audit_entry " + COLUMNS + " " + VALUES.formatted(backlog));
            var writing = CompletableFuture.supplyAsync(() -> write(bench, database, "audit_entry"));
            Waiting.until(
                    "the backlog is sealed",
                    PATIENCE,
                    Duration.ofMillis(100),
                    () -> sealed(database) >= before + backlog);
            beside.add(writing.get());
            rates.add(rate(database, before, before + backlog));
        }
        var failed = new Rounds(beside, alone);
        bench.demandNoFailures(name(), failed.failures(), failed.firstFailure());
        return List.of(
                Figure.absolute(
                        name(),
                        "entries sealed beside %d writers".formatted(WRITERS),
                        "%.0f/s",
                        rates,
                        "backlog of %,d".formatted(backlog),
                        "≥ %.0f/s".formatted(SEALED_GOAL),
                        Rounds.median(rates) >= SEALED_GOAL),
                Figure.shown(name(), "entries written while a backlog is sealed", failed, "while nothing is sealed"));
    }

    /** From the first head over the backlog to the last: what the first one holds was sealed before the clock started. */
    private static double rate(DataSource database, long from, long to) throws SQLException {
        long entries = Jdbc.count(database, """
                SELECT max(size) - min(size) FROM audit_head WHERE size > %1$d AND size <=
                    (SELECT min(size) FROM audit_head WHERE size >= %2$d)""".formatted(from, to));
        long micros = Jdbc.count(database, """
                SELECT (extract(epoch FROM max(sealed_at) - min(sealed_at)) * 1000000)::bigint FROM audit_head
                WHERE size > %1$d AND size <= (SELECT min(size) FROM audit_head WHERE size >= %2$d)""".formatted(from, to));
        return micros == 0 ? 0 : entries * 1_000_000.0 / micros;
    }

    private static long sealed(DataSource database) throws SQLException {
        return Jdbc.count(database, "SELECT coalesce(max(size), 0) FROM audit_head");
    }

    private static void awaitAllSealed(DataSource database) throws Exception {
        Waiting.until(
                "everything is sealed",
                PATIENCE,
                Duration.ofMillis(100),
                () -> sealed(database) >= Jdbc.count(database, "SELECT count(*) FROM audit_entry"));
    }

    private Figure verifying(Bench bench) throws Exception {
        int entries = bench.quick() ? 100_000 : 1_000_000;
        var export = bench.scratch("audit").resolve("export.jsonl.gz");
        export(export, entries);
        var seconds = new ArrayList<Double>();
        for (int round = 0; round < bench.longRounds(); round++) {
            long begun = System.nanoTime();
            var program = bench.child(
                    List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            VerifyAudit.class.getName(),
                            export.toString()),
                    Map.of(),
                    Objects.requireNonNull(export.toAbsolutePath().getParent()),
                    "verify-audit");
            program.awaitSuccess(PATIENCE);
            seconds.add((System.nanoTime() - begun) / 1e9);
        }
        Files.delete(export);
        return Figure.absolute(
                name(),
                "verifying %,d entries in a program of its own".formatted(entries),
                "%.1f s",
                seconds,
                "",
                "≤ %.0f s".formatted(VERIFY_GOAL_SECONDS),
                Rounds.median(seconds) <= VERIFY_GOAL_SECONDS);
    }

    /** As a service would write it. */
    private static void export(Path file, int entries) throws Exception {
        var seed = new byte[SigningKey.LENGTH];
        Arrays.fill(seed, (byte) 7);
        var key = new SigningKey("lantoa/bench", seed);
        var hashes = new Hashes();
        var tree = new Frontier();
        var at = Instant.parse("2026-11-23T01:02:03Z");
        for (int i = 0; i < entries; i++) {
            tree.append(hashes.leaf(entry(i, at).bytes()));
        }
        var head = new Head("lantoa/bench", entries, tree.root(), at, 1).signed(List.of(key));
        try (var out = Files.newOutputStream(file);
                var writer = new ExportWriter(out)) {
            writer.begin("lantoa/bench", entries, List.of(key.verifying().toString()), List.of(head));
            for (int i = 0; i < entries; i++) {
                var entry = entry(i, at);
                writer.leaf(i, hashes.leaf(entry.bytes()), entry.id(), entry);
            }
            writer.end(entries);
        }
    }

    private static CanonicalEntry entry(int number, Instant at) {
        var person = new UUID(number * 0x9E3779B97F4A7C15L, number * 0xC2B2AE3D27D4EB4FL);
        return new CanonicalEntry(
                new UUID(0x0190_0000_0000_7000L + number, person.getLeastSignificantBits()),
                at.plusMillis(number),
                "https://id.example officer",
                person,
                null,
                "registration.submit",
                "registration",
                person,
                "{\"status\": \"DRAFT\", \"title\": \"Đăng ký thi đua năm 2026\", \"n\": " + number + "}",
                "{\"status\": \"SUBMITTED\", \"title\": \"Đăng ký thi đua năm 2026\", \"n\": " + number + "}",
                null,
                person,
                "0af7651916cd43dd8448eb211c80319c",
                Integer.toString(1_000 + number));
    }
}
