package vn.lantoa.units.bulk;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.Act;
import vn.lantoa.events.DomainEvent;
import vn.lantoa.events.units.ConfidentialMembershipRecorded;
import vn.lantoa.events.units.MembershipStarted;
import vn.lantoa.events.units.MembershipState;
import vn.lantoa.outbox.Outbox;
import vn.lantoa.privacy.PersonKeys;
import vn.lantoa.sql.Query;
import vn.lantoa.units.membership.EndMembership;
import vn.lantoa.units.membership.Membership;
import vn.lantoa.units.membership.StartMembership;
import vn.lantoa.units.person.BindPersons;
import vn.lantoa.units.unit.LineReach;

/**
 * Who belongs where. Of a confidential line a file holds, and takes, only what the caller's rights reach along that very
 * line; what is told of it goes to the restricted topic.
 */
@Singleton
class MembershipTable extends HeldTable {
    private static final String PERMISSION = "membership.start";

    private final Outbox outbox;
    private final BindPersons binding;

    MembershipTable(DataSource database, PersonKeys keys, Outbox outbox, BindPersons binding) {
        super(database, keys, layout(), false, true);
        this.outbox = outbox;
        this.binding = binding;
    }

    private static TableLayout layout() {
        return TableLayout.of(
                        "memberships",
                        "Nơi sinh hoạt, công tác",
                        "membership",
                        Stream.of(
                                        Stream.of(Field.of(Column.of(StartMembership.class, "id", "Mã hệ thống"))),
                                        Holdings.PERSON.stream(),
                                        Holdings.UNIT.stream(),
                                        Stream.of(
                                                Field.of(Column.of(StartMembership.class, "line", "Hệ thống")
                                                                .codes("lines")
                                                                .noted("Hệ thống hành chính nếu để trống."))
                                                        .or(Membership.DEFAULT_LINE),
                                                Field.of(Column.of(StartMembership.class, "kind", "Hình thức")
                                                                .codes(FixedCodes.MEMBERSHIP_KINDS)
                                                                .noted("Chính nếu để trống."))
                                                        .or("PRIMARY"),
                                                Field.of(Column.of(StartMembership.class, "validFrom", "Từ ngày")
                                                        .noted("Từ hôm nay nếu để trống.")
                                                        .like("01/07/2025")),
                                                Field.of(Column.of(StartMembership.class, "validTo", "Đến trước ngày")
                                                        .noted("Ngày sau ngày cuối cùng.")),
                                                Field.of(Column.of(StartMembership.class, "reason", "Lý do")
                                                        .like("RECRUITED")),
                                                Field.of(Column.of(StartMembership.class, "document", "Văn bản")
                                                        .like("Quyết định 15/QĐ-SNV")),
                                                Field.of(Column.of(EndMembership.class, "reason", "Lý do kết thúc")
                                                        .named("endReason")),
                                                Field.of(Column.id("reorganisation", "Theo đợt sắp xếp"))
                                                        .refersTo("reorganisation"),
                                                Field.of(Column.id("succeeds", "Nối tiếp")
                                                                .noted("Nơi sinh hoạt trước khi sắp xếp."))
                                                        .refersTo("membership")))
                                .flatMap(each -> each))
                .allowedBy(PERMISSION, "membership.read")
                .sameOnADayBy("row-differs", "person", "line", "kind", "unit")
                .versioned()
                .where("t.valid IS NOT NULL")
                .inOrder("t.valid_from NULLS FIRST, t.id");
    }

    /** Nobody is lent to the own unit. */
    @Override
    protected List<Offence> offences() {
        return List.of(new Offence("unitId", "seconded-to-own-unit", "NULL", "", """
                r.data ->> 'kind' = 'SECONDMENT' AND EXISTS (
                    SELECT FROM membership m
                    WHERE m.person = (r.data ->> 'person')::uuid AND m.unit = (r.data ->> 'unit')::uuid
                      AND m.line = r.data ->> 'line' AND m.kind = 'PRIMARY'
                      AND m.valid && daterange((r.data ->> 'valid_from')::date, (r.data ->> 'valid_to')::date))
                """));
    }

    private record Place(UUID unit, String line) {}

    @Override
    protected <T> List<T> outside(
            Collection<T> rows, BiFunction<T, String, @Nullable String> value, BulkCaller caller) {
        if (caller.reach().everywhere()) {
            return List.of();
        }
        var asked = rows.stream()
                .map(row -> place(row, value))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var reached = reached(asked, caller);
        var outside =
                new LinkedHashSet<T>(bindingStrangers(rows, value, caller, binding, row -> value.apply(row, "line")));
        rows.stream().filter(row -> !reached.contains(place(row, value))).forEach(outside::add);
        return List.copyOf(outside);
    }

    private Set<Place> reached(List<Place> asked, BulkCaller caller) {
        var query = Query.of(
                "SELECT a.unit, a.line FROM unnest(?, ?) AS a (unit, line) JOIN line l ON l.code = a.line WHERE",
                asked.stream().map(Place::unit).toArray(UUID[]::new),
                asked.stream().map(Place::line).toArray(String[]::new));
        LineReach.condition(query, caller.reach(), "a.unit", "a.line", "l.confidential", caller.today());
        return new HashSet<>(query.list(database, row -> new Place(row.id("unit"), row.text("line"))));
    }

    private static <T> @Nullable Place place(T row, BiFunction<T, String, @Nullable String> value) {
        var unit = value.apply(row, "unit");
        var line = value.apply(row, "line");
        return unit == null || line == null ? null : new Place(UUID.fromString(unit), line);
    }

    @Override
    protected void restrict(Query query, ExportScope scope) {
        Reaches.within(query, "t.unit", Reaches.EVERYWHERE, scope.within(), scope.today());
        query.add("AND");
        LineReach.condition(
                query,
                scope.reach(),
                "t.unit",
                "t.line",
                "(SELECT l.confidential FROM line l WHERE l.code = t.line)",
                scope.today());
    }

    @Override
    public void tell(List<StagedRow> rows, BulkCaller caller) {
        var act = new Act(PERMISSION, caller.now(), caller.person(), null);
        var confidential = Set.copyOf(
                Query.of("SELECT code FROM line WHERE confidential").list(database, row -> row.text("code")));
        var events = new ArrayList<DomainEvent>(rows.size());
        for (var row : rows) {
            var state = new MembershipState(
                    row.id(),
                    required(row, "person"),
                    required(row, "unit"),
                    row.required("line"),
                    row.required("kind"),
                    row.day("valid_from"),
                    row.day("valid_to"));
            events.add(
                    confidential.contains(state.line())
                            ? new ConfidentialMembershipRecorded(row.id(), act, state)
                            : new MembershipStarted(row.id(), act, state));
        }
        outbox.publishApart(events);
    }
}
