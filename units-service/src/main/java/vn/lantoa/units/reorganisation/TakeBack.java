package vn.lantoa.units.reorganisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import vn.lantoa.sql.Query;

/** Goes back row by row over what a reorganisation wrote ahead: what began is not, what ended goes on, what left stands. */
@ApplicationScoped
class TakeBack {
    private static final String DELETE = """
            DELETE FROM %s AS fact USING reorganisation_fact e
            WHERE e.reorganisation = ? AND e.fact_kind = '%s' AND e.effect = 'BEGAN' AND e.fact = fact.id
            """;
    private static final String REOPEN = """
            UPDATE %s AS fact SET valid_to = e.ended_before FROM reorganisation_fact e
            WHERE e.reorganisation = ? AND e.fact_kind = '%s' AND e.effect = 'ENDED' AND e.fact = fact.id
            """;

    private record Table(String name, String kind) {}

    private static final List<Table> FACTS = List.of(
            new Table("unit_identifier", "IDENTIFIER"),
            new Table("unit_placement", "PLACEMENT"),
            new Table("unit_version", "VERSION"));

    private final DataSource database;

    TakeBack(DataSource database) {
        this.database = database;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void all(UUID reorganisation, Instant now) {
        Query.of("DELETE FROM unit_lineage WHERE reorganisation = ?", reorganisation)
                .change(database);
        Query.of("""
                        INSERT INTO unit_annulled (id, name, reorganisation)
                        SELECT v.unit, v.name, e.reorganisation FROM reorganisation_fact e
                        JOIN unit_version v ON v.unit = e.unit
                        WHERE e.reorganisation = ? AND e.fact_kind = 'UNIT' AND e.effect = 'BEGAN'
                        """, reorganisation).change(database);
        FACTS.forEach(table -> Query.of(DELETE.formatted(table.name(), table.kind()), reorganisation)
                .change(database));
        Query.of(DELETE.formatted("unit", "UNIT"), reorganisation).change(database);
        Query.of(REOPEN.formatted("unit", "UNIT"), reorganisation).change(database);
        FACTS.forEach(table -> Query.of(REOPEN.formatted(table.name(), table.kind()), reorganisation)
                .change(database));
        Query.of("""
                        INSERT INTO unit_placement (id, unit, line, parent, valid_from, valid_to)
                        SELECT e.fact, e.unit, e.line, e.parent, e.valid_from, e.valid_to FROM reorganisation_fact e
                        WHERE e.reorganisation = ? AND e.fact_kind = 'PLACEMENT' AND e.effect = 'WITHDRAWN'
                        """, reorganisation).change(database);
        Query.of("""
                        UPDATE unit SET version = version + 1, updated_at = ?,
                               end_reason = CASE WHEN valid_to IS NOT NULL THEN end_reason END,
                               end_document = CASE WHEN valid_to IS NOT NULL THEN end_document END
                        WHERE id IN (SELECT e.unit FROM reorganisation_fact e WHERE e.reorganisation = ?)
                        """, now, reorganisation).change(database);
    }
}
