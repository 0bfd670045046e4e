package vn.lantoa.units.bulk;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lantoa.sql.Row;
import vn.lantoa.units.person.Gender;
import vn.lantoa.units.person.PersonKind;
import vn.lantoa.units.person.RegisterPerson;

/** The columns of files of persons, and the table they stand in. */
final class PersonColumns {
    /** What stands in the table in clear: field of the API, column of the table. */
    private static final List<Plain> PLAIN = List.of(
            new Plain("name", "name"),
            new Plain("kind", "kind"),
            new Plain("staffCode", "staff_code"),
            new Plain("gender", "gender"),
            new Plain("ethnicGroup", "ethnic_group"),
            new Plain("diedOn", "died_on"),
            new Plain("nationality", "nationality"),
            new Plain("taxCode", "tax_code"),
            new Plain("unit", "unit"),
            new Plain("mergedInto", "merged_into"));

    static final List<Column> ALL = Stream.of(
                    of("id", "Mã hệ thống"),
                    of("name", "Họ và tên").like("Nông Thị Hoa"),
                    of("kind", "Loại").codes(FixedCodes.PERSON_KINDS).noted("Cá nhân nếu để trống."),
                    of("staffCode", "Mã cán bộ").like("CB-04-01234"),
                    of("gender", "Giới tính").codes(FixedCodes.GENDERS).like("Nữ"),
                    of("ethnicGroup", "Dân tộc").codes("ethnic-groups").like("Tày"),
                    of("diedOn", "Ngày mất"),
                    of("nationality", "Quốc tịch").noted("Của người nước ngoài: hai chữ cái theo ISO 3166."),
                    of("taxCode", "Mã số thuế").noted("Của doanh nghiệp."),
                    of("unit", "Mã hệ thống của đơn vị").noted("Đơn vị là doanh nghiệp này, hoặc nơi ở của hộ, nhóm."),
                    Column.id("mergedInto", "Đã gộp vào hồ sơ").noted("Để trống khi ghi mới."),
                    of("birthDate", "Ngày sinh").noted("Được mã hóa khi lưu.").like("19/05/1980"),
                    of("identityNumber", "Số định danh cá nhân")
                            .noted("9 hoặc 12 chữ số; được mã hóa khi lưu.")
                            .like("004080001234"))
            .toList();

    private record Plain(String field, String column) {}

    private PersonColumns() {}

    private static Column of(String field, String heading) {
        return Column.of(RegisterPerson.class, field, heading);
    }

    static List<String> fields() {
        return PLAIN.stream().map(Plain::field).toList();
    }

    /** The columns of the table, for a SELECT from {@code person p}. */
    static String columns() {
        return PLAIN.stream().map(plain -> "p." + plain.column()).collect(Collectors.joining(", "));
    }

    static List<@Nullable String> read(Row row) throws SQLException {
        var values = new ArrayList<@Nullable String>(PLAIN.size());
        for (var plain : PLAIN) {
            values.add(row.textOrNull(plain.column()));
        }
        return values;
    }

    /** What a row would write, in the same order. */
    static List<@Nullable String> content(DraftRow row) {
        var values = new ArrayList<@Nullable String>(PLAIN.size());
        for (var plain : PLAIN) {
            values.add(value(row, plain.field()));
        }
        return values;
    }

    static @Nullable String value(DraftRow row, String field) {
        var text = row.text(field);
        return switch (field) {
            case "kind" -> text == null ? PersonKind.INDIVIDUAL.name() : text;
            case "staffCode" -> text == null ? null : text.toUpperCase(Locale.ROOT);
            default -> text;
        };
    }

    /** The row as the API would take it. */
    static RegisterPerson command(DraftRow row) {
        var kind = row.text("kind");
        var gender = row.text("gender");
        return new RegisterPerson(
                row.id("id"),
                row.text("name") == null ? "" : row.text("name"),
                row.day("birthDate"),
                row.text("identityNumber"),
                kind == null ? null : PersonKind.valueOf(kind),
                null,
                row.text("staffCode"),
                gender == null ? null : Gender.valueOf(gender),
                row.text("ethnicGroup"),
                row.day("diedOn"),
                row.text("nationality"),
                row.text("taxCode"),
                row.id("unit"),
                null);
    }
}
