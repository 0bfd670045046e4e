package vn.lantoa.units.person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.rest.Ids;
import vn.lantoa.sql.Query;

/** Every merger there ever was, with its end. */
@ApplicationScoped
class PersonMerges {
    private static final int MOST = 200;

    private final DataSource database;

    PersonMerges(DataSource database) {
        this.database = database;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void begin(UUID source, UUID target, String reason, Instant at, @Nullable UUID by) {
        Query.of(
                        "INSERT INTO person_merge (id, source, target, reason, merged_at, merged_by) VALUES (?, ?, ?, ?, ?, ?)",
                        Ids.next(),
                        source,
                        target,
                        reason,
                        at,
                        by)
                .change(database);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void end(UUID source, String reason, Instant at, @Nullable UUID by) {
        Query.of(
                        "UPDATE person_merge SET undone_at = ?, undone_by = ?, undo_reason = ? WHERE source = ? AND undone_at IS NULL",
                        at,
                        by,
                        reason,
                        source)
                .change(database);
    }

    /** Those that any record of the person took part in, the latest first. */
    List<PersonMergeView> of(UUID person) {
        return Query.of("""
                        SELECT * FROM person_merge
                        WHERE source = ANY (person_records(?) || ?::uuid) OR target = ANY (person_records(?) || ?::uuid)
                        ORDER BY id DESC LIMIT ?""", person, person, person, person, MOST)
                .list(
                        database,
                        row -> new PersonMergeView(
                                row.id("id"),
                                row.id("source"),
                                row.id("target"),
                                row.text("reason"),
                                row.instant("merged_at"),
                                row.idOrNull("merged_by"),
                                row.instantOrNull("undone_at"),
                                row.idOrNull("undone_by"),
                                row.textOrNull("undo_reason")));
    }
}
