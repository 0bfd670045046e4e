package vn.lantoa.units.bulk;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.access.AccessReplica;
import vn.lantoa.events.Act;
import vn.lantoa.events.units.RoleGrantState;
import vn.lantoa.events.units.RoleGranted;
import vn.lantoa.outbox.Outbox;
import vn.lantoa.privacy.PersonKeys;
import vn.lantoa.rest.Ids;
import vn.lantoa.sql.Query;
import vn.lantoa.units.period.Period;
import vn.lantoa.units.role.GrantRole;
import vn.lantoa.units.unit.LineReach;

/**
 * Roles granted over units, by whoever may grant everywhere; delegations are not in files. The same person, role, unit, line and days
 * are the same grant.
 */
@ApplicationScoped
class GrantKind implements BulkKind {
    private static final String PERMISSION = "role-grant.grant";
    private static final int AT_A_TIME = 1_000;
    private static final List<Column> COLUMNS = Stream.of(
                    Stream.of(Column.of(GrantRole.class, "id", "Mã hệ thống")),
                    Holdings.PERSON.stream(),
                    Stream.of(Column.of(GrantRole.class, "role", "Vai trò")
                            .codes("roles")
                            .like("EMULATION_OFFICER")),
                    Holdings.UNIT.stream(),
                    Stream.of(
                            Column.of(GrantRole.class, "line", "Hệ thống")
                                    .codes("lines")
                                    .noted("Mọi hệ thống nếu để trống."),
                            Column.of(GrantRole.class, "validFrom", "Từ ngày")
                                    .noted("Từ hôm nay nếu để trống.")
                                    .like("01/07/2025"),
                            Column.of(GrantRole.class, "validTo", "Đến trước ngày")
                                    .noted("Ngày sau ngày cuối cùng."),
                            Column.of(GrantRole.class, "document", "Văn bản").like("Quyết định 12/QĐ-SNV")))
            .flatMap(each -> each)
            .toList();

    private final DataSource database;
    private final PersonKeys keys;
    private final Outbox outbox;
    private final AccessReplica rights;

    GrantKind(DataSource database, PersonKeys keys, Outbox outbox, AccessReplica rights) {
        this.database = database;
        this.keys = keys;
        this.outbox = outbox;
        this.rights = rights;
    }

    @Override
    public String name() {
        return "grants";
    }

    @Override
    public String title() {
        return "Vai trò được giao";
    }

    @Override
    public String permission() {
        return PERMISSION;
    }

    @Override
    public String readPermission() {
        return "role.read";
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    private record Known(
            UUID id,
            UUID person,
            String role,
            @Nullable UUID unit,
            @Nullable String line,
            Period period,
            @Nullable String document) {}

    @Override
    public void judge(List<DraftRow> rows, BulkCaller caller) {
        rows.forEach(Holdings::refuseForeignId);
        if (!caller.reach().everywhere()) {
            rows.forEach(row -> row.refuse(null, "outside-your-units", PERMISSION));
            return;
        }
        var held = new Holdings(database, keys, rows, caller.today()).resolve(rows, false, caller.today());
        var known = known(held);
        held.forEach((row, what) -> {
            var id = row.id("id");
            var same = known.stream()
                    .filter(grant -> grant.id().equals(id) || covers(grant, row, what))
                    .findFirst();
            if (same.isEmpty()) {
                accept(row, id == null ? Ids.next() : id, what);
            } else if (isSame(same.get(), row, what)) {
                row.unchanged(same.get().id());
            } else {
                row.refuse(null, same.get().id().equals(id) ? "row-differs" : "role-granted-already");
            }
        });
    }

    private static boolean concerns(Known grant, DraftRow row, Holdings.Held what) {
        return grant.person().equals(what.person())
                && grant.role().equals(row.text("role"))
                && Objects.equals(grant.unit(), what.unitId())
                && Objects.equals(grant.line(), row.text("line"));
    }

    private static boolean covers(Known grant, DraftRow row, Holdings.Held what) {
        return concerns(grant, row, what) && grant.period().overlaps(what.period());
    }

    /** A row without a day says nothing of when it began: a grant that holds is that one. */
    private static boolean isSame(Known grant, DraftRow row, Holdings.Held what) {
        return concerns(grant, row, what)
                && Objects.equals(grant.document(), row.text("document"))
                && Objects.equals(grant.period().to(), what.period().to())
                && (row.text("validFrom") == null
                        || Objects.equals(grant.period().from(), what.period().from()));
    }

    private static void accept(DraftRow row, UUID id, Holdings.Held what) {
        var data = new HashMap<String, @Nullable Object>();
        data.put("person", what.person());
        data.put("role", row.text("role"));
        data.put("unit", what.unitId());
        data.put("line", row.text("line"));
        data.put("validFrom", what.period().from());
        data.put("validTo", what.period().to());
        data.put("document", row.text("document"));
        var natural = Stream.of(
                        what.person(),
                        row.text("role"),
                        what.unitId(),
                        row.text("line"),
                        what.period().from())
                .map(String::valueOf)
                .toList();
        row.accept(id, List.of(id.toString(), String.join("/", natural)), data);
    }

    private List<Known> known(Map<DraftRow, Holdings.Held> held) {
        if (held.isEmpty()) {
            return List.of();
        }
        var persons =
                held.values().stream().map(Holdings.Held::person).distinct().toArray(UUID[]::new);
        var ids = held.keySet().stream()
                .map(row -> row.id("id"))
                .filter(Objects::nonNull)
                .toArray(UUID[]::new);
        return Query.of(
                        "SELECT * FROM role_grant WHERE (person = ANY (?) OR id = ANY (?)) AND valid IS NOT NULL",
                        persons,
                        ids)
                .list(
                        database,
                        row -> new Known(
                                row.id("id"),
                                row.id("person"),
                                row.text("role"),
                                row.idOrNull("unit"),
                                row.textOrNull("line"),
                                new Period(row.dayOrNull("valid_from"), row.dayOrNull("valid_to")),
                                row.textOrNull("document")));
    }

    @Override
    public List<RefusedRow> write(List<StagedRow> rows, BulkCaller caller) {
        var refused = new ArrayList<>(Holdings.outside(database, rows, caller, PERMISSION));
        var fresh = Holdings.without(rows, refused);
        if (fresh.isEmpty()) {
            return refused;
        }
        Query.of(
                        """
                INSERT INTO role_grant (id, person, role, unit, line, valid_from, valid_to, document, version, created_at,
                                        updated_at)
                SELECT r.id, (r.data ->> 'person')::uuid, r.data ->> 'role', (r.data ->> 'unit')::uuid, r.data ->> 'line',
                       (r.data ->> 'validFrom')::date, (r.data ->> 'validTo')::date, r.data ->> 'document', 0, ?, ?
                FROM bulk_row r WHERE r.import = ? AND r.place = ANY (?)
                """,
                        caller.now(),
                        caller.now(),
                        caller.importId(),
                        fresh.stream().map(StagedRow::number).toArray(Integer[]::new))
                .change(database);
        var act = new Act(PERMISSION, caller.now(), caller.person(), null);
        var events = fresh.stream()
                .map(row -> new RoleGranted(row.id(), act, state(row)))
                .toList();
        outbox.publishApart(events);
        events.forEach(rights::apply);
        return refused;
    }

    private static RoleGrantState state(StagedRow row) {
        return new RoleGrantState(
                row.id(),
                Objects.requireNonNull(row.id("person")),
                row.required("role"),
                row.id("unit"),
                row.text("line"),
                row.day("validFrom"),
                row.day("validTo"),
                row.text("document"));
    }

    @Override
    public void export(ExportScope scope, Connection connection, RowSink sink) throws SQLException, IOException {
        var query = Query.of("SELECT g.* FROM role_grant g WHERE g.valid IS NOT NULL AND g.delegation_of IS NULL")
                .addIf(scope.asOf(), "AND g.valid @> ?::date");
        Reaches.within(query, "g.unit", scope.reach(), scope.within(), scope.today());
        LineReach.conditionOfGrant(query.add("AND"), scope.reach(), "g", scope.today());
        query.add("ORDER BY g.id")
                .each(
                        connection,
                        AT_A_TIME,
                        row -> sink.row(Arrays.<@Nullable String>asList(
                                row.text("id"),
                                row.text("person"),
                                null,
                                row.text("role"),
                                row.textOrNull("unit"),
                                null,
                                null,
                                row.textOrNull("line"),
                                written(row.dayOrNull("valid_from")),
                                written(row.dayOrNull("valid_to")),
                                row.textOrNull("document"))));
    }

    private static @Nullable String written(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }
}
