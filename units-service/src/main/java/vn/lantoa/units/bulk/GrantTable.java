package vn.lantoa.units.bulk;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import vn.lantoa.access.AccessReplica;
import vn.lantoa.events.Act;
import vn.lantoa.events.units.RoleGrantState;
import vn.lantoa.events.units.RoleGranted;
import vn.lantoa.outbox.Outbox;
import vn.lantoa.privacy.PersonKeys;
import vn.lantoa.sql.Query;
import vn.lantoa.units.role.GrantRole;
import vn.lantoa.units.unit.LineReach;

/**
 * Roles granted over units, with the posts that they end with and what is delegated of them; by whoever may grant everywhere.
 * The same person, role, unit, line and days, in the own right or on behalf of the same other, are the same grant.
 */
@Singleton
class GrantTable extends HeldTable {
    private static final String PERMISSION = "role-grant.grant";

    private final Outbox outbox;
    private final AccessReplica rights;

    GrantTable(DataSource database, PersonKeys keys, Outbox outbox, AccessReplica rights) {
        super(database, keys, layout(), true, true);
        this.outbox = outbox;
        this.rights = rights;
    }

    private static TableLayout layout() {
        return TableLayout.of(
                        "grants",
                        "Vai trò được giao",
                        "role_grant",
                        Stream.of(
                                        Stream.of(Field.of(Column.of(GrantRole.class, "id", "Mã hệ thống"))),
                                        Holdings.PERSON.stream(),
                                        Stream.of(Field.of(Column.of(GrantRole.class, "role", "Vai trò")
                                                .codes("roles")
                                                .like("EMULATION_OFFICER"))),
                                        Holdings.UNIT.stream(),
                                        Stream.of(
                                                Field.of(Column.of(GrantRole.class, "line", "Hệ thống")
                                                        .codes("lines")
                                                        .noted("Mọi hệ thống nếu để trống.")),
                                                Field.of(Column.of(GrantRole.class, "validFrom", "Từ ngày")
                                                        .noted("Từ hôm nay nếu để trống.")
                                                        .like("01/07/2025")),
                                                Field.of(Column.of(GrantRole.class, "validTo", "Đến trước ngày")
                                                        .noted("Ngày sau ngày cuối cùng.")),
                                                Field.of(Column.of(GrantRole.class, "document", "Văn bản")
                                                        .like("Quyết định 12/QĐ-SNV")),
                                                Field.of(Column.of(GrantRole.class, "post", "Gắn với chức vụ")
                                                                .noted("Vai trò kết thúc cùng chức vụ này."))
                                                        .refersTo("post"),
                                                Field.of(Column.id("delegationOf", "Ủy quyền từ"))
                                                        .refersTo("role_grant"),
                                                Field.of(Column.id("onBehalfOf", "Thay mặt người"))
                                                        .refersTo("person"),
                                                Field.of(Column.id("succeeds", "Nối tiếp việc giao vai trò"))
                                                        .refersTo("role_grant")))
                                .flatMap(each -> each))
                .allowedBy("role-grant.import", "role.read")
                .sameOnADayBy("role-granted-already", "person", "role", "unit", "line", "on_behalf_of")
                .seenAt("unit")
                .versioned()
                .where("t.valid IS NOT NULL")
                .inOrder("t.valid_from NULLS FIRST, t.delegation_of IS NOT NULL, t.id");
    }

    /**
     * Nobody grants to themselves; only roles that are granted, along their lines; what is delegated is a grant of that person, the same one, and
     * not delegated itself; a post is of the holder.
     */
    @Override
    protected List<Offence> offences() {
        return List.of(
                new Offence(
                        "personId",
                        "granted-to-oneself",
                        "NULL",
                        "JOIN bulk_import i ON i.id = r.import",
                        "(r.data ->> 'person')::uuid = ANY (access_records(i.person))"),
                new Offence(
                        "role",
                        "role-not-grantable",
                        "NULL",
                        "JOIN role o ON o.code = r.data ->> 'role'",
                        "o.granted_by = '{}' OR (o.lines <> '{}' AND coalesce(r.data ->> 'line', '') <> ALL (o.lines))"),
                new Offence(
                        "post",
                        "outside-post",
                        "NULL",
                        "JOIN post o ON o.id = (r.data ->> 'post')::uuid",
                        "o.person <> coalesce(r.data ->> 'on_behalf_of', r.data ->> 'person')::uuid"),
                new Offence(
                        "delegationOf",
                        "outside-delegated-grant",
                        "NULL",
                        "LEFT JOIN role_grant g ON g.id = (r.data ->> 'delegation_of')::uuid"
                                + " LEFT JOIN bulk_row b ON g.id IS NULL AND b.import = r.import AND b.outcome = 'NEW'"
                                + " AND b.id = (r.data ->> 'delegation_of')::uuid",
                        """
                        (r.data ->> 'delegation_of' IS NULL) <> (r.data ->> 'on_behalf_of' IS NULL)
                        OR r.data ->> 'on_behalf_of' = r.data ->> 'person'
                        OR (r.data ->> 'delegation_of' IS NOT NULL
                            AND ROW (r.data ->> 'on_behalf_of', r.data ->> 'role', NULL::text)
                                IS DISTINCT FROM ROW (
                                    coalesce(g.person::text, b.data ->> 'person'), coalesce(g.role, b.data ->> 'role'),
                                    coalesce(g.delegation_of::text, b.data ->> 'delegation_of')))
                        """));
    }

    /** What holds on a confidential line is for whom that line reaches. */
    @Override
    protected void restrict(Query query, ExportScope scope) {
        super.restrict(query, scope);
        LineReach.conditionOfGrant(query.add("AND"), scope.reach(), "t", scope.today());
    }

    @Override
    public void tell(List<StagedRow> rows, BulkCaller caller) {
        var act = new Act(PERMISSION, caller.now(), caller.person(), null);
        var events = rows.stream()
                .map(row -> new RoleGranted(row.id(), act, state(row)))
                .toList();
        outbox.publishApart(events);
        events.forEach(rights::apply);
    }

    private static RoleGrantState state(StagedRow row) {
        return new RoleGrantState(
                row.id(),
                required(row, "person"),
                row.required("role"),
                row.id("unit"),
                row.text("line"),
                row.day("valid_from"),
                row.day("valid_to"),
                row.text("document"),
                row.id("post"),
                row.id("succeeds"),
                row.id("delegation_of"),
                row.id("on_behalf_of"));
    }
}
