package vn.lantoa.benchmarks;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Vietnamese names as frequent as they are, and the ways in which people write one. */
final class Names {
    /** Family names with their share of a hundred; the last ones are those of the mountains. */
    private static final Map<String, Integer> FAMILIES = Map.ofEntries(
            Map.entry("Nguyễn", 31),
            Map.entry("Trần", 10),
            Map.entry("Lê", 8),
            Map.entry("Phạm", 6),
            Map.entry("Hoàng", 6),
            Map.entry("Vũ", 4),
            Map.entry("Phan", 3),
            Map.entry("Đặng", 3),
            Map.entry("Bùi", 2),
            Map.entry("Đỗ", 2),
            Map.entry("Hồ", 1),
            Map.entry("Ngô", 1),
            Map.entry("Dương", 1),
            Map.entry("Lý", 4),
            Map.entry("Nông", 6),
            Map.entry("Triệu", 3),
            Map.entry("Hà", 2),
            Map.entry("Lương", 2),
            Map.entry("Đàm", 2),
            Map.entry("Bế", 1),
            Map.entry("Hứa", 1),
            Map.entry("Mã", 1));

    private static final String MIDDLES =
            "Văn Thị Đức Hữu Minh Quốc Thanh Ngọc Xuân Thu Hồng Kim Công Đình Bá Gia Hải Hoàng Khánh Mạnh Phương Quang Thành Trọng Tuấn Việt Như Thúy Bích Mỹ";

    private static final String GIVEN =
            "An Anh Bình Bảo Châu Chi Chiến Cường Cúc Dung Duyên Dũng Dương Đạt Điệp Đức Giang Hà Hải Hạnh Hằng"
                    + " Hậu Hiền Hiếu Hiệp Hòa Hoa Hoài Hoàng Hùng Huy Huyền Hương Hường Hưng Khang Khánh Khoa Kiên Lan Lâm Liên Linh Loan Long Lợi Luân"
                    + " Ly Mai Mạnh Minh My Nam Nga Ngân Nghĩa Ngọc Nguyệt Nhàn Nhung Oanh Phong Phúc Phương Phượng Quang Quân Quế Quyên Quyết Sơn Tài"
                    + " Tâm Tân Thái Thanh Thành Thảo Thắng Thìn Thoa Thu Thủy Thúy Thương Tiến Toàn Trang Trinh Trung Trường Tú Tuấn Tùng Tuyết Uyên"
                    + " Vân Viện Vinh Vượng Xuân Yến Bằng Bền Cảnh Chung Diễm Đào Định Đông Hảo Kỳ Lệ Lĩnh Mùi Nhật Nhi Ninh Phú Quý Sáng Thơ Tươi Ước";

    /** Names whose words stand nowhere else, so that what a search has to find is known. */
    static final List<String> MARKED = List.of(
            "Đặng Khuê Thuỷ Đoan",
            "Đỗ Ngoãn Hòa Uyểng",
            "Nguyễn Choang Thúy Khoái",
            "Trần Đoài Thỏa Xoè",
            "Lý Thuyên Tuỵ Đỉu",
            "Nông Phìn Khoẻ Đượm",
            "Hoàng Ỵnh Hoạ Đệp",
            "Phạm Hoè Quỳ Ưởng",
            "Vũ Đệ Toả Nguyễm",
            "Bế Ẵng Thuỵ Loè");

    /** Former names of the first persons of the data, whose words stand nowhere else either. */
    static final List<String> FORMER =
            List.of("Triệu Đuốm Hoà Chuẩy", "Lương Nguỵ Thoại Đẽo", "Hứa Xoá Thuý Đoạt", "Đàm Khuỷu Toán Ẫp");

    private static final List<List<String>> PLACES_OF_THE_TONE = List.of(
            List.of("oà", "òa"),
            List.of("oá", "óa"),
            List.of("oả", "ỏa"),
            List.of("oạ", "ọa"),
            List.of("oè", "òe"),
            List.of("oé", "óe"),
            List.of("oẻ", "ỏe"),
            List.of("uỳ", "ùy"),
            List.of("uý", "úy"),
            List.of("uỷ", "ủy"),
            List.of("uỵ", "ụy"));

    private Names() {}

    static String families() {
        return array(familyNames());
    }

    /** A hundred of them, as often as they are borne. */
    static List<String> familyNames() {
        return FAMILIES.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(each -> java.util.Collections.nCopies(each.getValue(), each.getKey()).stream())
                .toList();
    }

    static List<String> givenNames() {
        return List.of(GIVEN.split(" "));
    }

    static String middles() {
        return array(List.of(MIDDLES.split(" ")));
    }

    static String given() {
        return array(givenNames());
    }

    static String array(List<String> words) {
        return words.stream().collect(Collectors.joining("','", "ARRAY['", "']"));
    }

    /** How somebody may write a text: composed or not, large or small, the tone on either vowel, without marks. */
    static Set<String> spellings(String text) {
        var spellings = new LinkedHashSet<String>();
        for (String toned : List.of(text, tones(text, 0, 1), tones(text, 1, 0))) {
            for (String cased : List.of(toned, toned.toUpperCase(Locale.ROOT), toned.toLowerCase(Locale.ROOT))) {
                spellings.add(Normalizer.normalize(cased, Normalizer.Form.NFC));
                spellings.add(Normalizer.normalize(cased, Normalizer.Form.NFD));
            }
        }
        spellings.add(text.replace('đ', 'd').replace('Đ', 'D'));
        spellings.add(bare(text));
        spellings.add(bare(text).toUpperCase(Locale.ROOT));
        return spellings;
    }

    private static String tones(String text, int from, int to) {
        var changed = text;
        for (var places : PLACES_OF_THE_TONE) {
            changed = changed.replace(places.get(from), places.get(to));
        }
        return changed;
    }

    /** Without any mark, as quickly typed. */
    static String bare(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replace('đ', 'd')
                .replace('Đ', 'D')
                .toLowerCase(Locale.ROOT);
    }

    /** Begin, middle and end of a name of four words, two words each. */
    static List<String> parts(String name) {
        var words = name.split(" ");
        return List.of(words[0] + " " + words[1], words[1] + " " + words[2], words[2] + " " + words[3], words[3], name);
    }
}
