package vn.lantoa.units.mapping;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import vn.lantoa.sql.Query;
import vn.lantoa.units.mapping.Register.Beginning;

/** Asks the register about the codes of a table: a few statements, however long the table. */
@ApplicationScoped
class MappingRegister {
    private static final String ASKED = "WITH asked AS (SELECT * FROM unnest(?, ?) AS a (scheme, value))";

    private final DataSource database;

    MappingRegister(DataSource database) {
        this.database = database;
    }

    /** What is known of every code that the rows name. */
    Register of(Collection<MappingRow> rows, LocalDate day) {
        var codes = new LinkedHashSet<Code>();
        for (var row : rows) {
            codes.add(new Code(row.scheme(), row.oldCode()));
            if (row.newCode() != null) {
                codes.add(new Code(row.scheme(), row.newCode()));
            }
            if (row.newParent() != null) {
                codes.add(new Code(row.scheme(), row.newParent()));
            }
        }
        var asked = List.copyOf(codes);
        return new Register(before(asked, day), after(asked, day), kinds());
    }

    private record Code(String scheme, String value) {}

    private Set<String> kinds() {
        return Set.copyOf(Query.of("SELECT code FROM unit_kind").list(database, row -> row.text("code")));
    }

    /** A code has one bearer a day: the database holds that. */
    private Map<String, Bearer> before(List<Code> codes, LocalDate day) {
        var eve = day.minusDays(1);
        var found = new HashMap<String, Bearer>();
        asking(codes)
                .add("""
                SELECT u.id, i.scheme, i.value, v.name, v.kind, v.sector, p.parent, u.valid_to
                FROM asked a
                JOIN unit_identifier i ON i.scheme = a.scheme AND i.value = a.value AND i.valid @> ?::date
                JOIN unit u ON u.id = i.unit
                JOIN unit_version v ON v.unit = u.id AND v.valid @> ?::date
                LEFT JOIN unit_placement p ON p.unit = u.id AND p.line = 'ADMINISTRATIVE' AND p.valid @> ?::date
                """, eve, eve, eve)
                .plannedForItsValues()
                .list(
                        database,
                        row -> new Bearer(
                                row.id("id"),
                                MappingRow.key(row.text("scheme"), row.text("value")),
                                row.text("name"),
                                row.text("kind"),
                                row.text("sector"),
                                row.idOrNull("parent"),
                                row.dayOrNull("valid_to")))
                .forEach(bearer -> found.put(bearer.key(), bearer));
        return found;
    }

    /**
     * Who begins to bear a code on the day: units by what is enacted, else by tables that are drafted. A drafted unit does
     * not exist: under it means under one that passes whole into it, best the one with its code.
     */
    private Map<String, Beginning> after(List<Code> codes, LocalDate day) {
        record Found(String key, Beginning beginning) {}
        var found = new HashMap<String, Beginning>();
        var drafted = asking(codes)
                .add("""
                SELECT DISTINCT ON (m.scheme, m.new_code) m.scheme, m.new_code AS value, r.document_number, m.new_name AS name,
                       CASE WHEN m.portion = 'WHOLE' THEN m.old_unit ELSE m.new_unit END AS parent
                FROM asked a
                JOIN reorganisation_mapping m ON m.scheme = a.scheme AND m.new_code = a.value
                JOIN reorganisation r ON r.id = m.reorganisation AND r.status = 'DRAFT' AND r.effective_on = ?
                WHERE m.new_unit IS NOT NULL
                ORDER BY m.scheme, m.new_code, m.portion = 'WHOLE' DESC, m.old_code = m.new_code DESC, m.place
                """, day)
                .plannedForItsValues()
                .list(
                        database,
                        row -> new Found(
                                MappingRow.key(row.text("scheme"), row.text("value")),
                                new Beginning(
                                        row.id("parent"),
                                        String.valueOf(row.textOrNull("name")),
                                        row.text("document_number"))));
        var enacted = asking(codes)
                .add("""
                SELECT i.scheme, i.value, u.id, v.name
                FROM asked a
                JOIN unit_identifier i ON i.scheme = a.scheme AND i.value = a.value AND i.valid_from = ?
                JOIN unit u ON u.id = i.unit AND u.valid_to IS NULL
                JOIN unit_version v ON v.unit = u.id AND v.valid @> ?::date
                """, day, day)
                .plannedForItsValues()
                .list(
                        database,
                        row -> new Found(
                                MappingRow.key(row.text("scheme"), row.text("value")),
                                new Beginning(row.id("id"), row.text("name"), null)));
        var all = new ArrayList<>(drafted);
        all.addAll(enacted);
        all.forEach(each -> found.put(each.key(), each.beginning()));
        return found;
    }

    private static Query asking(List<Code> codes) {
        return Query.of(
                ASKED,
                codes.stream().map(Code::scheme).toArray(String[]::new),
                codes.stream().map(Code::value).toArray(String[]::new));
    }
}
