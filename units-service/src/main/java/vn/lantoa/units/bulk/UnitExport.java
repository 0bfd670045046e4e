package vn.lantoa.units.bulk;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import vn.lantoa.sql.Query;

/** Units with every name, code and place they had; as of a day, with those of that day. */
final class UnitExport {
    private static final int AT_A_TIME = 1_000;

    private UnitExport() {}

    static void write(ExportScope scope, Connection connection, RowSink sink) throws SQLException, IOException {
        select(scope)
                .each(
                        connection,
                        AT_A_TIME,
                        row -> sink.row(Arrays.<@Nullable String>asList(
                                row.text("fact"),
                                row.text("unit"),
                                row.textOrNull("name"),
                                row.textOrNull("short_name"),
                                row.textOrNull("kind"),
                                row.textOrNull("sector"),
                                row.textOrNull("scheme"),
                                row.textOrNull("code"),
                                row.textOrNull("line"),
                                row.textOrNull("parent"),
                                null,
                                null,
                                row.textOrNull("valid_from"),
                                row.textOrNull("valid_to"),
                                row.textOrNull("remark"),
                                row.textOrNull("begin_reason"),
                                row.textOrNull("begin_document"),
                                row.textOrNull("end_reason"),
                                row.textOrNull("end_document"))));
    }

    private static Query select(ExportScope scope) {
        var day = scope.asOf();
        var query =
                Query.of("WITH chosen AS (SELECT u.* FROM unit u WHERE true").addIf(day, "AND u.valid @> ?::date");
        Reaches.within(query, "u.id", scope.reach(), scope.within(), scope.today());
        query.add("""
                )
                SELECT c.id AS unit, 0 AS rank, 'UNIT' AS fact, v.name, v.short_name, v.kind, v.sector, NULL AS scheme,
                       NULL AS code, NULL AS line, NULL::uuid AS parent, c.valid_from, c.valid_to, c.remark,
                       c.begin_reason, c.begin_document, c.end_reason, c.end_document
                FROM chosen c CROSS JOIN LATERAL (SELECT * FROM unit_version v WHERE v.unit = c.id
                """).addIf(day, "AND v.valid @> ?::date").add("ORDER BY v.valid LIMIT 1) v");
        if (day == null) {
            query.add("""
                    UNION ALL
                    SELECT v.unit, 1, 'VERSION', v.name, v.short_name, v.kind, v.sector, NULL, NULL, NULL, NULL, v.valid_from,
                           NULL, NULL, NULL, NULL, NULL, NULL
                    FROM chosen c JOIN unit_version v ON v.unit = c.id
                    WHERE v.valid_from > coalesce(c.valid_from, '-infinity')
                    """);
        }
        query.add("""
                UNION ALL
                SELECT i.unit, 2, 'IDENTIFIER', NULL, NULL, NULL, NULL, i.scheme, i.value, NULL, NULL, i.valid_from, i.valid_to,
                       NULL, NULL, NULL, NULL, NULL
                FROM chosen c JOIN unit_identifier i ON i.unit = c.id WHERE true
                """).addIf(day, "AND i.valid @> ?::date").add("""
                UNION ALL
                SELECT p.unit, 3, 'PLACEMENT', NULL, NULL, NULL, NULL, NULL, NULL, p.line, p.parent, p.valid_from, p.valid_to,
                       NULL, NULL, NULL, NULL, NULL
                FROM chosen c JOIN unit_placement p ON p.unit = c.id WHERE true
                """).addIf(day, "AND p.valid @> ?::date");
        return query.add("ORDER BY unit, rank, scheme, line, valid_from NULLS FIRST, code");
    }
}
