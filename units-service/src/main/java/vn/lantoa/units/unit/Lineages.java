package vn.lantoa.units.unit;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
                        INSERT INTO unit_lineage (predecessor, successor, reorganisation, kind, portion, share, effective_on, heir)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        """)) {
            for (var link : links) {
                insert.setObject(1, link.predecessor());
                insert.setObject(2, link.successor());
                insert.setObject(3, link.terms().reorganisation());
                insert.setString(4, link.terms().kind());
                insert.setString(5, link.terms().portion());
                insert.setString(6, link.terms().share());
                insert.setObject(7, link.terms().effectiveOn());
                insert.setBoolean(8, Boolean.TRUE.equals(link.terms().heir()));
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    /** The units that a reorganisation linked. */
    public Set<UUID> concernedBy(UUID reorganisation) {
        return Set.copyOf(Query.of("""
                SELECT predecessor AS unit FROM unit_lineage WHERE reorganisation = ?
                UNION SELECT successor FROM unit_lineage WHERE reorganisation = ?
                """, reorganisation, reorganisation).list(database, row -> row.id("unit")));
    }

    /** The neighbours of these units; a unit without any is absent. */
    public Map<UUID, Neighbours> of(Collection<UUID> units) {
        var ids = units.toArray(UUID[]::new);
        var found = new HashMap<UUID, Neighbours>();
        Query.of("""
                SELECT predecessor, successor, kind, portion, share, effective_on, reorganisation, heir FROM unit_lineage
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
                other,
                row.text("kind"),
                row.text("portion"),
                row.day("effective_on"),
                row.id("reorganisation"),
                row.textOrNull("share"),
                row.flag("heir") ? true : null);
    }
}
