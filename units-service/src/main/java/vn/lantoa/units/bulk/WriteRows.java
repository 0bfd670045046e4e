package vn.lantoa.units.bulk;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import vn.lantoa.sql.Query;
import vn.lantoa.sql.SqlFailure;

/**
 * Writes judged rows, or those of them that the database takes: what one of its rules refuses is found by halves under
 * savepoints, so that every other row is written.
 */
@Singleton
class WriteRows {
    private static final int AT_A_TIME = 5_000;

    private final StagedRows staged;
    private final DataSource database;

    WriteRows(StagedRows staged, DataSource database) {
        this.staged = staged;
        this.database = database;
    }

    /** Writes and tells; which rows were refused. */
    List<RefusedRow> write(BulkKind kind, BulkCaller caller, List<StagedRow> rows) {
        return kind.together() ? kind.write(rows, caller) : write(kind, caller, rows, true);
    }

    /**
     * Writes every accepted row of the import and takes it all back: those that would be refused, with the reason.
     *
     * @param between is asked after each batch, and may throw to stop
     */
    List<RefusedRow> tried(BulkKind kind, BulkCaller caller, Runnable between) {
        var refused = new ArrayList<RefusedRow>();
        Query.of("SAVEPOINT bulk_trial").change(database);
        var rows = staged.after(caller.importId(), 0, AT_A_TIME);
        while (!rows.isEmpty()) {
            refused.addAll(write(kind, caller, rows, false));
            between.run();
            rows = staged.after(caller.importId(), rows.getLast().number(), AT_A_TIME);
        }
        Query.of("ROLLBACK TO SAVEPOINT bulk_trial").change(database);
        Query.of("RELEASE SAVEPOINT bulk_trial").change(database);
        return refused;
    }

    private List<RefusedRow> write(BulkKind kind, BulkCaller caller, List<StagedRow> rows, boolean telling) {
        Query.of("SAVEPOINT bulk_rows").change(database);
        try {
            var refused = kind.write(rows, caller);
            Query.of("SET CONSTRAINTS ALL IMMEDIATE").change(database);
            Query.of("SET CONSTRAINTS ALL DEFERRED").change(database);
            if (telling) {
                kind.tell(Holdings.without(rows, refused), caller);
            }
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
            var refused = new ArrayList<>(write(kind, caller, rows.subList(0, half), telling));
            refused.addAll(write(kind, caller, rows.subList(half, rows.size()), telling));
            return refused;
        }
    }
}
