package vn.lantoa.knownunits;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;
import vn.lantoa.outbox.ReceivedEvent;

/** Which lines are confidential, and which units stand or stood on one. */
final class ConfidentialLines {
    private static final String PUT = """
            INSERT INTO known_line AS known (code, confidential, aggregate_version)
            SELECT s.code, s.confidential, ? FROM jsonb_to_record(?::jsonb) AS s (code text, confidential boolean)
            ON CONFLICT ON CONSTRAINT known_line_pk DO UPDATE
            SET confidential = EXCLUDED.confidential, aggregate_version = EXCLUDED.aggregate_version
            WHERE known.aggregate_version %s EXCLUDED.aggregate_version
            """;
    private static final String FORGET_LINE = "DELETE FROM known_confidential_unit WHERE line = ?";
    private static final String MARK_LINE = """
            INSERT INTO known_confidential_unit (unit, line)
            SELECT DISTINCT p.unit, p.line FROM known_unit_placement p JOIN known_line l ON l.code = p.line
            WHERE l.confidential AND p.line = ?
            """;
    private static final String FORGET_UNITS = "DELETE FROM known_confidential_unit WHERE unit = ANY (?)";
    private static final String MARK_UNITS = """
            INSERT INTO known_confidential_unit (unit, line)
            SELECT DISTINCT p.unit, p.line FROM known_unit_placement p JOIN known_line l ON l.code = p.line
            WHERE l.confidential AND p.unit = ANY (?)
            """;

    private final Closure closure;

    ConfidentialLines(Closure closure) {
        this.closure = closure;
    }

    void put(Connection connection, ReceivedEvent event) throws SQLException {
        var code = event.state().path("code").asText();
        // whoever places units on the line meanwhile is waited for, or waits and then reads what is written here
        closure.lock(connection, code);
        try (var put = connection.prepareStatement(PUT.formatted(event.announcement() ? "<=" : "<"));
                var forget = connection.prepareStatement(FORGET_LINE);
                var mark = connection.prepareStatement(MARK_LINE)) {
            put.setLong(1, event.aggregateVersion());
            put.setString(2, event.state().toString());
            if (put.executeUpdate() > 0) {
                forget.setString(1, code);
                forget.executeUpdate();
                mark.setString(1, code);
                mark.executeUpdate();
            }
        }
    }

    /** After the closure of the lines they were moved on. */
    void mark(Connection connection, Collection<UUID> moved) throws SQLException {
        if (moved.isEmpty()) {
            return;
        }
        var units = connection.createArrayOf("uuid", moved.toArray());
        try (var forget = connection.prepareStatement(FORGET_UNITS);
                var mark = connection.prepareStatement(MARK_UNITS)) {
            forget.setArray(1, units);
            forget.executeUpdate();
            mark.setArray(1, units);
            mark.executeUpdate();
        }
    }
}
