package vn.lantoa.units.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.sql.Query;
import vn.lantoa.sql.Row;

/** Who stands for the two units of a transfer, day by day: the unit itself, then what came after it. */
@ApplicationScoped
class TransferSides {
    private final DataSource database;

    TransferSides(DataSource database) {
        this.database = database;
    }

    /** A unit stands for a side in a period, since a reorganisation unless it is the first. */
    record Stand(
            UUID unit,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable UUID reorganisation) {
        static Stand of(Row row) throws SQLException {
            return new Stand(
                    row.id("unit"),
                    row.dayOrNull("valid_from"),
                    row.dayOrNull("valid_to"),
                    row.idOrNull("reorganisation"));
        }
    }

    /** From the units as they are, with what is known to come after them as a whole. */
    @Transactional(Transactional.TxType.MANDATORY)
    void begin(UUID transfer, TransferSide side, UUID unit) {
        Query.of("""
                        INSERT INTO transfer_side (transfer, side, unit, valid_from, valid_to, reorganisation, ended_by)
                        WITH RECURSIVE stand (unit, valid_from, valid_to, reorganisation, depth) AS (
                            SELECT u.id, NULL::date, u.valid_to, NULL::uuid, 0 FROM unit u WHERE u.id = ?
                            UNION ALL
                            SELECT l.successor, s.valid_to, u.valid_to, l.reorganisation, s.depth + 1
                            FROM stand s
                            JOIN LATERAL (
                                SELECT min(o.successor::text)::uuid AS successor,
                                       min(o.reorganisation::text)::uuid AS reorganisation
                                FROM unit_lineage o
                                WHERE o.predecessor = s.unit AND o.effective_on = s.valid_to AND o.portion = 'WHOLE'
                                HAVING count(DISTINCT o.successor) = 1) AS l ON true
                            JOIN unit u ON u.id = l.successor
                            WHERE s.depth < 50)
                        SELECT ?, ?, s.unit, s.valid_from, s.valid_to, s.reorganisation,
                               (SELECT n.reorganisation FROM stand n WHERE n.valid_from = s.valid_to)
                        FROM stand s
                        """, unit, transfer, side).change(database);
    }

    /** From the day on, in their order. */
    List<Stand> from(UUID transfer, TransferSide side, LocalDate day) {
        return Query.of(
                        "SELECT * FROM transfer_side WHERE transfer = ? AND side = ? AND valid && daterange(?::date, NULL)",
                        transfer,
                        side,
                        day)
                .add("ORDER BY valid_from NULLS FIRST")
                .list(database, Stand::of);
    }

    /** Whoever stands, stood or will stand for one of the sides. */
    List<UUID> ever(UUID transfer) {
        return Query.of("SELECT DISTINCT unit FROM transfer_side WHERE transfer = ? ORDER BY unit", transfer)
                .list(database, row -> row.id("unit"));
    }

    /** Who stands for the side on a day. */
    Optional<UUID> on(UUID transfer, TransferSide side, LocalDate day) {
        return Query.of(
                        "SELECT unit FROM transfer_side WHERE transfer = ? AND side = ? AND valid @> ?::date",
                        transfer,
                        side,
                        day)
                .first(database, row -> row.id("unit"));
    }
}
