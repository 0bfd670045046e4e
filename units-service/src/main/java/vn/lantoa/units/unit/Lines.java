package vn.lantoa.units.unit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import vn.lantoa.knownunits.Closure;
import vn.lantoa.problems.Conflict;
import vn.lantoa.problems.FieldError;
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
    private final PlacementRules rules;
    private final Closure closure = new Closure("unit_placement", "unit_closure", "unit");

    Lines(EntityManager entities, DataSource database, PlacementRules rules) {
        this.entities = entities;
        this.database = database;
        this.rules = rules;
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
     * Writes what is pending, refuses circles and what offends the rules of the lines, and makes the closure right.
     *
     * @param changed units whose place, kind or existence changed, by line
     * @throws Conflict 409 {@code circle-on-line} or {@code line-too-deep}
     * @throws vn.lantoa.problems.Invalid 422 {@code kind-not-allowed-there} and the other offences of {@link PlacementRules}
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void settle(Map<String, ? extends Collection<UUID>> changed) {
        entities.flush();
        var byLine = new TreeMap<>(changed);
        byLine.forEach(this::refuseCircles);
        rules.require(byLine.values().stream().flatMap(Collection::stream).collect(Collectors.toSet()));
        byLine.forEach((line, units) -> onConnection(connection -> closure.recompute(connection, line, units)));
        checkNow();
    }

    /**
     * Refuses what the rules of the lines do not allow of these units and of those under them, when only a kind changed.
     *
     * @throws vn.lantoa.problems.Invalid 422 as {@link #settle}
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void requireRules(Collection<UUID> units) {
        entities.flush();
        rules.require(units);
    }

    /** As {@link #settle}, for units that nothing can stand under yet: they cannot close a circle. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void settleNew(UUID unit, Collection<String> lines) {
        entities.flush();
        rules.require(lines.isEmpty() ? Set.of() : Set.of(unit));
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
                            FROM up CROSS JOIN LATERAL (
                                -- one by one: for some hundred units the planner would read the whole table
                                SELECT o.parent, o.valid FROM unit_placement o
                                WHERE o.unit = up.node AND o.line = ? AND o.valid && up.valid AND o.parent IS NOT NULL
                                OFFSET 0) p
                            WHERE up.node <> up.start AND up.depth <= ?
                        )
                        SELECT up.node = up.start AS circle, v.name,
                               coalesce(lower(up.valid), upper(up.valid) - 1, current_date) AS day
                        FROM up JOIN unit_version v ON v.unit = up.start AND v.valid && up.valid
                        WHERE up.node = up.start OR up.depth > ? ORDER BY 1 DESC, 3, 2 LIMIT 1
                        """, line, ids, line, DEEPEST, DEEPEST)
                .first(
                        database,
                        row -> row.flag("circle")
                                ? circle(row.text("name"), line, row.day("day"))
                                : new Conflict("line-too-deep", line));
        if (refusal.isPresent()) {
            throw refusal.get();
        }
    }

    static Conflict circle(String name, String line, LocalDate day) {
        return new Conflict("circle-on-line", List.of(FieldError.at("", "circle-on-line", name, line, day)));
    }

    private void onConnection(java.util.function.Consumer<java.sql.Connection> work) {
        try (var connection = database.getConnection()) {
            work.accept(connection);
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }
}
