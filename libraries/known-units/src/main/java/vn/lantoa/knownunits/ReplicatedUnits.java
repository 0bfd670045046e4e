package vn.lantoa.knownunits;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.problems.Unavailable;
import vn.lantoa.sql.Query;
import vn.lantoa.sql.Row;

/** Units as the replica knows them. Each answer is one statement. */
@ApplicationScoped
class ReplicatedUnits implements KnownUnits {
    /** Of the version on that day, else the last one begun, else the first. Parameter: the day, three times. */
    private static final String SHOWN = """
            SELECT u.id, u.valid_from, u.valid_to, u.valid @> ?::date AS existing,
                   v.name, v.short_name, v.kind, v.sector
            FROM chosen
            JOIN known_unit u ON u.id = chosen.unit
            JOIN LATERAL (
                SELECT *
                FROM known_unit_version
                WHERE unit = u.id
                ORDER BY (valid_from <= ?::date) IS NOT FALSE DESC,
                         CASE WHEN (valid_from <= ?::date) IS NOT FALSE THEN valid_from END DESC NULLS LAST,
                         valid_from
                LIMIT 1
            ) AS v ON true
            ORDER BY v.name, u.id
            """;

    private static final String BY_ID = "WITH chosen (unit) AS (SELECT DISTINCT unnest(?::uuid[])) " + SHOWN;

    private static final String BY_IDENTIFIER = """
            WITH chosen (unit) AS (
                SELECT unit FROM known_unit_identifier WHERE scheme = ? AND value = ? AND valid @> ?::date
            )
            """ + SHOWN;

    private static final String SUCCESSORS = """
            WITH RECURSIVE generation (unit, existing) AS (
                SELECT id, valid @> ?::date FROM known_unit WHERE id = ?
                UNION
                SELECT u.id, u.valid @> ?::date
                FROM generation g
                JOIN known_unit_lineage l ON l.predecessor = g.unit AND l.effective_on <= ?::date
                JOIN known_unit u ON u.id = l.successor
                WHERE NOT g.existing
            ),
            chosen (unit) AS (SELECT unit FROM generation WHERE existing)
            """ + SHOWN;

    /** A part ceded by a unit that went on existing leaves the history with that unit. */
    private static final String PREDECESSORS = """
            WITH RECURSIVE generation (unit) AS (
                SELECT ?::uuid
                UNION
                SELECT l.predecessor
                FROM generation g
                JOIN known_unit_lineage l ON l.successor = g.unit
                WHERE l.portion = 'WHOLE' OR NOT EXISTS (
                    SELECT FROM known_unit u WHERE u.id = l.predecessor AND u.valid @> l.effective_on)
            )
            SELECT unit FROM generation ORDER BY unit <> ?, unit
            """;

    private static final String WITHIN = """
            SELECT EXISTS (
                SELECT FROM known_unit_closure
                WHERE descendant = ? AND ancestor = ? AND valid @> ?::date AND (?::text IS NULL OR line = ?)) AS within
            """;

    private final DataSource database;

    ReplicatedUnits(DataSource database) {
        this.database = database;
    }

    @Override
    public KnownUnit require(UUID unit, LocalDate day) {
        return find(unit, day).orElseThrow(() -> Unavailable.notYetKnown(unit));
    }

    @Override
    public Optional<KnownUnit> find(UUID unit, LocalDate day) {
        return findAll(List.of(unit), day).stream().findFirst();
    }

    @Override
    public List<KnownUnit> findAll(Collection<UUID> units, LocalDate day) {
        return Query.of(BY_ID, units.toArray(UUID[]::new), day, day, day).list(database, ReplicatedUnits::unit);
    }

    @Override
    public Optional<KnownUnit> bearing(String scheme, String value, LocalDate day) {
        return Query.of(BY_IDENTIFIER, scheme, value, day, day, day, day).first(database, ReplicatedUnits::unit);
    }

    @Override
    public List<KnownUnit> successorsOn(UUID unit, LocalDate day) {
        return Query.of(SUCCESSORS, day, unit, day, day, day, day, day).list(database, ReplicatedUnits::unit);
    }

    @Override
    public Optional<UUID> heirOn(UUID unit, LocalDate day) {
        return Query.of("SELECT heir FROM known_unit_heir WHERE unit = ? AND valid @> ?::date", unit, day)
                .first(database, row -> row.id("heir"));
    }

    @Override
    public List<UUID> withPredecessors(UUID unit) {
        return Query.of(PREDECESSORS, unit, unit).list(database, row -> row.id("unit"));
    }

    @Override
    public boolean isWithin(UUID unit, UUID root, @Nullable String line, LocalDate day) {
        return Query.of(WITHIN, unit, root, day, line, line)
                .list(database, row -> row.flag("within"))
                .contains(true);
    }

    private static KnownUnit unit(Row row) throws SQLException {
        return new KnownUnit(
                row.id("id"),
                row.text("name"),
                row.textOrNull("short_name"),
                row.text("kind"),
                row.text("sector"),
                row.flag("existing"),
                row.dayOrNull("valid_from"),
                row.dayOrNull("valid_to"));
    }
}
