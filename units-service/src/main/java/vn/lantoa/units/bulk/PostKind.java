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
import vn.lantoa.events.units.PostAssigned;
import vn.lantoa.events.units.PostState;
import vn.lantoa.outbox.Outbox;
import vn.lantoa.privacy.PersonKeys;
import vn.lantoa.rest.Ids;
import vn.lantoa.sql.Query;
import vn.lantoa.units.period.Period;
import vn.lantoa.units.person.AssignPost;
import vn.lantoa.units.unit.LineReach;

/** Posts that persons hold at units. The same person, unit, title and days are the same post. */
@ApplicationScoped
class PostKind implements BulkKind {
    private static final String PERMISSION = "post.assign";
    private static final int AT_A_TIME = 1_000;
    private static final List<Column> COLUMNS = Stream.of(
                    Stream.of(Column.of(AssignPost.class, "id", "Mã hệ thống")),
                    Holdings.PERSON.stream(),
                    Holdings.UNIT.stream(),
                    Stream.of(
                            Column.of(AssignPost.class, "title", "Chức vụ").like("Chủ tịch Ủy ban nhân dân xã"),
                            Column.of(AssignPost.class, "postGroup", "Nhóm chức vụ")
                                    .codes("post-groups")
                                    .like("COMMUNE_CHAIR"),
                            Column.of(AssignPost.class, "leading", "Là người đứng đầu")
                                    .like("Có"),
                            Column.of(AssignPost.class, "validFrom", "Từ ngày").like("01/07/2025"),
                            Column.of(AssignPost.class, "validTo", "Đến trước ngày")
                                    .noted("Ngày sau ngày cuối cùng.")))
            .flatMap(each -> each)
            .toList();

    private final DataSource database;
    private final PersonKeys keys;
    private final Outbox outbox;
    private final AccessReplica rights;

    PostKind(DataSource database, PersonKeys keys, Outbox outbox, AccessReplica rights) {
        this.database = database;
        this.keys = keys;
        this.outbox = outbox;
        this.rights = rights;
    }

    @Override
    public String name() {
        return "posts";
    }

    @Override
    public String title() {
        return "Chức vụ";
    }

    @Override
    public String permission() {
        return PERMISSION;
    }

    @Override
    public String readPermission() {
        return "person.read";
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    private record Known(
            UUID id, UUID person, UUID unit, String title, String postGroup, boolean leading, Period period) {}

    @Override
    public void judge(List<DraftRow> rows, BulkCaller caller) {
        rows.forEach(Holdings::refuseForeignId);
        var held = new Holdings(database, keys, rows, caller.today()).resolve(rows, true, null);
        Holdings.refuseOutside(database, held, caller, PERMISSION);
        var known = known(held);
        held.forEach((row, what) -> {
            var unit = Objects.requireNonNull(what.unitId());
            var title = Objects.requireNonNull(row.text("title"));
            var id = row.id("id");
            var same = known.stream()
                    .filter(post -> post.id().equals(id)
                            || (post.person().equals(what.person())
                                    && post.unit().equals(unit)
                                    && post.title().equals(title)
                                    && post.period().overlaps(what.period())))
                    .findFirst();
            if (same.isEmpty()) {
                accept(row, id == null ? Ids.next() : id, unit, title, what);
            } else if (isSame(same.get(), row, unit, title, what)) {
                row.unchanged(same.get().id());
            } else {
                row.refuse(null, same.get().id().equals(id) ? "row-differs" : "post-held-already");
            }
        });
    }

    private static boolean isSame(Known post, DraftRow row, UUID unit, String title, Holdings.Held what) {
        return post.person().equals(what.person())
                && post.unit().equals(unit)
                && post.title().equals(title)
                && post.postGroup().equals(row.text("postGroup"))
                && post.leading() == row.flag("leading")
                && post.period().equals(what.period());
    }

    private static void accept(DraftRow row, UUID id, UUID unit, String title, Holdings.Held what) {
        var data = new HashMap<String, @Nullable Object>();
        data.put("person", what.person());
        data.put("unit", unit);
        data.put("title", title);
        data.put("postGroup", row.text("postGroup"));
        data.put("leading", row.flag("leading"));
        data.put("validFrom", what.period().from());
        data.put("validTo", what.period().to());
        row.accept(
                id,
                List.of(
                        id.toString(),
                        what.person() + "/" + unit + "/" + title + "/"
                                + what.period().from()),
                data);
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
                        "SELECT * FROM post WHERE (person = ANY (?) OR id = ANY (?)) AND valid IS NOT NULL",
                        persons,
                        ids)
                .list(
                        database,
                        row -> new Known(
                                row.id("id"),
                                row.id("person"),
                                row.id("unit"),
                                row.text("title"),
                                row.text("post_group"),
                                row.flag("is_leading"),
                                new Period(row.dayOrNull("valid_from"), row.dayOrNull("valid_to"))));
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
                INSERT INTO post (id, person, unit, title, post_group, is_leading, valid_from, valid_to, version,
                                  created_at, updated_at)
                SELECT r.id, (r.data ->> 'person')::uuid, (r.data ->> 'unit')::uuid, r.data ->> 'title',
                       r.data ->> 'postGroup', (r.data ->> 'leading')::boolean, (r.data ->> 'validFrom')::date,
                       (r.data ->> 'validTo')::date, 0, ?, ?
                FROM bulk_row r WHERE r.import = ? AND r.place = ANY (?)
                """,
                        caller.now(),
                        caller.now(),
                        caller.importId(),
                        fresh.stream().map(StagedRow::number).toArray(Integer[]::new))
                .change(database);
        var act = new Act(PERMISSION, caller.now(), caller.person(), null);
        var events = fresh.stream()
                .map(row -> new PostAssigned(row.id(), act, state(row)))
                .toList();
        outbox.publishApart(events);
        events.forEach(rights::apply);
        return refused;
    }

    private static PostState state(StagedRow row) {
        return new PostState(
                row.id(),
                Objects.requireNonNull(row.id("person")),
                Objects.requireNonNull(row.id("unit")),
                row.required("title"),
                row.required("postGroup"),
                row.flag("leading"),
                row.day("validFrom"),
                row.day("validTo"));
    }

    @Override
    public void export(ExportScope scope, Connection connection, RowSink sink) throws SQLException, IOException {
        var query = Query.of("SELECT o.* FROM post o WHERE o.valid IS NOT NULL")
                .addIf(scope.asOf(), "AND o.valid @> ?::date");
        Reaches.within(query, "o.unit", scope.reach(), scope.within(), scope.today());
        LineReach.conditionOfPost(query.add("AND"), scope.reach(), "o.unit", scope.today());
        query.add("ORDER BY o.id")
                .each(
                        connection,
                        AT_A_TIME,
                        row -> sink.row(Arrays.<@Nullable String>asList(
                                row.text("id"),
                                row.text("person"),
                                null,
                                row.text("unit"),
                                null,
                                null,
                                row.text("title"),
                                row.text("post_group"),
                                row.flag("is_leading") ? "Có" : "Không",
                                written(row.dayOrNull("valid_from")),
                                written(row.dayOrNull("valid_to")))));
    }

    private static @Nullable String written(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }
}
