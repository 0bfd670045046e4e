package vn.lantoa.units.mapping;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import javax.sql.DataSource;
import vn.lantoa.rest.Ids;
import vn.lantoa.sql.Query;
import vn.lantoa.units.bulk.BulkCaller;
import vn.lantoa.units.bulk.BulkKind;
import vn.lantoa.units.bulk.Column;
import vn.lantoa.units.bulk.DraftRow;
import vn.lantoa.units.bulk.ExportScope;
import vn.lantoa.units.bulk.RefusedRow;
import vn.lantoa.units.bulk.RowSink;
import vn.lantoa.units.bulk.StagedRow;
import vn.lantoa.units.reorganisation.DraftReorganisation;
import vn.lantoa.units.reorganisation.ReorganisationDrafts;

/**
 * Mapping tables of a reform, as ministries publish them: each line an old code, how much of it, and the new code, by which
 * resolution. What they come to is drafted, one reorganisation for each resolution and day; previewing and enacting are acts
 * of their own. A line that is unresolved or can be read in two ways is an error of its row.
 */
@ApplicationScoped
class MappingKind implements BulkKind {
    private static final String PERMISSION = "reorganisation.draft";

    /** Of two tables at once the second sees what the first has drafted. */
    private static final long ONE_AT_A_TIME = 0x6d617070696e67L;

    private final MappingTable table;
    private final KnownMappings known;
    private final ReorganisationDrafts drafts;
    private final MappingDrafts kept;
    private final DataSource database;

    MappingKind(
            MappingTable table,
            KnownMappings known,
            ReorganisationDrafts drafts,
            MappingDrafts kept,
            DataSource database) {
        this.table = table;
        this.known = known;
        this.drafts = drafts;
        this.kept = kept;
        this.database = database;
    }

    @Override
    public String name() {
        return "reorganisation-mappings";
    }

    @Override
    public String title() {
        return "Bảng chuyển đổi đơn vị theo nghị quyết sắp xếp";
    }

    @Override
    public String permission() {
        return PERMISSION;
    }

    @Override
    public String readPermission() {
        return "unit.read";
    }

    @Override
    public List<Column> columns() {
        return MappingColumns.ALL;
    }

    @Override
    public boolean together() {
        return true;
    }

    /** A row alone says only whether it is there already; what it means shows beside the others. */
    @Override
    public void judge(List<DraftRow> rows, BulkCaller caller) {
        var read = new HashMap<DraftRow, MappingRow>();
        for (var row : rows) {
            if (caller.reach().everywhere()) {
                read.put(row, MappingColumns.row(row));
            } else {
                row.refuse(null, "outside-your-units", PERMISSION);
            }
        }
        var there = known.of(read.values());
        read.forEach((draft, row) -> {
            var same = there.getOrDefault(KnownMappings.Place.of(row), List.of());
            var found = same.stream().filter(each -> each.is(row)).findFirst();
            if (found.isPresent()) {
                draft.unchanged(found.get().reorganisation());
            } else if (same.isEmpty()) {
                draft.accept(Ids.next(), List.of(), MappingColumns.data(row));
            } else {
                draft.refuse(
                        null,
                        "mapping-drafted-otherwise",
                        row.oldCode(),
                        row.occasion().number());
            }
        });
    }

    @Override
    public void note(List<DraftRow> refused) {
        refused.forEach(row -> row.note(MappingColumns.noted(row)));
    }

    @Override
    public void judgeTogether(BulkCaller caller) {
        table.mark(caller.importId());
    }

    /** Nothing of a row alone; what does not fit any more is told. */
    @Override
    public List<RefusedRow> write(List<StagedRow> rows, BulkCaller caller) {
        Query.of("SELECT pg_advisory_xact_lock(?)", ONE_AT_A_TIME).change(database);
        var here = new HashSet<Integer>();
        rows.forEach(row -> here.add(row.number()));
        var told = new HashSet<Integer>();
        var refused = new ArrayList<RefusedRow>();
        for (var problem : table.problems(caller.importId())) {
            if (here.contains(problem.row()) && told.add(problem.row())) {
                refused.add(new RefusedRow(problem.row(), problem.inFile()));
            }
        }
        return refused;
    }

    @Override
    public void finish(BulkCaller caller) {
        for (var reading : table.read(caller.importId())) {
            reading.plan().drafts().forEach((occasion, draft) -> {
                if (!draft.operations().isEmpty()) {
                    var after = reading.plan().after(occasion);
                    var remark = "Từ bảng chuyển đổi, lần nhập " + caller.importId() + "."
                            + (after.isEmpty() ? "" : " Ban hành trước: " + String.join(", ", after) + ".");
                    var id = drafts.draftFor(
                            new DraftReorganisation(
                                    null, occasion.document(), occasion.effectiveOn(), draft.operations(), remark),
                            caller.account(),
                            caller.person());
                    kept.keep(id, draft, reading.register());
                }
            });
        }
    }

    @Override
    public void export(ExportScope scope, Connection connection, RowSink sink) throws SQLException, IOException {
        MappingExport.write(scope, connection, sink);
    }
}
