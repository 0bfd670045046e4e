package vn.lantoa.units.bulk;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lantoa.audit.Audit;

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
    private final WriteRows writing;
    private final BulkConfig config;

    CommitImport(
            BulkKinds kinds,
            Imports imports,
            StagedRows staged,
            BulkCallers callers,
            Audit audit,
            WriteRows writing,
            BulkConfig config) {
        this.kinds = kinds;
        this.imports = imports;
        this.staged = staged;
        this.callers = callers;
        this.audit = audit;
        this.writing = writing;
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
                imports.dropFileWithoutErrors(job.id());
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
        var refused = writing.write(kind, caller, rows);
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
