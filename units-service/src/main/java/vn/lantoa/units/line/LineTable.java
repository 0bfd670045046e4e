package vn.lantoa.units.line;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.Act;
import vn.lantoa.events.units.LineDefined;
import vn.lantoa.events.units.LineState;
import vn.lantoa.problems.NotFound;
import vn.lantoa.sql.Query;
import vn.lantoa.sql.Row;
import vn.lantoa.units.codelist.Label;

/** Lines and their rules as they stand in the database. */
@ApplicationScoped
class LineTable {
    private static final String LINES = """
            SELECT l.id, l.code, l.label_vi, l.label_en, l.confidential, l.ruled, l.version, l.updated_at,
                   (SELECT coalesce(json_agg(json_build_object('parentKind', r.parent_kind, 'childKind', r.child_kind,
                            'validFrom', r.valid_from, 'validTo', r.valid_to, 'legalRef', r.legal_ref)
                            ORDER BY c.position, p.position NULLS FIRST, r.valid), '[]')
                    FROM line_rule r JOIN unit_kind c ON c.code = r.child_kind LEFT JOIN unit_kind p ON p.code = r.parent_kind
                    WHERE r.line = l.code AND (?::date IS NULL OR r.valid @> ?::date)) AS rules
            FROM line l
            """;
    private static final TypeReference<List<LineRule>> RULES = new TypeReference<>() {};

    private final DataSource database;
    private final ObjectMapper json;

    LineTable(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** A line with the id under which the audit trail knows it. */
    record Kept(UUID id, LineView view) {
        LineDefined told(Act act) {
            return new LineDefined(
                    id,
                    act,
                    new LineState(
                            id, view.code(), view.label().vi(), view.label().en(), view.confidential()));
        }
    }

    /** With the rules of a day, or with all. */
    List<LineView> all(@Nullable LocalDate day) {
        return Query.of(LINES, day, day)
                .add("ORDER BY l.position, l.code")
                .list(database, row -> kept(row).view());
    }

    /** @throws NotFound 404 {@code line-not-found} */
    Kept get(String code, @Nullable LocalDate day) {
        return Query.of(LINES, day, day)
                .add("WHERE l.code = ?", code)
                .first(database, this::kept)
                .orElseThrow(() -> new NotFound("line-not-found", code));
    }

    Optional<Kept> find(UUID id) {
        return Query.of(LINES, null, null).add("WHERE l.id = ?", id).first(database, this::kept);
    }

    void insert(DefineLine line) {
        Query.of(
                        """
                        INSERT INTO line (code, label_vi, label_en, confidential, ruled, position)
                        SELECT ?, ?, ?, ?, ?, coalesce(max(position), 0) + 10 FROM line
                        """,
                        line.code(),
                        line.label().vi(),
                        line.label().en(),
                        Boolean.TRUE.equals(line.confidential()),
                        Boolean.TRUE.equals(line.ruled()))
                .change(database);
        insertRules(line.code(), line.rules() == null ? List.of() : line.rules());
    }

    /** Changes it when it still is at that version. */
    boolean update(String code, long version, ChangeLine change) {
        var changed = Query.of("""
                        UPDATE line SET label_vi = ?, label_en = ?, ruled = ?, version = version + 1, updated_at = now()
                        WHERE code = ? AND version = ?
                        """, change.label().vi(), change.label().en(), change.ruled(), code, version)
                .change(database);
        if (changed == 0) {
            return false;
        }
        Query.of("DELETE FROM line_rule WHERE line = ?", code).change(database);
        insertRules(code, change.rules());
        return true;
    }

    private void insertRules(String line, List<LineRule> rules) {
        if (!rules.isEmpty()) {
            Query.of("""
                            INSERT INTO line_rule (line, parent_kind, child_kind, valid_from, valid_to, legal_ref)
                            SELECT ?, r."parentKind", r."childKind", r."validFrom", r."validTo", r."legalRef"
                            FROM json_to_recordset(?::json)
                                AS r ("parentKind" text, "childKind" text, "validFrom" date, "validTo" date, "legalRef" text)
                            """, line, written(rules)).change(database);
        }
    }

    private Kept kept(Row row) throws SQLException {
        return new Kept(
                row.id("id"),
                new LineView(
                        row.text("code"),
                        new Label(row.text("label_vi"), row.text("label_en")),
                        row.flag("confidential"),
                        row.flag("ruled"),
                        read(row.text("rules")),
                        row.number("version"),
                        row.instant("updated_at")));
    }

    private List<LineRule> read(String text) {
        try {
            return json.readValue(text, RULES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String written(List<LineRule> rules) {
        try {
            return json.writeValueAsString(rules);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
