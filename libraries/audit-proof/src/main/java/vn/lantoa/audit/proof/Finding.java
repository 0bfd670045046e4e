package vn.lantoa.audit.proof;

import org.jspecify.annotations.Nullable;

/**
 * Something that is not as it was sealed.
 *
 * @param position in the log, -1 where it has none
 * @param entry id of the entry, null where no single one is meant
 * @param detail sizes, a head, a line of the file
 */
public record Finding(Kind kind, long position, @Nullable String entry, String detail) {
    /** What was done to the trail or to the export. */
    public enum Kind {
        ALTERED("Bản ghi đã bị sửa", "The entry was altered"),
        DELETED("Bản ghi đã bị xóa", "The entry was deleted"),
        INSERTED("Bản ghi được chèn vào sau", "The entry was inserted afterwards"),
        REORDERED("Bản ghi đã bị đổi chỗ", "The entry was moved"),
        LEAF_ALTERED("Mã băm đã lưu của bản ghi bị sửa", "The kept hash of the entry was altered"),
        REWRITTEN("Nhật ký khác với lúc niêm phong, trong đoạn", "The log is not what was sealed, within the stretch"),
        DIFFERS("Bản ghi khác với bản xuất trước đó", "The entry differs from that of the earlier export"),
        TRUNCATED("Nhật ký ngắn hơn lúc đã công bố", "The log is shorter than it was published"),
        FORGED_RETIREMENT(
                "Bản ghi rút dữ liệu không được ký đúng", "The entry that takes others out is not rightly signed"),
        FORGED_HEAD("Chữ ký niêm phong không đúng", "The signature of the head is wrong"),
        CONTRADICTED_HEAD(
                "Nhật ký không khớp với bản niêm phong lưu bên ngoài",
                "The log contradicts a head that was kept outside"),
        UNKNOWN_KEY("Không do khóa đã biết ký", "Signed by no known key"),
        NOT_SEALED("Không có niêm phong nào cho các bản ghi cuối", "No head covers the last entries"),
        BROKEN_FILE("Tệp xuất không đọc được hoặc không đủ", "The export cannot be read or is not whole");

        private final String vietnamese;
        private final String english;

        Kind(String vietnamese, String english) {
            this.vietnamese = vietnamese;
            this.english = english;
        }

        public String vietnamese() {
            return vietnamese;
        }

        public String english() {
            return english;
        }
    }

    @Override
    public String toString() {
        var where = (position < 0 ? "" : " #" + position) + (entry == null ? "" : " " + entry);
        return kind + plain(where) + (detail.isEmpty() ? "" : " (" + plain(detail) + ")") + ": " + kind.vietnamese()
                + " / " + kind.english();
    }

    /** What a file says may not move the cursor of whoever reads this, nor turn a line around. */
    static String plain(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", "?");
    }
}
