package vn.lantoa.units.relation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.problems.NotFound;
import vn.lantoa.rest.Cursor;
import vn.lantoa.rest.IdCursor;
import vn.lantoa.rest.Page;
import vn.lantoa.rest.PageRequest;
import vn.lantoa.sql.Query;
import vn.lantoa.sql.Row;

/** Relations between units. */
@ApplicationScoped
class UnitRelations implements PanacheRepositoryBase<UnitRelation, UUID> {
    /** With the names of the first day that both share with the relation, or of today. */
    private static final String VIEW = """
            SELECT r.id, r.kind, r.source, r.target, r.valid_from, r.valid_to, r.succeeds, r.begun_by, r.version,
                   r.created_at, r.updated_at,
                   (SELECT v.name FROM unit_version v WHERE v.unit = r.source AND v.valid && r.valid
                    ORDER BY v.valid DESC LIMIT 1) AS source_name,
                   (SELECT v.name FROM unit_version v WHERE v.unit = r.target AND v.valid && r.valid
                    ORDER BY v.valid DESC LIMIT 1) AS target_name
            FROM unit_relation r
            """;

    private final DataSource database;

    UnitRelations(DataSource database) {
        this.database = database;
    }

    /** @throws NotFound 404 {@code relation-not-found} where the unit has no such relation */
    UnitRelation get(UUID unit, UUID id) {
        return findByIdOptional(id)
                .filter(relation -> relation.joins(unit))
                .orElseThrow(() -> new NotFound("relation-not-found", id));
    }

    RelationView view(UUID id) {
        return Query.of(VIEW)
                .add("WHERE r.id = ?", id)
                .first(database, UnitRelations::view)
                .orElseThrow(() -> new NotFound("relation-not-found", id));
    }

    /** Those of a unit, one statement a page. */
    Page<RelationView> of(
            UUID unit,
            @Nullable RelationDirection direction,
            @Nullable String kind,
            @Nullable LocalDate day,
            PageRequest page) {
        var query = Query.of(VIEW);
        if (direction == null) {
            query.add("WHERE (r.source = ? OR r.target = ?)", unit, unit);
        } else {
            query.add(direction == RelationDirection.SOURCE ? "WHERE r.source = ?" : "WHERE r.target = ?", unit);
        }
        var after = IdCursor.after(page);
        query.addIf(kind, "AND r.kind = ?").addIf(day, "AND r.valid @> ?::date");
        if (after != null) {
            query.add("AND r.id > ?", after);
        }
        var rows = query.add("ORDER BY r.id LIMIT ?", page.limit + 1).list(database, UnitRelations::view);
        return Page.of(rows, page.limit, row -> Cursor.of(row.id()), null);
    }

    /** Those that reach that day or beyond at one of these units. */
    List<UnitRelation> reaching(Collection<UUID> units, LocalDate day) {
        return units.isEmpty()
                ? List.of()
                : list("(source in ?1 or target in ?1) and (validTo is null or validTo > ?2) order by id", units, day);
    }

    /** Those that a reorganisation made. */
    List<UnitRelation> begunBy(UUID reorganisation) {
        return list("begunBy = ?1 order by id", reorganisation);
    }

    /** Those that a reorganisation ended. */
    List<UnitRelation> endedBy(UUID reorganisation) {
        return list("endedBy = ?1 order by id", reorganisation);
    }

    /** Those that a reorganisation put elsewhere on the day on which they begin. */
    List<UnitRelation> movedBy(UUID reorganisation) {
        return list("movedBy = ?1 order by id", reorganisation);
    }

    private static RelationView view(Row row) throws SQLException {
        return new RelationView(
                row.id("id"),
                row.text("kind"),
                row.id("source"),
                row.text("source_name"),
                row.id("target"),
                row.text("target_name"),
                row.dayOrNull("valid_from"),
                row.dayOrNull("valid_to"),
                row.idOrNull("succeeds"),
                row.idOrNull("begun_by"),
                row.number("version"),
                row.instant("created_at"),
                row.instant("updated_at"));
    }
}
