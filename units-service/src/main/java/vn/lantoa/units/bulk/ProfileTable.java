package vn.lantoa.units.bulk;

import jakarta.inject.Singleton;
import javax.sql.DataSource;
import vn.lantoa.units.profile.Contacts;
import vn.lantoa.units.profile.DescribeUnit;

/** What units tell of themselves, from day to day. */
@Singleton
class ProfileTable extends TableKind {
    private static final String CONTACTS = """
            jsonb_build_object('address', r.data ->> 'address', 'phone', r.data ->> 'phone', 'email', r.data ->> 'email',
                               'website', r.data ->> 'website')""";

    ProfileTable(DataSource database) {
        super(database, layout());
    }

    private static TableLayout layout() {
        return TableLayout.of(
                        "unit-profiles",
                        "Thông tin giới thiệu đơn vị",
                        "unit_profile",
                        Field.of(Column.id("unit", "Mã hệ thống của đơn vị").needed())
                                .refersTo("unit"),
                        Field.of(Column.of(DescribeUnit.class, "history", "Lịch sử")
                                .like("Thành lập ngày 01/7/2025.")),
                        Field.of(Column.of(DescribeUnit.class, "functions", "Chức năng, nhiệm vụ")
                                .like("Quản lý nhà nước trên địa bàn xã.")),
                        contact("address", "Địa chỉ", "Xóm Bản Cải, xã Minh Khai, tỉnh Cao Bằng"),
                        contact("phone", "Điện thoại", "0206 3 840 000"),
                        contact("email", "Thư điện tử", "xaminhkhai@caobang.gov.vn"),
                        contact("website", "Trang thông tin", "https://minhkhai.caobang.gov.vn"),
                        Field.of(Column.of(DescribeUnit.class, "validFrom", "Từ ngày")
                                .like("01/07/2025")),
                        Field.of(Column.day("validTo", "Đến trước ngày").noted("Ngày sau ngày cuối cùng.")))
                .allowedBy("unit.describe", "unit.read")
                .sameOnADayBy("row-differs", "unit")
                .under("unit")
                .besides("id", "uuidv7()")
                .besides("contacts", CONTACTS)
                .stamped()
                .inOrder("t.unit, t.valid_from NULLS FIRST");
    }

    private static Field contact(String name, String heading, String example) {
        return Field.part(Column.of(Contacts.class, name, heading).like(example), "contacts");
    }
}
