package vn.lantoa.units.line;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import vn.lantoa.units.UnitsFixture;

/** What must hold of a ruled line on every day on which something changes on it, asked day by day of the bare facts. */
final class LineCheck {
    /** Every day on which anything about the line's units changes, and the day before. */
    private static final String DAYS = """
            WITH RECURSIVE place AS (SELECT * FROM unit_placement WHERE line = ?),
            boundary AS (
                SELECT valid_from AS day FROM place UNION SELECT valid_to FROM place
                UNION SELECT v.valid_from FROM unit_version v JOIN place p ON p.unit = v.unit
                UNION SELECT v.valid_to FROM unit_version v JOIN place p ON p.unit = v.unit
                UNION SELECT r.valid_from FROM line_rule r WHERE r.line = ?
                UNION SELECT r.valid_to FROM line_rule r WHERE r.line = ?
                UNION SELECT DATE '1900-01-01'
            ), days (day) AS (SELECT day FROM boundary WHERE day IS NOT NULL UNION SELECT day - 1 FROM boundary WHERE day IS NOT NULL),
            """;

    private static final String OFFENCES = DAYS + """
            link AS (
                SELECT d.day, p.unit, p.parent, c.kind, a.kind AS parent_kind, u.id IS NOT NULL AS parent_exists,
                       EXISTS (SELECT FROM line_rule r WHERE r.line = p.line AND r.child_kind = c.kind
                               AND r.parent_kind IS NOT DISTINCT FROM a.kind AND r.valid @> d.day) AS allowed
                FROM days d JOIN place p ON p.valid @> d.day
                LEFT JOIN unit_version c ON c.unit = p.unit AND c.valid @> d.day
                LEFT JOIN unit_version a ON a.unit = p.parent AND a.valid @> d.day
                LEFT JOIN unit u ON u.id = p.parent AND u.valid @> d.day
            ), up (day, start, node, depth) AS (
                SELECT day, unit, parent, 1 FROM link
                UNION ALL
                SELECT up.day, up.start, l.parent, up.depth + 1 FROM up JOIN link l ON l.unit = up.node AND l.day = up.day
                WHERE up.depth < 60
            )
            SELECT 'kind against the rules', l.unit, l.day FROM link l WHERE NOT l.allowed
              AND (l.day IN (SELECT day FROM boundary WHERE day IS NOT NULL) OR l.day = (SELECT min(day) FROM days))
              AND NOT EXISTS (SELECT FROM link b WHERE b.day = l.day - 1 AND b.unit = l.unit AND b.kind = l.kind
                              AND b.parent IS NOT DISTINCT FROM l.parent AND b.parent_kind IS NOT DISTINCT FROM l.parent_kind)
            UNION ALL SELECT 'unit not existing', unit, day FROM link WHERE kind IS NULL
            UNION ALL SELECT 'parent not existing', unit, day FROM link WHERE parent IS NOT NULL AND NOT parent_exists
            UNION ALL SELECT 'two places', unit, day FROM link GROUP BY unit, day HAVING count(*) > 1
            UNION ALL SELECT 'two roots', max(unit::text)::uuid, day FROM link WHERE parent IS NULL GROUP BY day HAVING count(*) > 1
            UNION ALL SELECT 'circle', start, day FROM up WHERE node = start
            UNION ALL SELECT 'never reaches the root', l.unit, l.day FROM link l
                WHERE NOT EXISTS (SELECT FROM up WHERE up.start = l.unit AND up.day = l.day AND up.node IS NULL)
            UNION ALL SELECT 'gap', p.unit, lower(p.days) FROM (
                SELECT unit, datemultirange(range_merge(range_agg(valid))) - range_agg(valid) AS days FROM place GROUP BY unit
            ) AS p WHERE NOT isempty(p.days)
            LIMIT 20
            """;

    private LineCheck() {}

    static List<String> offences(String line) {
        var found = new ArrayList<String>();
        try (var connection = UnitsFixture.database().getConnection();
                var statement = connection.prepareStatement(OFFENCES)) {
            for (int i = 1; i <= 3; i++) {
                statement.setString(i, line);
            }
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1) + ": " + rows.getString(2) + " on " + rows.getString(3));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }
}
