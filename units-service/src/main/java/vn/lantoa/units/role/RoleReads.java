package vn.lantoa.units.role;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import vn.lantoa.access.Reach;
import vn.lantoa.problems.FieldError;
import vn.lantoa.problems.Invalid;
import vn.lantoa.rest.Cursor;
import vn.lantoa.rest.Page;
import vn.lantoa.rest.PageRequest;
import vn.lantoa.sql.Query;
import vn.lantoa.sql.Row;
import vn.lantoa.units.codelist.Label;
import vn.lantoa.units.unit.LineReach;

/** Roles and grants in lists; one statement each. */
@ApplicationScoped
class RoleReads {
    private static final TypeReference<List<RoleView.RolePermissionView>> PERMISSIONS = new TypeReference<>() {};

    private final DataSource database;
    private final ObjectMapper json;

    RoleReads(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    List<RoleView> roles() {
        return Query.of("""
                SELECT r.id, r.code, r.label_vi, r.label_en, r.purpose_vi, r.purpose_en, r.legal_ref, r.confidence,
                       r.valid_from, r.valid_to, r.granted_by, r.lines,
                       (SELECT coalesce(json_agg(json_build_object('permission', p.permission, 'reach', p.reach,
                                'validFrom', p.valid_from, 'validTo', p.valid_to) ORDER BY p.permission, p.valid), '[]')
                        FROM role_permission p WHERE p.role = r.id) AS permissions
                FROM role r ORDER BY r.code
                """)
                .list(
                        database,
                        row -> new RoleView(
                                row.id("id"),
                                row.text("code"),
                                new Label(row.text("label_vi"), row.text("label_en")),
                                new Label(row.text("purpose_vi"), row.text("purpose_en")),
                                row.textOrNull("legal_ref"),
                                RoleConfidence.valueOf(row.text("confidence")),
                                row.dayOrNull("valid_from"),
                                row.dayOrNull("valid_to"),
                                row.texts("granted_by"),
                                row.texts("lines"),
                                permissions(row)));
    }

    /** Grants within the reader's reach: those over units inside the reader's subtrees. */
    Page<RoleGrantView> grants(GrantFilter filter, Reach reach, LocalDate today, PageRequest page) {
        var matching = Query.of("FROM role_grant g WHERE g.annulled_at IS NULL")
                .addIf(filter.person, "AND g.person = ?")
                .addIf(filter.unit, "AND g.unit = ?")
                .addIf(filter.role, "AND g.role = ?")
                .addIf(filter.line, "AND g.line = ?")
                .addIf(filter.post, "AND g.post = ?")
                .addIf(filter.delegationOf, "AND g.delegation_of = ?")
                .addIf(filter.onBehalfOf, "AND g.on_behalf_of = ?")
                .addIf(filter.asOf, "AND g.valid @> ?::date");
        within(matching, reach, today);
        var query = Query.of("SELECT g.*").add(matching);
        var after = Cursor.decode(page.cursor, 1);
        if (after != null) {
            query.add("AND g.id > ?", id(after.key(0)));
        }
        var rows = query.add("ORDER BY g.id LIMIT ?", page.limit + 1).list(database, RoleReads::grant);
        var total = page.total ? Query.of("SELECT count(*)").add(matching).count(database) : null;
        return Page.of(rows, page.limit, row -> Cursor.of(row.id()), total);
    }

    /** What a person holds on a day. */
    List<RoleGrantView> held(UUID person, LocalDate day) {
        return Query.of(
                        "SELECT g.* FROM role_grant g WHERE g.person = ANY (person_records(?)) AND g.valid @> ?::date ORDER BY g.id",
                        person,
                        day)
                .list(database, RoleReads::grant);
    }

    /** What others use on a person's behalf on a day. */
    List<RoleGrantView> delegatedBy(UUID person, LocalDate day) {
        return Query.of(
                        "SELECT g.* FROM role_grant g WHERE g.on_behalf_of = ? AND g.valid @> ?::date ORDER BY g.id",
                        person,
                        day)
                .list(database, RoleReads::grant);
    }

    private static void within(Query query, Reach reach, LocalDate day) {
        if (reach.everywhere()) {
            return;
        }
        query.add("AND (false");
        for (var root : reach.roots()) {
            query.add(
                            "OR g.unit = ? OR EXISTS (SELECT FROM unit_closure c WHERE c.descendant = g.unit AND c.ancestor = ? AND c.valid @> ?::date",
                            root.unit(),
                            root.unit(),
                            day)
                    .addIf(root.line(), "AND c.line = ?")
                    .add(")");
        }
        query.add(") AND");
        LineReach.conditionOfGrant(query, reach, "g", day);
    }

    static RoleGrantView grant(Row row) throws SQLException {
        return new RoleGrantView(
                row.id("id"),
                row.id("person"),
                row.text("role"),
                row.idOrNull("unit"),
                row.textOrNull("line"),
                row.dayOrNull("valid_from"),
                row.dayOrNull("valid_to"),
                row.textOrNull("document"),
                row.idOrNull("post"),
                row.idOrNull("succeeds"),
                row.idOrNull("delegation_of"),
                row.idOrNull("on_behalf_of"),
                row.number("version"),
                row.instant("created_at"),
                row.instant("updated_at"));
    }

    private List<RoleView.RolePermissionView> permissions(Row row) throws SQLException {
        try {
            return json.readValue(row.text("permissions"), PERMISSIONS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static UUID id(String key) {
        try {
            return UUID.fromString(key);
        } catch (IllegalArgumentException foreign) {
            throw new Invalid("invalid-cursor", FieldError.at("?cursor", "invalid-cursor"));
        }
    }
}
