package vn.lantoa.units.bulk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.privacy.PersonKeys;
import vn.lantoa.problems.DomainException;
import vn.lantoa.problems.FieldError;
import vn.lantoa.units.period.Period;

/** What files of posts and of grants have in common: a person, a unit, a period; each found for many rows at once. */
final class Holdings {
    static final List<Column> PERSON = List.of(
            Column.id("personId", "Mã hệ thống của người").noted("Hoặc ghi số định danh cá nhân."),
            Column.text("identityNumber", "Số định danh cá nhân")
                    .noted("Để tìm người; không lưu lại.")
                    .like("004080001234"));
    static final List<Column> UNIT = List.of(
            Column.id("unitId", "Mã hệ thống của đơn vị").noted("Hoặc ghi mã đơn vị."),
            Column.text("unitScheme", "Hệ mã đơn vị")
                    .codes("identifier-schemes")
                    .noted("Mã đơn vị hành chính nếu để trống."),
            Column.text("unitCode", "Mã đơn vị")
                    .noted("Mã mà đơn vị mang vào ngày bắt đầu.")
                    .like("01273"));

    private final Map<DraftRow, byte[]> numbers = new HashMap<>();
    private final Map<DraftRow, KnownUnits.Code> codes = new HashMap<>();
    private final KnownPersons persons;
    private final KnownUnits units;

    /** A row with what it names. */
    record Held(UUID person, KnownUnits.@Nullable Known unit, Period period) {
        @Nullable
        UUID unitId() {
            return unit == null ? null : unit.id();
        }
    }

    Holdings(DataSource database, PersonKeys keys, List<DraftRow> rows, LocalDate today) {
        for (var row : rows) {
            var number = row.text("identityNumber");
            if (number != null) {
                numbers.put(row, keys.searchHash(number));
            }
            var code = row.text("unitCode");
            if (code != null) {
                var from = row.day("validFrom");
                codes.put(row, KnownUnits.Code.of(row.text("unitScheme"), code, from == null ? today : from));
            }
        }
        persons = KnownPersons.of(
                database, rows.stream().map(row -> row.id("personId")).toList(), List.copyOf(numbers.values()));
        units = KnownUnits.of(
                database, rows.stream().map(row -> row.id("unitId")).toList(), codes.values());
    }

    /** What the rows mean; a row is refused where it names nobody, nothing, or an impossible period. */
    Map<DraftRow, Held> resolve(List<DraftRow> rows, boolean unitRequired, @Nullable LocalDate earliest) {
        var held = new HashMap<DraftRow, Held>();
        for (var row : rows) {
            var person = person(row);
            var unit = unit(row, unitRequired);
            if (person == null || row.isRefused()) {
                continue;
            }
            var period = period(row, unit, earliest);
            if (period != null) {
                held.put(row, new Held(person, unit, period));
            }
        }
        return held;
    }

    private @Nullable UUID person(DraftRow row) {
        var id = row.id("personId");
        var number = numbers.get(row);
        var found = id != null ? persons.byId(id) : number != null ? persons.byNumber(number) : null;
        if (id == null && number == null) {
            row.refuse("personId", "required");
        } else if (found == null) {
            row.refuse(id != null ? "personId" : "identityNumber", "unknown-person");
        }
        return found == null ? null : found.id();
    }

    private KnownUnits.@Nullable Known unit(DraftRow row, boolean required) {
        var id = row.id("unitId");
        var code = codes.get(row);
        if (id == null && code == null) {
            if (required) {
                row.refuse("unitCode", "required");
            }
            return null;
        }
        var found = units.of(id, code);
        if (found == null) {
            row.refuse(id != null ? "unitId" : "unitCode", "unknown-unit");
        }
        return found;
    }

    private static @Nullable Period period(
            DraftRow row, KnownUnits.@Nullable Known unit, @Nullable LocalDate earliest) {
        var life = unit == null ? new Period(null, null) : unit.life();
        var from = row.day("validFrom");
        var to = row.day("validTo");
        var begin = from != null ? from : earliest != null ? earliest : life.from();
        try {
            var period = Period.given(begin, to == null ? life.to() : to, "");
            if (life.contains(period)) {
                return period;
            }
            row.refuse(null, "outside-life");
        } catch (DomainException wrong) {
            for (FieldError error : wrong.errors()) {
                row.refuse(
                        error.pointer().substring(1), error.code(), error.args().toArray());
            }
        }
        return null;
    }

    /** Refuses rows whose unit the caller may not act on; without a unit the whole installation is meant. */
    static void refuseOutside(DataSource database, Map<DraftRow, Held> held, BulkCaller caller, String permission) {
        var asked = held.values().stream()
                .map(Held::unitId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Set<UUID> covered = Reaches.covered(database, asked, caller.reach(), caller.today());
        held.forEach((row, what) -> {
            var unit = what.unitId();
            if (unit == null ? !caller.reach().everywhere() : !covered.contains(unit)) {
                row.refuse(null, "outside-your-units", permission);
            }
        });
        held.keySet().removeIf(DraftRow::isRefused);
    }

    /** As {@link #refuseOutside}, for rows that were judged and are now to be written. */
    static List<RefusedRow> outside(DataSource database, List<StagedRow> rows, BulkCaller caller, String permission) {
        if (caller.reach().everywhere()) {
            return List.of();
        }
        var asked = rows.stream()
                .map(row -> row.id("unit"))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        var covered = Reaches.covered(database, asked, caller.reach(), caller.today());
        var refused = new ArrayList<RefusedRow>();
        for (var row : rows) {
            var unit = row.id("unit");
            if (unit == null || !covered.contains(unit)) {
                refused.add(
                        new RefusedRow(row.number(), new RowError(null, "outside-your-units", List.of(permission))));
            }
        }
        return refused;
    }

    /** Rows without those that were refused. */
    static List<StagedRow> without(List<StagedRow> rows, List<RefusedRow> refused) {
        if (refused.isEmpty()) {
            return rows;
        }
        var gone = refused.stream().map(RefusedRow::number).collect(Collectors.toSet());
        return rows.stream().filter(row -> !gone.contains(row.number())).toList();
    }

    static void refuseForeignId(DraftRow row) {
        var id = row.id("id");
        if (id != null && (id.version() != 7 || id.variant() != 2)) {
            row.refuse("id", "id-not-uuidv7");
        }
    }
}
