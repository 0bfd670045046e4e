package vn.lantoa.units.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.sql.Query;
import vn.lantoa.sql.Row;
import vn.lantoa.units.succession.Consequence;
import vn.lantoa.units.succession.Consequence.Effect;
import vn.lantoa.units.succession.Enactment;
import vn.lantoa.units.succession.Succession;
import vn.lantoa.units.succession.UnitDependants;

/** Whoever comes after a unit stands for it in transfers that nobody has decided yet: it answers and takes in. */
@ApplicationScoped
class TransfersFollow implements UnitDependants {
    private static final String OPEN = """
            FROM unnest(?::uuid[], ?::uuid[]) AS e (unit, heir)
            JOIN transfer_side s ON s.unit = e.unit AND s.valid && daterange(?::date, NULL)
            JOIN transfer t ON t.id = s.transfer AND t.status = 'PROPOSED'
            """;

    private final DataSource database;

    TransfersFollow(DataSource database) {
        this.database = database;
    }

    @Override
    public List<Consequence> consequences(Succession succession) {
        return open("SELECT t.id, s.unit, e.heir, t.person, t.line, l.confidential", succession)
                .add("JOIN line l ON l.code = t.line ORDER BY s.unit, t.id, s.side")
                .list(database, TransfersFollow::consequence);
    }

    private static Consequence consequence(Row row) throws SQLException {
        var heir = row.idOrNull("heir");
        return new Consequence(
                "transfer",
                row.id("id"),
                heir == null ? Effect.ENDS : Effect.MOVES,
                row.id("unit"),
                heir,
                row.flag("confidential") ? null : row.id("person"),
                row.text("line"),
                null);
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void carryOut(Succession succession, Enactment enactment) {
        var day = succession.day();
        var reorganisation = enactment.reorganisation();
        var cut = Query.of("UPDATE transfer_side s SET valid_to = ?, ended_by = ?", day, reorganisation)
                .add(
                        "FROM unnest(?::uuid[], ?::uuid[]) AS e (unit, heir), transfer t",
                        ending(succession),
                        heirs(succession))
                .add("WHERE s.unit = e.unit AND t.id = s.transfer AND t.status = 'PROPOSED'")
                .add("AND s.valid && daterange(?::date, NULL) AND (s.valid_from IS NULL OR s.valid_from < ?)", day, day)
                .add("RETURNING s.transfer, s.side, e.heir, old.valid_to AS until")
                .list(database, Cut::of);
        for (var each : cut) {
            if (each.heir() != null) {
                Query.of(
                                "INSERT INTO transfer_side (transfer, side, unit, valid_from, valid_to, reorganisation) VALUES (?, ?, ?, ?, ?, ?)",
                                each.transfer(),
                                each.side(),
                                each.heir(),
                                day,
                                each.until(),
                                reorganisation)
                        .change(database);
            }
        }
    }

    private record Cut(
            UUID transfer,
            String side,
            @Nullable UUID heir,
            @Nullable LocalDate until) {
        static Cut of(Row row) throws SQLException {
            return new Cut(row.id("transfer"), row.text("side"), row.idOrNull("heir"), row.dayOrNull("until"));
        }
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void annul(Succession succession, Enactment annulment) {
        Query.of("DELETE FROM transfer_side WHERE reorganisation = ?", annulment.reorganisation())
                .change(database);
        Query.of(
                        "UPDATE transfer_side SET valid_to = NULL, ended_by = NULL WHERE ended_by = ?",
                        annulment.reorganisation())
                .change(database);
    }

    private static Query open(String select, Succession succession) {
        return Query.of(select).add(OPEN, ending(succession), heirs(succession), succession.day());
    }

    private static UUID[] ending(Succession succession) {
        return new TreeSet<>(succession.ending()).toArray(UUID[]::new);
    }

    private static UUID[] heirs(Succession succession) {
        var units = ending(succession);
        var heirs = new UUID[units.length];
        for (int i = 0; i < units.length; i++) {
            heirs[i] = succession.heirOf(units[i]).orElse(null);
        }
        return heirs;
    }
}
