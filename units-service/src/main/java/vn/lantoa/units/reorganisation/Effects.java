package vn.lantoa.units.reorganisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.sql.Query;
import vn.lantoa.sql.SqlFailure;
import vn.lantoa.units.reorganisation.Facts.Fact;
import vn.lantoa.units.reorganisation.Facts.Key;

/** What each reorganisation wrote, row by row: the way back of one that is annulled, and the trace of one that is not. */
@ApplicationScoped
class Effects {
    private static final String INSERT =
            "INSERT INTO reorganisation_fact (reorganisation, fact_kind, fact, unit, effect, line, parent, valid_from,"
                    + " valid_to, ended_before) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    /** What became of a row. */
    enum Kind {
        BEGAN,
        ENDED,
        WITHDRAWN
    }

    /**
     * One row that was written.
     *
     * @param fact as it is since; as it was, when withdrawn
     * @param endedBefore where it ended before; null: open, or not ended by this
     */
    record Write(Kind kind, Fact fact, @Nullable LocalDate endedBefore) {}

    private final DataSource database;

    Effects(DataSource database) {
        this.database = database;
    }

    static List<Write> between(Map<Key, Fact> before, Map<Key, Fact> after) {
        var effects = new ArrayList<Write>();
        before.forEach((key, fact) -> {
            var now = after.get(key);
            if (now == null) {
                effects.add(new Write(Kind.WITHDRAWN, fact, null));
            } else if (!Objects.equals(fact.to(), now.to())) {
                effects.add(new Write(Kind.ENDED, now, fact.to()));
            }
        });
        after.forEach((key, fact) -> {
            if (!before.containsKey(key)) {
                effects.add(new Write(Kind.BEGAN, fact, null));
            }
        });
        return effects;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void keep(UUID reorganisation, List<Write> effects) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (var effect : effects) {
                var fact = effect.fact();
                insert.setObject(1, reorganisation);
                insert.setString(2, fact.kind());
                insert.setObject(3, fact.id());
                insert.setObject(4, fact.unit());
                insert.setString(5, effect.kind().name());
                insert.setString(6, fact.line());
                insert.setObject(7, fact.parent());
                insert.setObject(8, fact.from());
                insert.setObject(9, fact.to());
                insert.setObject(10, effect.endedBefore());
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    List<Write> of(UUID reorganisation) {
        return Query.of("SELECT * FROM reorganisation_fact WHERE reorganisation = ?", reorganisation)
                .list(
                        database,
                        row -> new Write(
                                Kind.valueOf(row.text("effect")),
                                new Fact(
                                        row.text("fact_kind"),
                                        row.id("fact"),
                                        row.id("unit"),
                                        row.textOrNull("line"),
                                        row.idOrNull("parent"),
                                        row.dayOrNull("valid_from"),
                                        row.dayOrNull("valid_to")),
                                row.dayOrNull("ended_before")));
    }
}
