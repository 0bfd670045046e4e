package vn.lantoa.units.bulk;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
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

/** The imports there are. */
@Singleton
class Imports {
    private static final String VIEW = """
            SELECT i.*, p.done, p.stop FROM bulk_import i JOIN bulk_progress p ON p.import = i.id
            """;

    private final DataSource database;
    private final Clock clock;
    private final Event<ImportBell.Rung> bell;

    Imports(DataSource database, Clock clock, Event<ImportBell.Rung> bell) {
        this.database = database;
        this.clock = clock;
        this.bell = bell;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void begin(
            UUID id,
            String kind,
            ImportMode mode,
            FileFormat format,
            long bytes,
            String account,
            @Nullable UUID person,
            @Nullable UUID requestId) {
        var now = clock.instant();
        Query.of("""
                INSERT INTO bulk_import (id, kind, mode, format, status, file_bytes, account, person, request_id, version,
                                         created_at, updated_at)
                VALUES (?, ?, ?, ?, 'UPLOADED', ?, ?, ?, ?, 0, ?, ?)
                """, id, kind, mode, format, bytes, account, person, requestId, now, now)
                .change(database);
        Query.of("INSERT INTO bulk_progress (import) VALUES (?)", id).change(database);
        bell.fire(new ImportBell.Rung());
    }

    /** @throws NotFound 404 {@code import-not-found}, also where it is another account's and the reader sees only the own */
    ImportView get(UUID id, @Nullable String onlyOf) {
        return Query.of(VIEW)
                .add("WHERE i.id = ?", id)
                .addIf(onlyOf, "AND i.account = ?")
                .first(database, Imports::view)
                .orElseThrow(() -> new NotFound("import-not-found", id));
    }

    /** The latest first. */
    Page<ImportView> page(@Nullable String kind, @Nullable String onlyOf, PageRequest page) {
        var matching = Query.of("WHERE true").addIf(kind, "AND i.kind = ?").addIf(onlyOf, "AND i.account = ?");
        var rows = Query.of(VIEW)
                .add(matching)
                .addIf(IdCursor.after(page), "AND i.id < ?")
                .add("ORDER BY i.id DESC LIMIT ?", page.limit + 1)
                .list(database, Imports::view);
        var total = page.total
                ? Query.of("SELECT count(*) FROM bulk_import i").add(matching).count(database)
                : null;
        return Page.of(rows, page.limit, row -> Cursor.of(row.id()), total);
    }

    /** The next one with work to do that nobody works on, held until the end of the transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    Optional<ImportJob> next() {
        return Query.of("""
                SELECT * FROM bulk_import WHERE status IN ('UPLOADED', 'COMMITTING')
                ORDER BY updated_at, id LIMIT 1 FOR UPDATE SKIP LOCKED
                """).first(database, Imports::job);
    }

    /** This one, unless somebody works on it. */
    @Transactional(Transactional.TxType.MANDATORY)
    Optional<ImportJob> hold(UUID id) {
        return Query.of("SELECT * FROM bulk_import WHERE id = ? FOR UPDATE SKIP LOCKED", id)
                .first(database, Imports::job);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void turn(UUID id, ImportStatus status, @Nullable String problem) {
        Query.of(
                        "UPDATE bulk_import SET status = ?, problem = ?, attempts = 0, version = version + 1, updated_at = ? WHERE id = ?",
                        status,
                        problem,
                        clock.instant(),
                        id)
                .change(database);
        if (status == ImportStatus.COMMITTING) {
            bell.fire(new ImportBell.Rung());
        }
    }

    /** Counts what the file holds. */
    @Transactional(Transactional.TxType.MANDATORY)
    void count(UUID id) {
        Query.of("""
                UPDATE bulk_import SET (row_count, wrong, unchanged) =
                    (SELECT count(*), count(*) FILTER (WHERE outcome = 'WRONG'), count(*) FILTER (WHERE outcome = 'UNCHANGED')
                     FROM bulk_row WHERE import = ?)
                WHERE id = ?
                """, id, id).change(database);
    }

    /** A batch is written: what is behind the position is never written again. */
    @Transactional(Transactional.TxType.MANDATORY)
    void advance(UUID id, int position, int written, int refused) {
        Query.of("""
                UPDATE bulk_import
                SET position = ?, written = written + ?, wrong = wrong + ?, attempts = 0, updated_at = ? WHERE id = ?
                """, position, written, refused, clock.instant(), id).change(database);
    }

    /** Tells how often in a row the step has failed now. */
    @Transactional(Transactional.TxType.MANDATORY)
    int failed(UUID id) {
        return Query.of("UPDATE bulk_import SET attempts = attempts + 1 WHERE id = ? RETURNING attempts", id)
                .first(database, row -> row.integer("attempts"))
                .orElse(0);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void progress(UUID id, int done) {
        Query.of("UPDATE bulk_progress SET done = ? WHERE import = ?", done, id).change(database);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void askToStop(UUID id) {
        Query.of("UPDATE bulk_progress SET stop = true WHERE import = ?", id).change(database);
    }

    boolean isAskedToStop(UUID id) {
        return Query.of("SELECT stop FROM bulk_progress WHERE import = ?", id)
                .first(database, row -> row.flag("stop"))
                .orElse(false);
    }

    List<UUID> untouchedSince(java.time.Instant before, int most) {
        return Query.of("""
                SELECT id FROM bulk_import i WHERE updated_at < ? AND status NOT IN ('UPLOADED', 'COMMITTING')
                  AND EXISTS (SELECT FROM bulk_file f WHERE f.import = i.id)
                ORDER BY updated_at LIMIT ?
                """, before, most).list(database, row -> row.id("id"));
    }

    /** The file is of use only as long as one of its rows is wrong. */
    @Transactional(Transactional.TxType.MANDATORY)
    void dropFileWithoutErrors(UUID id) {
        Query.of("""
                DELETE FROM bulk_file WHERE import = ?
                  AND NOT EXISTS (SELECT FROM bulk_row r WHERE r.import = ? AND r.outcome = 'WRONG')
                """, id, id).change(database);
    }

    /** Nothing but the outcome stays: file and rows go; what was never committed is cancelled. */
    @Transactional(Transactional.TxType.MANDATORY)
    void forgetFile(UUID id) {
        Query.of("DELETE FROM bulk_file WHERE import = ?", id).change(database);
        Query.of("DELETE FROM bulk_row WHERE import = ?", id).change(database);
        Query.of("""
                UPDATE bulk_import SET status = 'CANCELLED', version = version + 1 WHERE id = ? AND status = 'VALIDATED'
                """, id).change(database);
    }

    private static ImportJob job(Row row) throws SQLException {
        return new ImportJob(
                row.id("id"),
                row.text("kind"),
                ImportMode.valueOf(row.text("mode")),
                FileFormat.valueOf(row.text("format")),
                ImportStatus.valueOf(row.text("status")),
                row.text("account"),
                row.idOrNull("person"),
                row.idOrNull("request_id"),
                row.integer("row_count"),
                row.integer("position"));
    }

    private static ImportView view(Row row) throws SQLException {
        var status = ImportStatus.valueOf(row.text("status"));
        int rows = row.integer("row_count");
        int unchanged = row.integer("unchanged");
        int wrong = row.integer("wrong");
        return new ImportView(
                row.id("id"),
                row.text("kind"),
                ImportMode.valueOf(row.text("mode")),
                FileFormat.valueOf(row.text("format")),
                status,
                row.number("file_bytes"),
                rows,
                rows - unchanged - wrong,
                unchanged,
                wrong,
                row.integer("written"),
                row.integer("done"),
                row.flag("stop") && !status.isOver() ? Boolean.TRUE : null,
                row.textOrNull("problem"),
                row.number("version"),
                row.instant("created_at"),
                row.instant("updated_at"));
    }
}
