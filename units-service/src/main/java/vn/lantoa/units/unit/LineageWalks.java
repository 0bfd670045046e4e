package vn.lantoa.units.unit;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.sql.Query;
import vn.lantoa.sql.Row;

/** Walks the lineage of one unit, both ways, and says who stands for it on a day. */
@ApplicationScoped
class LineageWalks {
    private static final int MOST_GENERATIONS = 50;
    private static final LocalDate FOREVER = LocalDate.of(9999, 12, 31);

    private final DataSource database;

    LineageWalks(DataSource database) {
        this.database = database;
    }

    /** Over all generations, nearest first; names are those of the day of the change. */
    LineageView walk(UUID unit, LineageDirection direction, @Nullable LocalDate asOf) {
        var forward = direction == LineageDirection.SUCCESSORS;
        var from = forward ? "predecessor" : "successor";
        var to = forward ? "successor" : "predecessor";
        var inTime = forward
                ? "l.effective_on <= coalesce(?::date, 'infinity')"
                : "l.effective_on > coalesce(?::date, '-infinity')";
        var found = Query.of("""
                        WITH RECURSIVE walk AS (
                            SELECT l.*, 1 AS generation FROM unit_lineage l WHERE l.%1$s = ? AND %3$s
                            UNION
                            SELECT l.*, w.generation + 1 FROM walk w JOIN unit_lineage l ON l.%1$s = w.%2$s
                            WHERE w.generation < ? AND %3$s
                        )
                        SELECT min(w.generation) AS generation, w.predecessor, before.name AS predecessor_name, w.successor,
                               after.name AS successor_name, s.valid_to AS successor_valid_to, w.kind, w.portion, w.share,
                               w.effective_on, w.reorganisation, r.document_number, w.heir
                        FROM walk w
                        JOIN reorganisation r ON r.id = w.reorganisation
                        JOIN unit s ON s.id = w.successor
                        LEFT JOIN unit_version before ON before.unit = w.predecessor AND before.valid @> (w.effective_on - 1)
                        LEFT JOIN unit_version after ON after.unit = w.successor AND after.valid @> w.effective_on
                        GROUP BY 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13
                        ORDER BY 1, w.effective_on, before.name, after.name, w.predecessor, w.successor
                        """.formatted(from, to, inTime), unit, asOf, MOST_GENERATIONS, asOf)
                .list(database, LineageWalks::step);
        return new LineageView(
                unit, direction, asOf, found, asOf == null ? null : standing(unit, forward, asOf, found));
    }

    private static LineageStep step(Row row) throws SQLException {
        return new LineageStep(
                row.integer("generation"),
                row.id("predecessor"),
                row.text("predecessor_name"),
                row.id("successor"),
                row.text("successor_name"),
                row.dayOrNull("successor_valid_to"),
                row.text("kind"),
                row.text("portion"),
                row.textOrNull("share"),
                row.flag("heir"),
                row.day("effective_on"),
                row.id("reorganisation"),
                row.text("document_number"));
    }

    private record Life(
            UUID id,
            String name,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        boolean holds(LocalDate day) {
            return (from == null || !day.isBefore(from)) && (to == null || day.isBefore(to));
        }
    }

    private List<LineageStanding> standing(UUID unit, boolean forward, LocalDate asOf, List<LineageStep> found) {
        var lives = lives(unit, asOf, found);
        var start = lives.get(unit);
        if (start == null) {
            return List.of();
        }
        var standing = new ArrayList<LineageStanding>();
        if (forward) {
            var first = start.from() == null ? LocalDate.MIN : start.from();
            if (!asOf.isBefore(first)) {
                new Becoming(found.stream().map(LineageWalks::link).toList(), ends(lives.values()))
                        .follow(unit, first, asOf)
                        .forEach((id, part) -> add(standing, lives.get(id), part));
            }
        } else {
            var last = start.to() == null ? FOREVER : start.to().minusDays(1);
            var becoming = new Becoming(linksFrom(lives.keySet(), asOf), ends(lives.values()));
            lives.values().stream()
                    .filter(life -> life.holds(asOf))
                    .forEach(life -> add(
                            standing,
                            life,
                            becoming.follow(life.id(), asOf, last).get(unit)));
        }
        standing.sort(Comparator.comparing(LineageStanding::name).thenComparing(LineageStanding::unit));
        return standing;
    }

    private static void add(List<LineageStanding> standing, @Nullable Life life, Becoming.@Nullable Part part) {
        if (life != null && part != null && !part.isNothing()) {
            var share = part.share();
            standing.add(new LineageStanding(
                    life.id(),
                    life.name(),
                    part.isWhole() ? "WHOLE" : "PART",
                    share == null ? null : share.toString()));
        }
    }

    private List<Becoming.Link> linksFrom(Set<UUID> units, LocalDate day) {
        return Query.of(
                        "SELECT * FROM unit_lineage WHERE predecessor = ANY (?) AND effective_on > ?",
                        units.toArray(UUID[]::new),
                        day)
                .list(
                        database,
                        row -> link(
                                row.id("predecessor"),
                                row.id("successor"),
                                row.text("portion"),
                                row.textOrNull("share"),
                                row.day("effective_on")));
    }

    private static Becoming.Link link(LineageStep step) {
        return link(step.predecessor(), step.successor(), step.portion(), step.share(), step.effectiveOn());
    }

    static Becoming.Link link(UUID from, UUID to, String portion, @Nullable String share, LocalDate on) {
        return new Becoming.Link(from, to, portion.equals("WHOLE"), share == null ? null : Fraction.parse(share), on);
    }

    private static Map<UUID, LocalDate> ends(Iterable<Life> lives) {
        var ends = new HashMap<UUID, LocalDate>();
        lives.forEach(life -> {
            var end = life.to();
            if (end != null) {
                ends.put(life.id(), end);
            }
        });
        return ends;
    }

    /** The unit and all that the walk met, called as on the day, or as they last (first) were. */
    private Map<UUID, Life> lives(UUID unit, LocalDate asOf, List<LineageStep> found) {
        var ids = new LinkedHashSet<UUID>();
        ids.add(unit);
        found.forEach(step -> {
            ids.add(step.predecessor());
            ids.add(step.successor());
        });
        var lives = new HashMap<UUID, Life>();
        Query.of("""
                        SELECT u.id, u.valid_from, u.valid_to, v.name FROM unit u
                        JOIN unit_version v ON v.unit = u.id
                         AND v.valid @> least(greatest(?::date, u.valid_from), u.valid_to - 1)
                        WHERE u.id = ANY (?)
                        """, asOf, ids.toArray(UUID[]::new))
                .list(
                        database,
                        row -> new Life(
                                row.id("id"), row.text("name"), row.dayOrNull("valid_from"), row.dayOrNull("valid_to")))
                .forEach(life -> lives.put(life.id(), life));
        return lives;
    }
}
