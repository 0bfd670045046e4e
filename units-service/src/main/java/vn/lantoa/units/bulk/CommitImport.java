package vn.lantoa.units.bulk;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.audit.Audit;
import vn.lantoa.sql.Query;
import vn.lantoa.sql.SqlFailure;

/**
 * Writes judged rows: a batch and the position behind it in one transaction; or all batches in one, where everything or
 * nothing was asked for or rows hang on each other.
 */
@Singleton
class CommitImport {
    private final BulkKinds kinds;
    private final Imports imports;
    private final StagedRows staged;
    private final BulkCallers callers;
    private final Audit audit;
    private final DataSource database;
    private final BulkConfig config;

    CommitImport(
            BulkKinds kinds,
            Imports imports,
            StagedRows staged,
            BulkCallers callers,
            Audit audit,
            DataSource database,
            BulkConfig config) {
        this.kinds = kinds;
        this.imports = imports;
        this.staged = staged;
        this.callers = callers;
        this.audit = audit;
        this.database = database;
        this.config = config;
    }

    /** What the audit trail says of a batch. */
    record WrittenBatch(String kind, int firstRow, int lastRow, int written, int refused) {}

    void run(ImportJob job) {
        var kind = kinds.get(job.kind());
        boolean atOnce = job.mode() == ImportMode.ALL_OR_NOTHING || kind.together();
        var caller = callers.of(job, kind);
        int position = job.position();
        int done = 0;
        do {
            var rows = staged.after(job.id(), position, config.batch());
            if (rows.isEmpty()) {
                kind.finish(caller);
                staged.clearWritten(job.id());
                imports.turn(job.id(), ImportStatus.COMPLETED, null);
                return;
            }
            position = write(job, kind, caller, rows);
            done += rows.size();
            if (atOnce) {
                told(job, done);
            } else {
                imports.progress(job.id(), position);
            }
        } while (atOnce);
    }

    private int write(ImportJob job, BulkKind kind, BulkCaller caller, List<StagedRow> rows) {
        var refused = written(kind, caller, rows);
        if (!refused.isEmpty()) {
            if (job.mode() == ImportMode.ALL_OR_NOTHING) {
                throw new Outdated(job.id(), refused);
            }
            staged.refuse(job.id(), refused);
        }
        int position = rows.getLast().number();
        int written = rows.size() - refused.size();
        imports.advance(job.id(), position, written, refused.size());
        audit.recordFor(
                job.account(),
                job.person(),
                job.requestId(),
                kind.permission(),
                "import",
                job.id(),
                new WrittenBatch(kind.name(), rows.getFirst().number(), position, written, refused.size()));
        return position;
    }

    /**
     * Writes the rows, or those of them that the database takes: what one of its rules refuses is found by halves, so that
     * every other row is written.
     */
    private List<RefusedRow> written(BulkKind kind, BulkCaller caller, List<StagedRow> rows) {
        if (kind.together()) {
            return kind.write(rows, caller);
        }
        Query.of("SAVEPOINT bulk_rows").change(database);
        try {
            var refused = kind.write(rows, caller);
            Query.of("SET CONSTRAINTS ALL IMMEDIATE").change(database);
            Query.of("SET CONSTRAINTS ALL DEFERRED").change(database);
            Query.of("RELEASE SAVEPOINT bulk_rows").change(database);
            return refused;
        } catch (SqlFailure failure) {
            var code = BulkProblems.refusal(failure).orElseThrow(() -> failure);
            Query.of("ROLLBACK TO SAVEPOINT bulk_rows").change(database);
            Query.of("RELEASE SAVEPOINT bulk_rows").change(database);
            if (rows.size() == 1) {
                return List.of(new RefusedRow(rows.getFirst().number(), new RowError(null, code, List.of())));
            }
            int half = rows.size() / 2;
            var refused = new ArrayList<>(written(kind, caller, rows.subList(0, half)));
            refused.addAll(written(kind, caller, rows.subList(half, rows.size())));
            return refused;
        }
    }

    private void told(ImportJob job, int done) {
        @Nullable
        Boolean stop = QuarkusTransaction.requiringNew().call(() -> {
            imports.progress(job.id(), done);
            return imports.isAskedToStop(job.id());
        });
        if (Boolean.TRUE.equals(stop)) {
            throw new Stopped(job.id());
        }
    }
}
