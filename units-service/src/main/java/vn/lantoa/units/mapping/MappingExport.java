package vn.lantoa.units.mapping;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import vn.lantoa.sql.Query;
import vn.lantoa.units.bulk.ExportScope;
import vn.lantoa.units.bulk.RowSink;

/** What enacted documents made of which unit: the rows of their tables, else what their lineage says in official codes. */
final class MappingExport {
    private static final int AT_A_TIME = 1_000;

    private MappingExport() {}

    static void write(ExportScope scope, Connection connection, RowSink sink) throws SQLException, IOException {
        Query.of("""
                WITH mapped AS (
                    SELECT m.reorganisation, m.place, m.scheme, m.old_code, m.old_name, m.new_code, m.new_name, m.new_kind,
                           m.new_parent, m.portion, m.change, m.article, m.old_unit, m.new_unit
                    FROM reorganisation_mapping m
                    UNION ALL
                    SELECT l.reorganisation, 0, 'ADMINISTRATIVE_CODE', old.value, before.name, made.value, after.name, after.kind,
                           above.value, l.portion, NULL, NULL, l.predecessor, l.successor
                    FROM unit_lineage l
                    JOIN unit_identifier old ON old.unit = l.predecessor AND old.scheme = 'ADMINISTRATIVE_CODE'
                     AND old.valid @> (l.effective_on - 1)
                    JOIN unit_identifier made ON made.unit = l.successor AND made.scheme = 'ADMINISTRATIVE_CODE'
                     AND made.valid @> l.effective_on
                    JOIN unit_version before ON before.unit = l.predecessor AND before.valid @> (l.effective_on - 1)
                    JOIN unit_version after ON after.unit = l.successor AND after.valid @> l.effective_on
                    LEFT JOIN unit_placement p ON p.unit = l.successor AND p.line = 'ADMINISTRATIVE'
                     AND p.valid @> l.effective_on
                    LEFT JOIN unit_identifier above ON above.unit = p.parent AND above.scheme = 'ADMINISTRATIVE_CODE'
                     AND above.valid @> l.effective_on
                    WHERE NOT EXISTS (SELECT FROM reorganisation_mapping m WHERE m.reorganisation = l.reorganisation))
                SELECT x.*, r.document_number, r.document_issued_by, r.document_signed_on, r.effective_on
                FROM mapped x JOIN reorganisation r ON r.id = x.reorganisation AND r.status = 'ENACTED'
                WHERE true
                """)
                .addIf(scope.asOf(), "AND r.effective_on <= ?::date")
                .addIf(
                        scope.within(),
                        "AND EXISTS (SELECT FROM unit_closure c WHERE c.ancestor = ?"
                                + " AND c.descendant IN (x.old_unit, x.new_unit))")
                .add("ORDER BY r.effective_on, r.id, x.place, x.new_code, x.old_code")
                .each(
                        connection,
                        AT_A_TIME,
                        row -> sink.row(Arrays.<@Nullable String>asList(
                                row.text("old_code"),
                                row.text("scheme"),
                                row.textOrNull("old_name"),
                                row.textOrNull("new_code"),
                                row.textOrNull("new_name"),
                                row.textOrNull("new_kind"),
                                row.textOrNull("new_parent"),
                                row.text("portion"),
                                row.textOrNull("change"),
                                row.text("document_number"),
                                row.text("document_issued_by"),
                                row.day("document_signed_on").toString(),
                                row.textOrNull("article"),
                                row.day("effective_on").toString())));
    }
}
