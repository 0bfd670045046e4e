package vn.lantoa.units.reorganisation;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import vn.lantoa.units.UnitsFixture;

/** The closure against a walk up the places on every day on which something changes. */
public final class ClosureCheck {
    private static final String DIFFERENCES = """
            WITH RECURSIVE boundary (day) AS (
                SELECT valid_from FROM unit_placement WHERE valid_from IS NOT NULL
                UNION SELECT valid_to FROM unit_placement WHERE valid_to IS NOT NULL
                UNION SELECT valid_from FROM unit WHERE valid_from IS NOT NULL
                UNION SELECT valid_to FROM unit WHERE valid_to IS NOT NULL
                UNION SELECT current_date UNION SELECT DATE '1900-01-01'
            ), walk (day, line, descendant, ancestor, parent, depth) AS (
                SELECT b.day, p.line, p.unit, p.unit, p.parent, 0
                FROM boundary b JOIN unit_placement p ON p.valid @> b.day JOIN unit u ON u.id = p.unit AND u.valid @> b.day
                UNION ALL
                SELECT w.day, w.line, w.descendant, p.unit, p.parent, w.depth + 1
                FROM walk w
                JOIN unit_placement p ON p.unit = w.parent AND p.line = w.line AND p.valid @> w.day
                JOIN unit u ON u.id = p.unit AND u.valid @> w.day
                WHERE w.depth < 60
            ), told AS (
                SELECT b.day, c.line, c.ancestor, c.descendant, c.depth FROM boundary b JOIN unit_closure c ON c.valid @> b.day
            ), walked AS (
                SELECT day, line, ancestor, descendant, depth FROM walk
            )
            (SELECT 'missing', * FROM (SELECT * FROM walked EXCEPT SELECT * FROM told) AS m)
            UNION ALL
            (SELECT 'wrong', * FROM (SELECT * FROM told EXCEPT SELECT * FROM walked) AS w)
            LIMIT 20
            """;

    private ClosureCheck() {}

    public static List<String> differences() {
        var found = new ArrayList<String>();
        try (var connection = UnitsFixture.database().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(DIFFERENCES)) {
            while (rows.next()) {
                found.add(rows.getString(1) + " " + rows.getString(2) + " " + rows.getString(4) + " > "
                        + rows.getString(5));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }
}
