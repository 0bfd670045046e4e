package vn.lantoa.knownunits;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.lantoa.outbox.ReceivedEvent;

/** Writes the state of one unit over what was known of it. PostgreSQL reads the JSON: three round trips for any unit. */
final class UnitTables {
    private static final String PUT = """
            INSERT INTO known_unit AS known (id, valid_from, valid_to, aggregate_version)
            SELECT ?, s."validFrom", s."validTo", ?
            FROM jsonb_to_record(?::jsonb) AS s ("validFrom" date, "validTo" date)
            ON CONFLICT ON CONSTRAINT known_unit_pk DO UPDATE
            SET valid_from = EXCLUDED.valid_from, valid_to = EXCLUDED.valid_to,
                aggregate_version = EXCLUDED.aggregate_version
            WHERE known.aggregate_version %s EXCLUDED.aggregate_version
            RETURNING old.valid IS DISTINCT FROM new.valid
            """;
    private static final String PUT_NEWER = PUT.formatted("<");
    private static final String PUT_NOT_OLDER = PUT.formatted("<=");

    /** Lines on which the unit's place changed; every line it stands or stood on when its existence changed. */
    private static final String MOVED_LINES = """
            SELECT DISTINCT line
            FROM (
                SELECT line, parent, valid FROM known_unit_placement WHERE unit = ?
                UNION ALL
                SELECT DISTINCT p.line, p.parent, daterange(p."validFrom", p."validTo")
                FROM jsonb_to_recordset(?::jsonb -> 'placements')
                    AS p (line text, parent uuid, "validFrom" date, "validTo" date)
            ) AS place
            GROUP BY line, parent, valid
            HAVING count(*) = 1 OR ?
            """;

    private static final List<String> DELETES = List.of(
            "DELETE FROM known_unit_version WHERE unit = ?",
            "DELETE FROM known_unit_placement WHERE unit = ?",
            "DELETE FROM known_unit_identifier WHERE unit = ?",
            "DELETE FROM known_unit_lineage WHERE told_by = ?");

    private static final String TOLD = "WITH told AS (SELECT ?::uuid AS unit, ?::jsonb AS state) ";
    private static final List<String> INSERTS = List.of("""
            INSERT INTO known_unit_version (unit, name, short_name, kind, sector, valid_from, valid_to)
            SELECT told.unit, v.name, v."shortName", v.kind, v.sector, v."validFrom", v."validTo"
            FROM told, jsonb_to_recordset(told.state -> 'versions')
                AS v (name text, "shortName" text, kind text, sector text, "validFrom" date, "validTo" date)
            """, """
            INSERT INTO known_unit_placement (unit, line, parent, valid_from, valid_to)
            SELECT DISTINCT told.unit, p.line, p.parent, p."validFrom", p."validTo"
            FROM told, jsonb_to_recordset(told.state -> 'placements')
                AS p (line text, parent uuid, "validFrom" date, "validTo" date)
            """, """
            INSERT INTO known_unit_identifier (unit, scheme, value, valid_from, valid_to)
            SELECT DISTINCT told.unit, i.scheme, i.value, i."validFrom", i."validTo"
            FROM told, jsonb_to_recordset(told.state -> 'identifiers')
                AS i (scheme text, value text, "validFrom" date, "validTo" date)
            """, """
            INSERT INTO known_unit_lineage (told_by, predecessor, successor, reorganisation, kind, portion, effective_on)
            SELECT told.unit, l.unit, told.unit, l.reorganisation, l.kind, l.portion, l."effectiveOn"
            FROM told, jsonb_to_recordset(told.state -> 'predecessors')
                AS l (unit uuid, reorganisation uuid, kind text, portion text, "effectiveOn" date)
            """, """
            INSERT INTO known_unit_lineage (told_by, predecessor, successor, reorganisation, kind, portion, effective_on)
            SELECT told.unit, told.unit, l.unit, l.reorganisation, l.kind, l.portion, l."effectiveOn"
            FROM told, jsonb_to_recordset(told.state -> 'successors')
                AS l (unit uuid, reorganisation uuid, kind text, portion text, "effectiveOn" date)
            """);
    private static final String REPLACE =
            Stream.concat(DELETES.stream(), INSERTS.stream().map(TOLD::concat)).collect(Collectors.joining(";\n"));

    /** Puts the state unless it is older than what is known; answers the lines whose closure must follow. */
    List<String> put(Connection connection, ReceivedEvent event) throws SQLException {
        UUID unit = event.subject();
        String state = event.state().toString();
        boolean existenceChanged;
        try (var put = connection.prepareStatement(event.announcement() ? PUT_NOT_OLDER : PUT_NEWER)) {
            put.setObject(1, unit);
            put.setLong(2, event.aggregateVersion());
            put.setString(3, state);
            try (var result = put.executeQuery()) {
                if (!result.next()) {
                    return List.of();
                }
                existenceChanged = result.getBoolean(1);
            }
        }
        List<String> lines = movedLines(connection, unit, state, existenceChanged);
        replace(connection, unit, state);
        return lines;
    }

    private static List<String> movedLines(Connection connection, UUID unit, String state, boolean all)
            throws SQLException {
        try (var select = connection.prepareStatement(MOVED_LINES)) {
            select.setObject(1, unit);
            select.setString(2, state);
            select.setBoolean(3, all);
            List<String> lines = new ArrayList<>();
            try (var result = select.executeQuery()) {
                while (result.next()) {
                    lines.add(result.getString(1));
                }
            }
            return lines;
        }
    }

    private static void replace(Connection connection, UUID unit, String state) throws SQLException {
        try (var replace = connection.prepareStatement(REPLACE)) {
            int parameter = 0;
            for (int i = 0; i < DELETES.size(); i++) {
                replace.setObject(++parameter, unit);
            }
            for (int i = 0; i < INSERTS.size(); i++) {
                replace.setObject(++parameter, unit);
                replace.setString(++parameter, state);
            }
            replace.execute();
        }
    }
}
