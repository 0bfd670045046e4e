package vn.lantoa.recognition;

import java.sql.SQLException;
import java.util.UUID;
import vn.lantoa.testsupport.SharedServices;

/** What events say of a thing, sent or not. */
final class Told {
    private static final String EVENTS = """
            SELECT string_agg(payload, ' ') FROM (
                SELECT payload, subject FROM outbox UNION ALL SELECT payload, subject FROM event_log) e
            WHERE subject = ?""";

    private Told() {}

    static String of(String thing) {
        try (var connection = SharedServices.superuser("recognition").getConnection();
                var select = connection.prepareStatement(EVENTS)) {
            select.setObject(1, UUID.fromString(thing));
            try (var rows = select.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
