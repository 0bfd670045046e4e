package vn.lantoa.units.bulk;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import vn.lantoa.events.units.UnitChange;
import vn.lantoa.events.units.UnitRegistered;
import vn.lantoa.outbox.Outbox;
import vn.lantoa.sql.Query;
import vn.lantoa.units.unit.LineOffence;
import vn.lantoa.units.unit.Lines;
import vn.lantoa.units.unit.PlacementRules;
import vn.lantoa.units.unit.Units;

/** Writes the units of a judged file: all rows by a few statements, then the lines, then their events. */
@Singleton
class UnitWriter {
    private static final int AT_A_TIME = 500;
    private static final int OFFENCES_AT_A_TIME = 10_000;

    private static final String UNITS = """
            INSERT INTO unit (id, valid_from, valid_to, remark, begin_reason, begin_document, end_reason, end_document,
                              version, created_at, updated_at)
            SELECT r.id, (r.data ->> 'validFrom')::date, (r.data ->> 'validTo')::date, r.data ->> 'remark',
                   r.data ->> 'beginReason', r.data ->> 'beginDocument', r.data ->> 'endReason', r.data ->> 'endDocument',
                   0, ?, ?
            FROM bulk_row r WHERE r.import = ? AND r.outcome = 'NEW' AND r.data ->> 'fact' = 'UNIT'
            """;

    /** A name holds until the next one begins. */
    private static final String VERSIONS = """
            INSERT INTO unit_version (id, unit, name, short_name, kind, sector, valid_from, valid_to)
            SELECT uuidv7(), unit, name, short_name, kind, sector, begins, coalesce(next, ends)
            FROM (SELECT u.id AS unit, r.data ->> 'name' AS name, r.data ->> 'shortName' AS short_name,
                         r.data ->> 'kind' AS kind, r.data ->> 'sector' AS sector,
                         (r.data ->> 'validFrom')::date AS begins, u.valid_to AS ends,
                         lead((r.data ->> 'validFrom')::date) OVER (
                             PARTITION BY u.id ORDER BY (r.data ->> 'validFrom')::date NULLS FIRST) AS next
                  FROM bulk_row r JOIN unit u ON u.id = (r.data ->> 'unit')::uuid
                  WHERE r.import = ? AND r.outcome = 'NEW' AND r.data ->> 'fact' IN ('UNIT', 'VERSION')) AS v
            """;

    private static final String IDENTIFIERS = """
            INSERT INTO unit_identifier (id, unit, scheme, value, valid_from, valid_to)
            SELECT uuidv7(), u.id, r.data ->> 'scheme', r.data ->> 'code',
                   coalesce((r.data ->> 'validFrom')::date, u.valid_from), coalesce((r.data ->> 'validTo')::date, u.valid_to)
            FROM bulk_row r JOIN unit u ON u.id = (r.data ->> 'unit')::uuid
            WHERE r.import = ? AND r.outcome = 'NEW' AND r.data ->> 'fact' IN ('UNIT', 'IDENTIFIER') AND r.data ?? 'code'
            """;

    private static final String PLACES = """
            INSERT INTO unit_placement (id, unit, line, parent, valid_from, valid_to)
            SELECT uuidv7(), u.id, r.data ->> 'line', (r.data ->> 'parent')::uuid,
                   coalesce((r.data ->> 'validFrom')::date, u.valid_from), coalesce((r.data ->> 'validTo')::date, u.valid_to)
            FROM bulk_row r JOIN unit u ON u.id = (r.data ->> 'unit')::uuid
            WHERE r.import = ? AND r.outcome = 'NEW' AND r.data ->> 'fact' IN ('UNIT', 'PLACEMENT') AND r.data ?? 'line'
            """;

    private final DataSource database;
    private final EntityManager entities;
    private final Units units;
    private final Lines lines;
    private final PlacementRules rules;
    private final StagedRows staged;
    private final Outbox outbox;

    UnitWriter(
            DataSource database,
            EntityManager entities,
            Units units,
            Lines lines,
            PlacementRules rules,
            StagedRows staged,
            Outbox outbox) {
        this.database = database;
        this.entities = entities;
        this.units = units;
        this.lines = lines;
        this.rules = rules;
        this.staged = staged;
        this.outbox = outbox;
    }

    void write(BulkCaller caller) {
        var id = caller.importId();
        var placed = placed(id);
        lines.lock(placed.keySet());
        insert(caller);
        lines.settle(placed);
        publish(id);
    }

    private void insert(BulkCaller caller) {
        var id = caller.importId();
        Query.of(UNITS, caller.now(), caller.now(), id).change(database);
        Query.of(VERSIONS, id).change(database);
        Query.of(IDENTIFIERS, id).change(database);
        Query.of(PLACES, id).change(database);
    }

    /**
     * Writes the units, asks the rules of the lines, and takes the units back. Rows of places that a rule refuses are wrong
     * from now on.
     *
     * @return whether there were any
     */
    boolean refuseOffences(BulkCaller caller) {
        var id = caller.importId();
        Query.of("SAVEPOINT bulk_trial").change(database);
        insert(caller);
        var offences = rules.offences(
                placed(id).values().stream().flatMap(Collection::stream).collect(Collectors.toSet()),
                OFFENCES_AT_A_TIME);
        Query.of("ROLLBACK TO SAVEPOINT bulk_trial").change(database);
        Query.of("RELEASE SAVEPOINT bulk_trial").change(database);
        staged.refuse(id, offences.isEmpty() ? List.of() : refused(id, offences));
        return !offences.isEmpty();
    }

    /** Each offence at the row of its place; where several of the unit stand on the line, at that of the day. */
    private List<RefusedRow> refused(UUID id, List<LineOffence> offences) {
        var places = new HashMap<Integer, Integer>();
        Query.of(
                        """
                SELECT DISTINCT ON (o.n) o.n, r.place
                FROM unnest(?, ?, ?) WITH ORDINALITY AS o (unit, line, day, n)
                JOIN bulk_row r ON r.import = ? AND r.outcome = 'NEW' AND r.data ->> 'unit' = o.unit::text
                    AND r.data ->> 'line' = o.line
                ORDER BY o.n, bulk_period((r.data ->> 'validFrom')::date, (r.data ->> 'validTo')::date) @> o.day DESC, r.place
                """,
                        offences.stream().map(LineOffence::unit).toArray(UUID[]::new),
                        offences.stream().map(LineOffence::line).toArray(String[]::new),
                        offences.stream().map(LineOffence::day).toArray(LocalDate[]::new),
                        id)
                .list(database, row -> places.put(row.integer("n") - 1, row.integer("place")));
        var refused = new HashMap<Integer, RefusedRow>();
        places.forEach((n, place) -> {
            var offence = rules.error(offences.get(n), "");
            var words = offence.args().stream().map(String::valueOf).toList();
            refused.putIfAbsent(place, new RefusedRow(place, new RowError("line", offence.code(), words)));
        });
        return List.copyOf(refused.values());
    }

    private Map<String, Collection<UUID>> placed(UUID id) {
        var placed = new HashMap<String, Collection<UUID>>();
        Query.of("""
                SELECT DISTINCT r.data ->> 'line' AS line, (r.data ->> 'unit')::uuid AS unit FROM bulk_row r
                WHERE r.import = ? AND r.outcome = 'NEW' AND r.data ?? 'line' AND r.data ->> 'fact' IN ('UNIT', 'PLACEMENT')
                """, id)
                .list(
                        database,
                        row -> placed.computeIfAbsent(row.text("line"), line -> new java.util.ArrayList<>())
                                .add(row.id("unit")));
        return placed;
    }

    private void publish(UUID id) {
        var after = new UUID(0, 0);
        while (true) {
            var ids = next(id, after);
            if (ids.isEmpty()) {
                return;
            }
            outbox.publishApart(units.all(ids).stream()
                    .map(unit -> {
                        LocalDate from = unit.life().from();
                        var change = new UnitChange(UnitKind.PERMISSION, from, null, null);
                        return new UnitRegistered(unit.id(), change, unit.state(List.of(), List.of()));
                    })
                    .toList());
            entities.clear();
            after = ids.getLast();
        }
    }

    private List<UUID> next(UUID id, UUID after) {
        return Query.of("""
                SELECT r.id FROM bulk_row r
                WHERE r.import = ? AND r.outcome = 'NEW' AND r.data ->> 'fact' = 'UNIT' AND r.id > ?
                ORDER BY r.id LIMIT ?
                """, id, after, AT_A_TIME).list(database, row -> row.id("id"));
    }
}
