package vn.lantoa.units.unit;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.problems.FieldError;
import vn.lantoa.problems.Invalid;
import vn.lantoa.rest.CurrentRequest;
import vn.lantoa.rest.Cursor;
import vn.lantoa.rest.Page;
import vn.lantoa.rest.PageRequest;
import vn.lantoa.sql.Query;
import vn.lantoa.sql.Row;

/**
 * What a line asks of the places on it. On every line a unit stands only under one that exists. On a ruled line also: its
 * kind may stand under the parent's kind on the day on which the two meet (the place begins, or either kind changes), the
 * parent stands on the line itself, and the unit's own places leave no gap. What stands when a rule ends stands until a
 * reorganisation mends it; {@link #standingAgainst} lists it.
 */
@ApplicationScoped
public class PlacementRules {
    /** Of the places of {@code touched}: what is wrong, and from which day. Only places that are {@code own} count for gaps. */
    private static final String OFFENCES = """
            , offence AS (
                SELECT 1 AS rank, 'child-outlives-parent' AS code, t.line, t.unit, NULL AS kind, t.parent, NULL AS parent_kind,
                       missing.days
                FROM touched t JOIN unit a ON a.id = t.parent
                CROSS JOIN LATERAL (SELECT datemultirange(t.valid) - datemultirange(a.valid) AS days) AS missing
                WHERE NOT isempty(missing.days)
                UNION ALL
                SELECT 2, CASE WHEN t.parent IS NULL THEN 'kind-cannot-be-root' ELSE 'kind-not-allowed-there' END,
                       t.line, t.unit, c.kind, t.parent, a.kind, datemultirange(meeting.days)
                FROM touched t
                JOIN unit_version c ON c.unit = t.unit AND c.valid && t.valid
                LEFT JOIN unit_version a ON a.unit = t.parent AND a.valid && (t.valid * c.valid)
                CROSS JOIN LATERAL (SELECT t.valid * c.valid * coalesce(a.valid, t.valid) AS days) AS meeting
                WHERE t.ruled AND (t.parent IS NULL OR a.unit IS NOT NULL)
                  AND NOT EXISTS (
                    SELECT FROM line_rule r
                    WHERE r.line = t.line AND r.child_kind = c.kind AND r.parent_kind IS NOT DISTINCT FROM a.kind
                      AND CASE WHEN lower_inf(meeting.days) THEN lower_inf(r.valid) ELSE r.valid @> lower(meeting.days) END)
                UNION ALL
                SELECT 3, 'parent-not-on-line', t.line, t.unit, NULL, t.parent, NULL, missing.days
                FROM touched t
                CROSS JOIN LATERAL (
                    SELECT datemultirange(t.valid) - coalesce(range_agg(p.valid), '{}'::datemultirange) AS days
                    FROM unit_placement p WHERE p.unit = t.parent AND p.line = t.line
                ) AS missing
                WHERE t.ruled AND NOT isempty(missing.days) AND EXISTS (SELECT FROM unit u WHERE u.id = t.parent)
                UNION ALL
                SELECT 4, 'gap-on-line', held.line, held.unit, NULL, NULL::uuid, NULL,
                       datemultirange(range_merge(held.days)) - held.days
                FROM (SELECT line, unit, range_agg(valid) AS days FROM touched WHERE ruled AND own GROUP BY 1, 2) AS held
                WHERE NOT isempty(datemultirange(range_merge(held.days)) - held.days)
            ), dated AS (
                SELECT o.*, (SELECT coalesce(lower(d), upper(d) - 1, current_date) FROM unnest(o.days) AS d LIMIT 1) AS day
                FROM offence o
            )
            SELECT d.code, d.line, d.unit, d.kind, d.parent, d.parent_kind, d.day,
                   (SELECT v.name FROM unit_version v WHERE v.unit = d.unit
                    ORDER BY v.valid @> d.day DESC, v.valid DESC LIMIT 1) AS name,
                   (SELECT v.name FROM unit_version v WHERE v.unit = d.parent
                    ORDER BY v.valid @> d.day DESC, v.valid DESC LIMIT 1) AS parent_name
            FROM dated d ORDER BY d.rank, d.day, d.line, d.unit LIMIT ?
            """;

    private final DataSource database;
    private final CurrentRequest request;

    PlacementRules(DataSource database, CurrentRequest request) {
        this.database = database;
        this.request = request;
    }

    /**
     * Refuses what these units and those under them would offend, on whatever line. To be asked under the locks of the lines.
     *
     * @throws Invalid 422 with the code of the first offence
     */
    void require(Collection<UUID> units) {
        if (units.isEmpty()) {
            return;
        }
        var found = offences(units, 1);
        if (!found.isEmpty()) {
            throw refusal(found.getFirst());
        }
    }

    /** What these units and those under them offend, on whatever line. */
    public List<LineOffence> offences(Collection<UUID> units, int limit) {
        var ids = units.toArray(UUID[]::new);
        return Query.of("""
                        WITH touched AS (
                            SELECT p.unit, p.line, p.parent, p.valid, l.ruled, p.unit = ANY (?) AS own
                            FROM unit_placement p JOIN line l ON l.code = p.line
                            WHERE p.unit = ANY (?) OR p.parent = ANY (?)
                        )""", ids, ids, ids).add(OFFENCES, limit).list(database, PlacementRules::offence);
    }

    /** What on a line offends its rules as if they had been asked when it was placed. */
    public List<LineOffence> offences(String line, int limit) {
        return Query.of("""
                        WITH touched AS (
                            SELECT p.unit, p.line, p.parent, p.valid, l.ruled, true AS own
                            FROM unit_placement p JOIN line l ON l.code = p.line WHERE p.line = ?
                        )""", line).add(OFFENCES, limit).list(database, PlacementRules::offence);
    }

    /** What stands on a day as no rule of that day allows: left over by a rule that ended. */
    public Page<LineOffence> standingAgainst(String line, LocalDate day, PageRequest page) {
        var query = Query.of("""
                SELECT CASE WHEN p.parent IS NULL THEN 'kind-cannot-be-root' ELSE 'kind-not-allowed-there' END AS code,
                       p.line, p.unit, c.name, c.kind, p.parent, a.name AS parent_name, a.kind AS parent_kind,
                       (SELECT coalesce(max(upper(r.valid)), lower(p.valid), ?::date) FROM line_rule r
                        WHERE r.line = p.line AND r.child_kind = c.kind AND r.parent_kind IS NOT DISTINCT FROM a.kind
                          AND r.valid << daterange(?::date, NULL)) AS day
                FROM unit_placement p
                JOIN line l ON l.code = p.line AND l.ruled
                JOIN unit_version c ON c.unit = p.unit AND c.valid @> ?::date
                LEFT JOIN unit_version a ON a.unit = p.parent AND a.valid @> ?::date
                WHERE p.line = ? AND p.valid @> ?::date AND NOT EXISTS (
                    SELECT FROM line_rule r
                    WHERE r.line = p.line AND r.child_kind = c.kind AND r.parent_kind IS NOT DISTINCT FROM a.kind
                      AND r.valid @> ?::date)
                """, day, day, day, day, line, day, day);
        var after = Cursor.decode(page.cursor, 2);
        if (after != null) {
            query.add("AND (c.name, p.unit) > (? COLLATE \"vi-x-icu\", ?)", after.key(0), UnitSearch.id(after.key(1)));
        }
        var rows = query.add("ORDER BY c.name, p.unit LIMIT ?", page.limit + 1).list(database, PlacementRules::offence);
        return Page.of(rows, page.limit, row -> Cursor.of(row.name(), row.unit()), null);
    }

    /** As one of several refusals of an act. */
    public FieldError error(LineOffence offence, String pointer) {
        return FieldError.at(
                pointer,
                offence.code(),
                offence.name(),
                String.valueOf(offence.parentName()),
                line(offence.line()),
                offence.day(),
                offence.kind() == null ? "" : kinds(List.of(offence.kind())),
                offence.parentKind() == null ? "" : kinds(List.of(offence.parentKind())));
    }

    /**
     * A link that is only planned.
     *
     * @param parentKind null for the root of the line
     * @param pointer where in the plan it stands
     */
    public record Planned(
            String line,
            UUID unit,
            String name,
            String kind,
            @Nullable UUID parent,
            @Nullable String parentName,
            @Nullable String parentKind,
            String pointer) {}

    /** What the rules of that day refuse of links that would begin on it; nothing on lines that are free. */
    public List<FieldError> refusals(List<Planned> links, LocalDate day) {
        if (links.isEmpty()) {
            return List.of();
        }
        return Query.of(
                        """
                SELECT planned.n FROM unnest(?::text[], ?::text[], ?::text[]) WITH ORDINALITY AS planned (line, kind, parent_kind, n)
                JOIN line l ON l.code = planned.line AND l.ruled
                WHERE NOT EXISTS (
                    SELECT FROM line_rule r WHERE r.line = l.code AND r.child_kind = planned.kind
                      AND r.parent_kind IS NOT DISTINCT FROM planned.parent_kind AND r.valid @> ?::date)
                ORDER BY planned.n
                """,
                        texts(links, Planned::line),
                        texts(links, Planned::kind),
                        texts(links, Planned::parentKind),
                        day)
                .list(database, row -> links.get((int) row.number("n") - 1))
                .stream()
                .map(link -> error(
                        new LineOffence(
                                link.parentKind() == null ? "kind-cannot-be-root" : "kind-not-allowed-there",
                                link.line(),
                                link.unit(),
                                link.name(),
                                link.kind(),
                                link.parent(),
                                link.parentName(),
                                link.parentKind(),
                                day),
                        link.pointer()))
                .toList();
    }

    private static Object texts(List<Planned> links, Function<Planned, @Nullable String> field) {
        return links.stream().map(field).toArray(String[]::new);
    }

    private Invalid refusal(LineOffence offence) {
        if (offence.code().equals("child-outlives-parent")) {
            return new Invalid("parent-not-existing-then", error(offence, ""));
        }
        var kind = offence.kind();
        if (kind == null) {
            return new Invalid(offence.code(), error(offence, ""));
        }
        var allowed = allowed(offence.line(), kind, offence.day());
        var parents = allowed.stream().map(Allowed::parentKind).toList();
        var where = parents.isEmpty() ? "–" : kinds(parents);
        var law = allowed.stream()
                .map(Allowed::legalRef)
                .filter(ref -> !ref.isEmpty())
                .distinct()
                .toList();
        Object[] words = {
            offence.name(),
            kinds(List.of(kind)),
            String.valueOf(offence.parentName()),
            offence.parentKind() == null ? "" : kinds(List.of(offence.parentKind())),
            line(offence.line()),
            offence.day(),
            where
        };
        var legalRef = law.isEmpty() ? lastRule(offence.line(), kind) : String.join("; ", law);
        return Invalid.byLaw(legalRef, offence.code(), words);
    }

    private record Allowed(String parentKind, String legalRef) {}

    /** Under what the kind may stand on the day. */
    private List<Allowed> allowed(String line, String kind, LocalDate day) {
        return Query.of("""
                SELECT coalesce(r.parent_kind, '') AS parent_kind, coalesce(r.legal_ref, '') AS legal_ref
                FROM line_rule r LEFT JOIN unit_kind k ON k.code = r.parent_kind
                WHERE r.line = ? AND r.child_kind = ? AND r.valid @> ?::date ORDER BY k.position NULLS FIRST
                """, line, kind, day)
                .list(database, row -> new Allowed(row.text("parent_kind"), row.text("legal_ref")));
    }

    /** By which law the kind stood anywhere on the line before; where no law says so, the line itself does. */
    private String lastRule(String line, String kind) {
        return Query.of("""
                SELECT r.legal_ref FROM line_rule r WHERE r.line = ? AND r.child_kind = ? AND r.legal_ref IS NOT NULL
                ORDER BY r.valid DESC LIMIT 1
                """, line, kind)
                .first(database, row -> row.text("legal_ref"))
                .orElseGet(() -> line(line));
    }

    private String line(String code) {
        return Query.of("SELECT label_vi, label_en FROM line WHERE code = ?", code)
                .first(database, this::label)
                .orElse(code);
    }

    private String kinds(List<String> codes) {
        return String.join(
                ", ",
                Query.of("SELECT label_vi, label_en FROM unit_kind WHERE code = ANY (?) ORDER BY position", (Object)
                                codes.toArray(String[]::new))
                        .list(database, this::label));
    }

    private String label(Row row) throws SQLException {
        var english = request.info()
                .filter(info -> info.locale().getLanguage().equals("en"))
                .isPresent();
        return row.text(english ? "label_en" : "label_vi");
    }

    private static LineOffence offence(Row row) throws SQLException {
        return new LineOffence(
                row.text("code"),
                row.text("line"),
                row.id("unit"),
                row.text("name"),
                row.textOrNull("kind"),
                row.idOrNull("parent"),
                row.textOrNull("parent_name"),
                row.textOrNull("parent_kind"),
                row.day("day"));
    }
}
