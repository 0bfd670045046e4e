package vn.lantoa.units.bulk;

import jakarta.inject.Singleton;
import javax.sql.DataSource;
import vn.lantoa.units.person.OtherName;

/** Former and other names of persons, by which they are found too. */
@Singleton
class PersonNameTable extends PersonTable {
    PersonNameTable(DataSource database) {
        super(database, layout(), "person");
    }

    private static TableLayout layout() {
        return TableLayout.of(
                        "person-names",
                        "Tên khác của cá nhân",
                        "person_name",
                        Field.of(Column.id("person", "Mã hệ thống của người").needed())
                                .refersTo("person"),
                        Field.of(Column.of(OtherName.class, "name", "Họ và tên").like("Nông Thị Hoan")),
                        Field.of(Column.of(OtherName.class, "kind", "Loại tên")
                                .codes(FixedCodes.NAME_KINDS)
                                .like("FORMER")),
                        Field.of(Column.of(OtherName.class, "validFrom", "Từ ngày")),
                        Field.of(Column.of(OtherName.class, "validTo", "Đến trước ngày")
                                .noted("Ngày sau ngày cuối cùng.")))
                .allowedBy("person.register", "person.read")
                .sameBy("person", "name", "kind", "valid_from", "valid_to")
                .besides("id", "uuidv7()")
                .inOrder("t.person, t.name COLLATE \"C\", t.kind, t.valid_from NULLS FIRST, t.valid_to");
    }

    @Override
    protected void written(Integer[] places, BulkCaller caller) {
        gather("person", places, caller);
    }
}
