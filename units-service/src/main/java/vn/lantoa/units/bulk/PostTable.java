package vn.lantoa.units.bulk;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.access.AccessReplica;
import vn.lantoa.events.Act;
import vn.lantoa.events.units.PostAssigned;
import vn.lantoa.events.units.PostState;
import vn.lantoa.outbox.Outbox;
import vn.lantoa.privacy.PersonKeys;
import vn.lantoa.sql.Query;
import vn.lantoa.units.person.AssignPost;
import vn.lantoa.units.person.BindPersons;
import vn.lantoa.units.unit.LineReach;

/** Posts that persons hold at units. The same person, unit, title and days are the same post. */
@Singleton
class PostTable extends HeldTable {
    private static final String PERMISSION = "post.assign";

    private final Outbox outbox;
    private final AccessReplica rights;
    private final BindPersons binding;

    PostTable(DataSource database, PersonKeys keys, Outbox outbox, AccessReplica rights, BindPersons binding) {
        super(database, keys, layout(), false, false);
        this.outbox = outbox;
        this.rights = rights;
        this.binding = binding;
    }

    private static TableLayout layout() {
        return TableLayout.of(
                        "posts",
                        "Chức vụ",
                        "post",
                        Stream.of(
                                        Stream.of(Field.of(Column.of(AssignPost.class, "id", "Mã hệ thống"))),
                                        Holdings.PERSON.stream(),
                                        Holdings.UNIT.stream(),
                                        Stream.of(
                                                Field.of(Column.of(AssignPost.class, "title", "Chức vụ")
                                                        .like("Chủ tịch Ủy ban nhân dân xã")),
                                                Field.of(Column.of(AssignPost.class, "postGroup", "Nhóm chức vụ")
                                                        .codes("post-groups")
                                                        .like("COMMUNE_CHAIR")),
                                                Field.as(
                                                                Column.of(
                                                                                AssignPost.class,
                                                                                "leading",
                                                                                "Là người đứng đầu")
                                                                        .like("Có"),
                                                                "is_leading")
                                                        .or("false"),
                                                Field.of(Column.of(AssignPost.class, "kind", "Hình thức")
                                                                .codes(FixedCodes.POST_KINDS)
                                                                .noted("Chính thức nếu để trống."))
                                                        .or("REGULAR"),
                                                Field.of(Column.of(AssignPost.class, "validFrom", "Từ ngày")
                                                        .like("01/07/2025")),
                                                Field.of(Column.of(AssignPost.class, "validTo", "Đến trước ngày")
                                                        .noted("Ngày sau ngày cuối cùng.")),
                                                Field.of(Column.id("succeeds", "Nối tiếp chức vụ")
                                                                .noted("Chức vụ ở đơn vị cũ trước khi sắp xếp."))
                                                        .refersTo("post")))
                                .flatMap(each -> each))
                .allowedBy(PERMISSION, "person.read")
                .sameOnADayBy("post-held-already", "person", "unit", "title")
                .under("unit")
                .versioned()
                .where("t.valid IS NOT NULL")
                .inOrder("t.valid_from NULLS FIRST, t.id");
    }

    /** At organisations of a confidential line only whoever that line reaches; nobody binds somebody else's person. */
    @Override
    protected <T> List<T> outside(
            Collection<T> rows, BiFunction<T, String, @Nullable String> value, BulkCaller caller) {
        if (caller.reach().everywhere()) {
            return List.of();
        }
        var units = rows.stream()
                .map(row -> value.apply(row, "unit"))
                .filter(Objects::nonNull)
                .distinct()
                .map(UUID::fromString)
                .toArray(UUID[]::new);
        var query = Query.of("SELECT a.unit FROM unnest(?) AS a (unit) WHERE", (Object) units);
        LineReach.conditionOfPost(query, caller.reach(), "a.unit", caller.today());
        var known = new HashSet<>(query.list(database, row -> row.text("unit")));
        var outside = new LinkedHashSet<>(super.outside(rows, value, caller));
        rows.stream().filter(row -> !known.contains(value.apply(row, "unit"))).forEach(outside::add);
        outside.addAll(bindingStrangers(rows, value, caller, binding, row -> null));
        return List.copyOf(outside);
    }

    @Override
    protected void restrict(Query query, ExportScope scope) {
        super.restrict(query, scope);
        LineReach.conditionOfPost(query.add("AND"), scope.reach(), "t.unit", scope.today());
    }

    @Override
    public void tell(List<StagedRow> rows, BulkCaller caller) {
        var act = new Act(PERMISSION, caller.now(), caller.person(), null);
        var events = rows.stream()
                .map(row -> new PostAssigned(row.id(), act, state(row)))
                .toList();
        outbox.publishApart(events);
        events.forEach(rights::apply);
    }

    private static PostState state(StagedRow row) {
        return new PostState(
                row.id(),
                required(row, "person"),
                required(row, "unit"),
                row.required("title"),
                row.required("post_group"),
                row.flag("is_leading"),
                row.day("valid_from"),
                row.day("valid_to"),
                row.required("kind"));
    }
}
