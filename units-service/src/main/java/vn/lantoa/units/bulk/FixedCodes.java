package vn.lantoa.units.bulk;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lists that belong to the layout of files, not to the data. */
final class FixedCodes {
    /** What a row of the file of units says. */
    static final String UNIT_FACTS = "unit-facts";

    static final String PERSON_KINDS = "person-kinds";
    static final String GENDERS = "genders";

    /** How much of an old unit a row of a mapping table speaks of, and what it says of it. */
    static final String PORTIONS = "mapping-portions";

    static final String CHANGES = "mapping-changes";
    static final String POST_KINDS = "post-kinds";
    static final String MEMBERSHIP_KINDS = "membership-kinds";
    static final String LINEAGE_KINDS = "lineage-kinds";
    static final String NAME_KINDS = "name-kinds";

    private static final Map<String, List<CodeLists.Entry>> LISTS = Map.of(
            POST_KINDS,
            List.of(
                    new CodeLists.Entry("REGULAR", "Chính thức"),
                    new CodeLists.Entry("ACTING", "Quyền, phụ trách"),
                    new CodeLists.Entry("CONCURRENT", "Kiêm nhiệm"),
                    new CodeLists.Entry("SECONDED", "Biệt phái")),
            MEMBERSHIP_KINDS,
            List.of(new CodeLists.Entry("PRIMARY", "Chính"), new CodeLists.Entry("SECONDMENT", "Biệt phái")),
            LINEAGE_KINDS,
            List.of(
                    new CodeLists.Entry("MERGE", "Sáp nhập, hợp nhất"),
                    new CodeLists.Entry("SPLIT", "Chia, tách"),
                    new CodeLists.Entry("ESTABLISH", "Thành lập"),
                    new CodeLists.Entry("DISSOLVE", "Giải thể")),
            NAME_KINDS,
            List.of(new CodeLists.Entry("FORMER", "Tên cũ"), new CodeLists.Entry("ALIAS", "Tên gọi khác")),
            PERSON_KINDS,
            List.of(
                    new CodeLists.Entry("INDIVIDUAL", "Cá nhân"),
                    new CodeLists.Entry("FOREIGNER", "Người nước ngoài"),
                    new CodeLists.Entry("HOUSEHOLD", "Hộ gia đình"),
                    new CodeLists.Entry("GROUP", "Nhóm người cùng một việc"),
                    new CodeLists.Entry("ENTERPRISE", "Doanh nghiệp")),
            GENDERS,
            List.of(
                    new CodeLists.Entry("MALE", "Nam"),
                    new CodeLists.Entry("FEMALE", "Nữ"),
                    new CodeLists.Entry("OTHER", "Khác")),
            PORTIONS,
            List.of(new CodeLists.Entry("WHOLE", "Toàn bộ"), new CodeLists.Entry("PART", "Một phần")),
            CHANGES,
            List.of(
                    new CodeLists.Entry("MERGE", "Nhập vào đơn vị mới"),
                    new CodeLists.Entry("SPLIT", "Chia, tách"),
                    new CodeLists.Entry("ESTABLISH", "Thành lập mới"),
                    new CodeLists.Entry("DISSOLVE", "Giải thể"),
                    new CodeLists.Entry("KEEP", "Giữ nguyên"),
                    new CodeLists.Entry("RENAME", "Đổi tên"),
                    new CodeLists.Entry("RECODE", "Đổi mã"),
                    new CodeLists.Entry("CHANGE_KIND", "Đổi loại"),
                    new CodeLists.Entry("REPARENT", "Chuyển cấp trên")),
            UNIT_FACTS,
            List.of(
                    new CodeLists.Entry("UNIT", "Đơn vị"),
                    new CodeLists.Entry("VERSION", "Tên, loại, khối từ một ngày"),
                    new CodeLists.Entry("IDENTIFIER", "Mã"),
                    new CodeLists.Entry("PLACEMENT", "Vị trí trên hệ thống")));

    private FixedCodes() {}

    static @Nullable List<CodeLists.Entry> of(String list) {
        return LISTS.get(list);
    }
}
