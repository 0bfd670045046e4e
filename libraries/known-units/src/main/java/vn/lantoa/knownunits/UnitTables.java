package vn.lantoa.knownunits;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import vn.lantoa.outbox.ReceivedEvent;

/**
 * Writes the states of units over what was known of them, a batch at a time: PostgreSQL reads the JSON, so the round trips
 * are four however many units there are.
 */
final class UnitTables {
    private static final String TOLD = "WITH told AS MATERIALIZED (SELECT t.unit, t.state::jsonb AS state"
            + " FROM unnest(?::uuid[], ?::text[]) AS t (unit, state)) ";

    private static final String PUT = """
            INSERT INTO known_unit AS known (id, valid_from, valid_to, aggregate_version)
            SELECT t.unit, s."validFrom", s."validTo", t.version
            FROM unnest(?::uuid[], ?::text[], ?::bigint[]) AS t (unit, state, version),
                 jsonb_to_record(t.state::jsonb) AS s ("validFrom" date, "validTo" date)
            ORDER BY t.unit
            ON CONFLICT ON CONSTRAINT known_unit_pk DO UPDATE
            SET valid_from = EXCLUDED.valid_from, valid_to = EXCLUDED.valid_to,
                aggregate_version = EXCLUDED.aggregate_version
            WHERE known.aggregate_version %s EXCLUDED.aggregate_version
            RETURNING known.id, old.id IS NULL AS fresh, old.valid IS DISTINCT FROM new.valid AS existence_changed
            """;
    private static final String PUT_NEWER = PUT.formatted("<");
    private static final String PUT_NOT_OLDER = PUT.formatted("<=");

    /** Lines on which a unit's place changed; every line it stands or stood on when its existence changed. */
    private static final String MOVED_LINES = TOLD + """
            SELECT DISTINCT unit, line
            FROM (
                SELECT p.unit, p.line, p.parent, p.valid FROM known_unit_placement p WHERE p.unit = ANY (?::uuid[])
                UNION ALL
                SELECT DISTINCT told.unit, p.line, p.parent, daterange(p."validFrom", p."validTo")
                FROM told, jsonb_to_recordset(told.state -> 'placements')
                    AS p (line text, parent uuid, "validFrom" date, "validTo" date)
            ) AS place
            GROUP BY unit, line, parent, valid
            HAVING count(*) = 1 OR unit = ANY (?::uuid[])
            """;

    private static final String DELETE = String.join(
            ";\n",
            "DELETE FROM known_unit_version WHERE unit = ANY (?::uuid[])",
            "DELETE FROM known_unit_placement WHERE unit = ANY (?::uuid[])",
            "DELETE FROM known_unit_identifier WHERE unit = ANY (?::uuid[])",
            "DELETE FROM known_unit_lineage WHERE told_by = ANY (?::uuid[])");
    private static final int DELETES = 4;

    /** One statement, so that a state is sent and parsed once for all of its tables. */
    private static final String INSERT = TOLD + """
            , versions AS (
                INSERT INTO known_unit_version (unit, name, short_name, kind, sector, valid_from, valid_to)
                SELECT told.unit, v.name, v."shortName", v.kind, v.sector, v."validFrom", v."validTo"
                FROM told, jsonb_to_recordset(told.state -> 'versions')
                    AS v (name text, "shortName" text, kind text, sector text, "validFrom" date, "validTo" date)
            ), placements AS (
                INSERT INTO known_unit_placement (unit, line, parent, valid_from, valid_to)
                SELECT DISTINCT told.unit, p.line, p.parent, p."validFrom", p."validTo"
                FROM told, jsonb_to_recordset(told.state -> 'placements')
                    AS p (line text, parent uuid, "validFrom" date, "validTo" date)
            ), identifiers AS (
                INSERT INTO known_unit_identifier (unit, scheme, value, valid_from, valid_to)
                SELECT DISTINCT told.unit, i.scheme, i.value, i."validFrom", i."validTo"
                FROM told, jsonb_to_recordset(told.state -> 'identifiers')
                    AS i (scheme text, value text, "validFrom" date, "validTo" date)
            )
            INSERT INTO known_unit_lineage (told_by, predecessor, successor, reorganisation, kind, portion, effective_on,
                                            heir)
            SELECT told.unit, CASE end_told WHEN 'predecessors' THEN l.unit ELSE told.unit END,
                   CASE end_told WHEN 'predecessors' THEN told.unit ELSE l.unit END,
                   l.reorganisation, l.kind, l.portion, l."effectiveOn", coalesce(l.heir, false)
            FROM told, unnest(ARRAY['predecessors', 'successors']) AS end_told,
                 jsonb_to_recordset(told.state -> end_told)
                     AS l (unit uuid, reorganisation uuid, kind text, portion text, "effectiveOn" date, heir boolean)
            """;

    /**
     * Puts states unless they are older than what is known. No unit may come twice.
     *
     * @return the units whose closure must follow, by line
     */
    Map<String, Set<UUID>> put(Connection connection, Collection<ReceivedEvent> events, boolean announcements)
            throws SQLException {
        Map<UUID, String> states = new TreeMap<>();
        Map<UUID, Long> versions = new TreeMap<>();
        for (var event : events) {
            states.put(event.subject(), event.state().toString());
            versions.put(event.subject(), event.aggregateVersion());
        }
        var known = new HashSet<UUID>();
        var existence = new HashSet<UUID>();
        var written = new TreeMap<UUID, String>();
        try (var put = connection.prepareStatement(announcements ? PUT_NOT_OLDER : PUT_NEWER)) {
            put.setArray(1, ids(connection, states.keySet()));
            put.setArray(2, texts(connection, states.values()));
            put.setArray(3, connection.createArrayOf("bigint", versions.values().toArray()));
            try (var result = put.executeQuery()) {
                while (result.next()) {
                    var unit = result.getObject(1, UUID.class);
                    written.put(unit, java.util.Objects.requireNonNull(states.get(unit)));
                    if (!result.getBoolean(2)) {
                        known.add(unit);
                    }
                    if (result.getBoolean(3)) {
                        existence.add(unit);
                    }
                }
            }
        }
        if (written.isEmpty()) {
            return Map.of();
        }
        var moved = movedLines(connection, written, known, existence);
        if (!known.isEmpty()) {
            delete(connection, known);
        }
        insert(connection, written);
        return moved;
    }

    private static Map<String, Set<UUID>> movedLines(
            Connection connection, Map<UUID, String> written, Set<UUID> known, Set<UUID> existence)
            throws SQLException {
        try (var select = connection.prepareStatement(MOVED_LINES)) {
            select.setArray(1, ids(connection, written.keySet()));
            select.setArray(2, texts(connection, written.values()));
            select.setArray(3, ids(connection, known));
            select.setArray(4, ids(connection, existence));
            Map<String, Set<UUID>> lines = new TreeMap<>();
            try (var result = select.executeQuery()) {
                while (result.next()) {
                    lines.computeIfAbsent(result.getString(2), _ -> new TreeSet<>())
                            .add(result.getObject(1, UUID.class));
                }
            }
            return lines;
        }
    }

    private static void delete(Connection connection, Set<UUID> units) throws SQLException {
        var ids = ids(connection, units);
        try (var delete = connection.prepareStatement(DELETE)) {
            for (int i = 1; i <= DELETES; i++) {
                delete.setArray(i, ids);
            }
            delete.execute();
        }
    }

    private static void insert(Connection connection, Map<UUID, String> written) throws SQLException {
        try (var insert = connection.prepareStatement(INSERT)) {
            insert.setArray(1, ids(connection, written.keySet()));
            insert.setArray(2, texts(connection, written.values()));
            insert.executeUpdate();
        }
    }

    private static Array ids(Connection connection, Collection<UUID> ids) throws SQLException {
        return connection.createArrayOf("uuid", ids.toArray());
    }

    private static Array texts(Connection connection, Collection<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }
}
