package vn.lantoa.units.bulk;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * A kind of file: what its columns are, how a row is judged, and how judged rows are written. To import a further kind,
 * write a bean that implements this; templates, dry run, row errors, batches, progress and resumption come by themselves.
 */
public interface BulkKind {
    /** In the path: {@code persons}. */
    String name();

    /** For people, in Vietnamese. */
    String title();

    /** The permission of the single act: whoever may do it once may do it by file, as far as it reaches. */
    String permission();

    /** The permission that reads what an export holds. */
    String readPermission();

    List<Column> columns();

    /** Whether rows hang on each other, so that all are written in one transaction in either mode. */
    default boolean together() {
        return false;
    }

    /**
     * Judges rows whose cells have the right shape: each is accepted, found unchanged, or refused with the code that the
     * API would answer. A transaction is open; some thousand rows come at a time, so ask the database for all of them.
     */
    void judge(List<DraftRow> rows, BulkCaller caller);

    /**
     * Hears of rows that are refused already, because cells have a wrong shape. Where rows hang on each other it may note of
     * them what {@link #judgeTogether} has to know.
     */
    default void note(List<DraftRow> refused) {}

    /** Called once all rows are staged in {@code bulk_row}, for what only the whole file shows. */
    default void judgeTogether(BulkCaller caller) {}

    /**
     * Writes accepted rows and tells which of them the register refuses by now. In a transaction, which also moves the
     * position of the import.
     */
    List<RefusedRow> write(List<StagedRow> rows, BulkCaller caller);

    /** Tells others of rows that were written; in the same transaction, and never of those that were only tried. */
    default void tell(List<StagedRow> rows, BulkCaller caller) {}

    /** Whether the dry run writes the rows and takes them back, to tell what only the database refuses. */
    default boolean tried() {
        return false;
    }

    /** After the last row, in the transaction of the last batch. */
    default void finish(BulkCaller caller) {}

    /** Every row that the scope shows, in a stable order; the connection reads in a transaction, with a cursor. */
    void export(ExportScope scope, Connection connection, RowSink sink) throws SQLException, IOException;
}
