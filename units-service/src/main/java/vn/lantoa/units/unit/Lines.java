package vn.lantoa.units.unit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import vn.lantoa.knownunits.Closure;
import vn.lantoa.problems.Conflict;
import vn.lantoa.sql.Query;
import vn.lantoa.sql.SqlFailure;

/**
 * The hierarchies. One transaction at a time changes a line: it locks the line before it reads, and settles it when all is
 * written: no circle on any day, and the closure again equal to what a walk up the places says.
 */
@ApplicationScoped
public class Lines {
    private static final int DEEPEST = 48;

    private final EntityManager entities;
    private final DataSource database;
    private final Closure closure = new Closure("unit_placement", "unit_closure", "unit");

    Lines(EntityManager entities, DataSource database) {
        this.entities = entities;
        this.database = database;
    }

    /** Waits until no other transaction changes these lines; in one order, so that two never wait for each other. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void lock(Collection<String> lines) {
        onConnection(connection -> lines.stream().distinct().sorted().forEach(line -> closure.lock(connection, line)));
    }

    /** Every line there is: for what may touch any of them. */
    public Set<String> all() {
        return Set.copyOf(Query.of("SELECT code FROM line").list(database, row -> row.text("code")));
    }

    /**
     * Writes what is pending, refuses circles, and makes the closure right.
     *
     * @param changed units whose place or existence changed, by line
     * @throws Conflict 409 {@code circle-on-line} or {@code line-too-deep}
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void settle(Map<String, ? extends Collection<UUID>> changed) {
        entities.flush();
        new TreeMap<>(changed).forEach((line, units) -> {
            refuseCircles(line, units);
            onConnection(connection -> closure.recompute(connection, line, units));
        });
        checkNow();
    }

    /** As {@link #settle}, for units that nothing can stand under yet: they cannot close a circle. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void settleNew(UUID unit, Collection<String> lines) {
        entities.flush();
        lines.stream()
                .distinct()
                .sorted()
                .forEach(line -> onConnection(connection -> closure.add(connection, line, Set.of(unit))));
        checkNow();
    }

    /** What is checked at the end of the transaction is checked now, so that a refusal still has its name. */
    private void checkNow() {
        Query.of("SET CONSTRAINTS ALL IMMEDIATE").change(database);
    }

    /** A walk up from each changed unit, through the days on which the whole path holds. */
    private void refuseCircles(String line, Collection<UUID> units) {
        var ids = units.toArray(UUID[]::new);
        var refusal = Query.of("""
                        WITH RECURSIVE up (start, node, valid, depth) AS (
                            SELECT p.unit, p.parent, p.valid, 1
                            FROM unit_placement p WHERE p.line = ? AND p.unit = ANY (?) AND p.parent IS NOT NULL
                            UNION
                            SELECT up.start, p.parent, up.valid * p.valid, up.depth + 1
                            FROM up JOIN unit_placement p ON p.unit = up.node AND p.line = ? AND p.valid && up.valid
                            WHERE p.parent IS NOT NULL AND up.node <> up.start AND up.depth <= ?
                        )
                        SELECT node = start AS circle FROM up WHERE node = start OR depth > ? ORDER BY 1 DESC LIMIT 1
                        """, line, ids, line, DEEPEST, DEEPEST).first(database, row -> row.flag("circle"));
        refusal.ifPresent(circle -> {
            throw new Conflict(circle ? "circle-on-line" : "line-too-deep", line);
        });
    }

    private void onConnection(java.util.function.Consumer<java.sql.Connection> work) {
        try (var connection = database.getConnection()) {
            work.accept(connection);
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }
}
