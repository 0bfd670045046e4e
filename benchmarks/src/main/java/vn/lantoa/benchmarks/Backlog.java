package vn.lantoa.benchmarks;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import vn.lantoa.platform.Part;

/**
 * Events that wait in the outbox of units-service: a real event of a person and one of a unit, said by the service itself,
 * are taken from its log and multiplied by SQL under ids of their own, nine persons for each unit.
 */
final class Backlog {
    static final int UNITS_EVERY = 10;

    private final DataSource units;
    private final UUID person;
    private final UUID unit;

    private Backlog(DataSource units, UUID person, UUID unit) {
        this.units = units;
        this.person = person;
        this.unit = unit;
    }

    /** Has the service say the two events, and waits until they stand in its log and in the replicas. */
    static Backlog prepare(Bench bench) throws Exception {
        var person = Setup.create(bench.platform(), Part.UNITS, "admin", "/persons", "{\"name\":\"Nông Văn Dền\"}");
        var unit = Setup.create(bench.platform(), Part.UNITS, "admin", "/units", """
                {"name":"Sở Trùng Khánh","kind":"DEPARTMENT","sector":"STATE","validFrom":"2020-01-01",
                 "placements":[{"line":"ADMINISTRATIVE","parent":"%s","validFrom":"2020-01-01"}]}""".formatted(bench.root()));
        awaitCount(
                bench,
                "units",
                2,
                "SELECT count(*) FROM event_log WHERE subject IN ('%s', '%s')".formatted(person, unit));
        for (String replica : List.of("campaigns", "recognition")) {
            awaitCount(bench, replica, 1, "SELECT count(*) FROM known_person WHERE id = '" + person + "'");
            awaitCount(bench, replica, 1, "SELECT count(*) FROM known_unit WHERE id = '" + unit + "'");
        }
        return new Backlog(bench.database("units"), person, unit);
    }

    private static void awaitCount(Bench bench, String service, long count, String sql) throws Exception {
        Waiting.until(
                "two events that " + service + " knows of",
                Duration.ofSeconds(60),
                Duration.ofMillis(100),
                () -> Jdbc.count(bench.database(service), sql) == count);
    }

    /** In one transaction, with the versions of their aggregates. */
    void insert(int events) throws SQLException {
        try (var connection = units.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("""
                    CREATE TEMP TABLE waiting ON COMMIT DROP AS
                    SELECT n, uuidv7() AS id,
                           CASE WHEN n %% %d = 0 THEN '%s'::uuid ELSE '%s'::uuid END AS model
                    FROM generate_series(1, %d) AS n""".formatted(UNITS_EVERY, unit, person, events));
            statement.execute("""
                    INSERT INTO event_version (subject, aggregate, version)
                    SELECT w.id, v.aggregate, 1 FROM waiting w JOIN event_version v ON v.subject = w.model""");
            statement.execute("""
                    INSERT INTO outbox (type, topic, subject, aggregate_version, payload, content_type, scope_unit,
                                        announcement, occurred_at)
                    SELECT e.type, e.topic, w.id, 1, replace(e.payload, e.subject::text, w.id::text), 'application/json',
                           CASE WHEN e.scope_unit IS NOT NULL THEN w.id END, false, now()
                    FROM waiting w JOIN event_log e ON e.subject = w.model ORDER BY w.n""");
            connection.commit();
        }
        Jdbc.execute(units, "ANALYZE outbox");
    }

    /** The payload of a person's event. */
    String payload() throws SQLException {
        return Jdbc.text(units, "SELECT payload FROM event_log WHERE subject = '" + person + "'")
                .orElseThrow();
    }
}
