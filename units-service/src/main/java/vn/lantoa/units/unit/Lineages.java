package vn.lantoa.units.unit;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import vn.lantoa.events.units.LineageLink;
import vn.lantoa.sql.Query;
import vn.lantoa.sql.Row;
import vn.lantoa.sql.SqlFailure;

/** Which unit became which. */
@ApplicationScoped
public class Lineages {
    private static final int MOST_GENERATIONS = 50;

    private final DataSource database;

    Lineages(DataSource database) {
        this.database = database;
    }

    /** One unit becoming another. */
    public record Link(UUID predecessor, UUID successor, LineageLink terms) {}

    /** The links of a unit with its neighbours. */
    public record Neighbours(List<LineageLink> predecessors, List<LineageLink> successors) {
        public static final Neighbours NONE = new Neighbours(List.of(), List.of());
    }

    /** Adds links; within the caller's transaction. */
    public void add(Collection<Link> links) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        INSERT INTO unit_lineage (predecessor, successor, reorganisation, kind, portion, effective_on)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """)) {
            for (var link : links) {
                insert.setObject(1, link.predecessor());
                insert.setObject(2, link.successor());
                insert.setObject(3, link.terms().reorganisation());
                insert.setString(4, link.terms().kind());
                insert.setString(5, link.terms().portion());
                insert.setObject(6, link.terms().effectiveOn());
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    /** The neighbours of these units; a unit without any is absent. */
    public Map<UUID, Neighbours> of(Collection<UUID> units) {
        var ids = units.toArray(UUID[]::new);
        var found = new HashMap<UUID, Neighbours>();
        Query.of("""
                SELECT predecessor, successor, kind, portion, effective_on, reorganisation FROM unit_lineage
                WHERE predecessor = ANY (?) OR successor = ANY (?) ORDER BY effective_on, predecessor, successor
                """, ids, ids).list(database, row -> {
            var predecessor = row.id("predecessor");
            var successor = row.id("successor");
            neighbours(found, predecessor).successors().add(link(row, successor));
            neighbours(found, successor).predecessors().add(link(row, predecessor));
            return predecessor;
        });
        return found;
    }

    public Neighbours of(UUID unit) {
        return of(List.of(unit)).getOrDefault(unit, Neighbours.NONE);
    }

    private static Neighbours neighbours(Map<UUID, Neighbours> found, UUID unit) {
        return found.computeIfAbsent(unit, _ -> new Neighbours(new ArrayList<>(), new ArrayList<>()));
    }

    private static LineageLink link(Row row, UUID other) throws SQLException {
        return new LineageLink(
                other, row.text("kind"), row.text("portion"), row.day("effective_on"), row.id("reorganisation"));
    }

    /** Over all generations, nearest first; names are those of the day of the change. */
    LineageView walk(UUID unit, LineageDirection direction) {
        var forward = direction == LineageDirection.SUCCESSORS;
        var from = forward ? "predecessor" : "successor";
        var to = forward ? "successor" : "predecessor";
        var steps = Query.of("""
                WITH RECURSIVE walk AS (
                    SELECT l.*, 1 AS generation FROM unit_lineage l WHERE l.%1$s = ?
                    UNION
                    SELECT l.*, w.generation + 1 FROM walk w JOIN unit_lineage l ON l.%1$s = w.%2$s
                    WHERE w.generation < ?
                )
                SELECT min(w.generation) AS generation, w.predecessor, before.name AS predecessor_name, w.successor,
                       after.name AS successor_name, s.valid_to AS successor_valid_to, w.kind, w.portion,
                       w.effective_on, w.reorganisation, r.document_number
                FROM walk w
                JOIN reorganisation r ON r.id = w.reorganisation
                JOIN unit s ON s.id = w.successor
                LEFT JOIN unit_version before ON before.unit = w.predecessor AND before.valid @> (w.effective_on - 1)
                LEFT JOIN unit_version after ON after.unit = w.successor AND after.valid @> w.effective_on
                GROUP BY 2, 3, 4, 5, 6, 7, 8, 9, 10, 11
                ORDER BY 1, w.effective_on, before.name, after.name
                """.formatted(from, to), unit, MOST_GENERATIONS)
                .list(
                        database,
                        row -> new LineageStep(
                                row.integer("generation"),
                                row.id("predecessor"),
                                row.text("predecessor_name"),
                                row.id("successor"),
                                row.text("successor_name"),
                                row.dayOrNull("successor_valid_to"),
                                row.text("kind"),
                                row.text("portion"),
                                row.day("effective_on"),
                                row.id("reorganisation"),
                                row.text("document_number")));
        return new LineageView(unit, direction, steps);
    }
}
