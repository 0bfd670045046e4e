package vn.lantoa.units.bulk;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.privacy.PersonKeys;
import vn.lantoa.problems.DomainException;
import vn.lantoa.problems.FieldError;
import vn.lantoa.units.period.Period;

/** What files of posts, grants and memberships have in common: a person, a unit, a period; each found for many rows at once. */
final class Holdings {
    static final List<Field> PERSON = List.of(
            Field.as(Column.id("personId", "Mã hệ thống của người").noted("Hoặc ghi số định danh cá nhân."), "person")
                    .refersTo("person"),
            Field.aid(Column.text("identityNumber", "Số định danh cá nhân")
                    .noted("Để tìm người; không lưu lại.")
                    .like("004080001234")));
    static final List<Field> UNIT = List.of(
            Field.as(Column.id("unitId", "Mã hệ thống của đơn vị").noted("Hoặc ghi mã đơn vị."), "unit")
                    .refersTo("unit"),
            Field.aid(Column.text("unitScheme", "Hệ mã đơn vị")
                    .codes("identifier-schemes")
                    .noted("Mã đơn vị hành chính nếu để trống.")),
            Field.aid(Column.text("unitCode", "Mã đơn vị")
                    .noted("Mã mà đơn vị mang vào ngày bắt đầu.")
                    .like("01273")));

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
            var period = period(row, unit == null ? List.of() : List.of(unit.life()), earliest);
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

    /** What the row says; where it says nothing from {@code earliest} on, else as long as all of them live. */
    static @Nullable Period period(DraftRow row, List<Period> lives, @Nullable LocalDate earliest) {
        var begin = row.day("validFrom") != null ? row.day("validFrom") : earliest;
        var end = row.day("validTo");
        if (begin == null) {
            begin = lives.stream()
                    .map(Period::from)
                    .filter(Objects::nonNull)
                    .max(Comparator.naturalOrder())
                    .orElse(null);
        }
        if (end == null) {
            end = lives.stream()
                    .map(Period::to)
                    .filter(Objects::nonNull)
                    .min(Comparator.naturalOrder())
                    .orElse(null);
        }
        try {
            var period = Period.given(begin, end, "");
            if (lives.stream().allMatch(life -> life.contains(period))) {
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
