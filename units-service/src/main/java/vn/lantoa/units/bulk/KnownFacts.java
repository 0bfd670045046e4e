package vn.lantoa.units.bulk;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.sql.Query;

/** What the register says of some units, fact by fact, so that a row is found that says nothing new. */
final class KnownFacts {
    private final Set<String> facts;

    private KnownFacts(Set<String> facts) {
        this.facts = facts;
    }

    static KnownFacts of(DataSource database, Collection<UUID> units) {
        if (units.isEmpty()) {
            return new KnownFacts(Set.of());
        }
        var ids = units.stream().distinct().toArray(UUID[]::new);
        return new KnownFacts(
                new HashSet<>(Query.of("""
                SELECT concat_ws('|', 'UNIT', u.id, coalesce(u.valid_from::text, ''), coalesce(u.valid_to::text, ''),
                                 v.name, v.kind, v.sector) AS fact
                FROM unit u JOIN unit_version v ON v.unit = u.id WHERE u.id = ANY (?)
                UNION ALL
                SELECT concat_ws('|', 'VERSION', v.unit, coalesce(v.valid_from::text, ''), '', v.name, v.kind, v.sector)
                FROM unit_version v WHERE v.unit = ANY (?)
                UNION ALL
                SELECT concat_ws('|', 'IDENTIFIER', i.unit, coalesce(i.valid_from::text, ''), coalesce(i.valid_to::text, ''),
                                 i.scheme, i.value)
                FROM unit_identifier i WHERE i.unit = ANY (?)
                UNION ALL
                SELECT concat_ws('|', 'PLACEMENT', p.unit, coalesce(p.valid_from::text, ''), coalesce(p.valid_to::text, ''),
                                 p.line, coalesce(p.parent::text, ''))
                FROM unit_placement p WHERE p.unit = ANY (?)
                UNION ALL
                SELECT concat_ws('|', s.name, u.id, s.value)
                FROM unit u CROSS JOIN LATERAL (VALUES
                    ('remark', u.remark), ('beginReason', u.begin_reason), ('beginDocument', u.begin_document),
                    ('endReason', u.end_reason), ('endDocument', u.end_document)) AS s (name, value)
                WHERE u.id = ANY (?) AND s.value IS NOT NULL
                """, ids, ids, ids, ids, ids).list(database, row -> row.text("fact"))));
    }

    /** Whether the row says what is known of the unit already; its code and place beside its name are facts of their own. */
    boolean say(UUID unit, DraftRow row) {
        var fact = UnitKind.fact(row);
        return (!fact.equals(UnitKind.UNIT) || agreesOnTheLife(unit, row))
                && facts.contains(
                        switch (fact) {
                            case UnitKind.IDENTIFIER ->
                                joined(
                                        fact,
                                        unit,
                                        row,
                                        row.text("validTo"),
                                        UnitKind.scheme(row.text("scheme")),
                                        row.text("code"));
                            case UnitKind.PLACEMENT ->
                                joined(fact, unit, row, row.text("validTo"), row.text("line"), row.text("parentId"));
                            case UnitKind.VERSION ->
                                joined(fact, unit, row, null, row.text("name"), row.text("kind"), row.text("sector"));
                            default ->
                                joined(
                                        fact,
                                        unit,
                                        row,
                                        row.text("validTo"),
                                        row.text("name"),
                                        row.text("kind"),
                                        row.text("sector"));
                        });
    }

    private boolean agreesOnTheLife(UUID unit, DraftRow row) {
        return UnitKind.OF_THE_LIFE.stream()
                .allMatch(column ->
                        row.text(column) == null || facts.contains(column + "|" + unit + "|" + row.text(column)));
    }

    private static String joined(
            String fact, UUID unit, DraftRow row, @Nullable String to, @Nullable String... values) {
        var text = new StringBuilder(fact).append('|').append(unit).append('|');
        text.append(row.text("validFrom") == null ? "" : row.text("validFrom"));
        text.append('|').append(to == null ? "" : to);
        for (var value : values) {
            text.append('|').append(value == null ? "" : value);
        }
        return text.toString();
    }
}
