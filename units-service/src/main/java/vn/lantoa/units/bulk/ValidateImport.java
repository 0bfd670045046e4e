package vn.lantoa.units.bulk;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The dry run: every row is read, judged and staged; nothing is written but that. */
@Singleton
class ValidateImport {
    private final BulkKinds kinds;
    private final CodeLists codes;
    private final Imports imports;
    private final ImportFiles files;
    private final StagedRows staged;
    private final WriteRows writing;
    private final BulkCallers callers;
    private final BulkConfig config;

    ValidateImport(
            BulkKinds kinds,
            CodeLists codes,
            Imports imports,
            ImportFiles files,
            StagedRows staged,
            WriteRows writing,
            BulkCallers callers,
            BulkConfig config) {
        this.kinds = kinds;
        this.codes = codes;
        this.imports = imports;
        this.files = files;
        this.staged = staged;
        this.writing = writing;
        this.callers = callers;
        this.config = config;
    }

    void run(ImportJob job) {
        var kind = kinds.get(job.kind());
        var caller = callers.of(job, kind);
        staged.clear(job.id());
        try (var table = files.table(job.id(), job.format())) {
            var heading = Heading.of(table.next(), kind.columns());
            var shapes = new Shapes(kind.columns(), codes.of(kind.columns()));
            var rows = new ArrayList<DraftRow>(config.judged());
            int done = 0;
            for (var line = table.next(); line != null; line = table.next()) {
                rows.add(shapes.draft(line.number(), heading.sorted(line)));
                if (rows.size() == config.judged()) {
                    done += judge(kind, rows, caller);
                    told(job, done);
                }
            }
            done += judge(kind, rows, caller);
            told(job, done);
        } catch (UnreadableFile broken) {
            throw new BrokenFile(broken.code());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        staged.refuseTwins(job.id());
        kind.judgeTogether(caller);
        if (kind.tried()) {
            staged.refuse(job.id(), writing.tried(kind, caller, () -> told(job)));
        }
        imports.count(job.id());
        imports.turn(job.id(), ImportStatus.VALIDATED, null);
    }

    private int judge(BulkKind kind, List<DraftRow> rows, BulkCaller caller) {
        var open = rows.stream().filter(DraftRow::isOpen).toList();
        if (!open.isEmpty()) {
            kind.judge(open, caller);
        }
        kind.note(rows.stream().filter(DraftRow::isRefused).toList());
        staged.stage(caller.importId(), rows);
        int count = rows.size();
        rows.clear();
        return count;
    }

    /** Beside this transaction, so that it is seen at once; and hears at the same time whether to stop. */
    private void told(ImportJob job, int done) {
        boolean stop = QuarkusTransaction.requiringNew().call(() -> {
            imports.progress(job.id(), done);
            return imports.isAskedToStop(job.id());
        });
        if (stop) {
            throw new Stopped(job.id());
        }
    }

    private void told(ImportJob job) {
        if (imports.isAskedToStop(job.id())) {
            throw new Stopped(job.id());
        }
    }
}
