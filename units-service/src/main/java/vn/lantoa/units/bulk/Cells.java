package vn.lantoa.units.bulk;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text of cells. A text that a spreadsheet would take for a formula is written with an apostrophe in front, and read
 * without it: nothing of ours runs on anybody's machine, and nothing is lost between export and import.
 */
final class Cells {
    /** A million rows have eight million cells: what begins with none of these needs no pattern. */
    private static final String BEGINS_FORMULA = "'=+-@\t\r\n＝＋－＠";

    private static final Pattern FORMULA = Pattern.compile("^'*[=+\\-@\\t\\r\\n＝＋－＠]", Pattern.DOTALL);
    private static final Pattern QUOTED_FORMULA = Pattern.compile("^'+[=+\\-@\\t\\r\\n＝＋－＠]", Pattern.DOTALL);

    private Cells() {}

    static String written(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        if (BEGINS_FORMULA.indexOf(text.charAt(0)) < 0) {
            return text;
        }
        return FORMULA.matcher(text).find() ? "'" + text : text;
    }

    /** Stripped, NFC, null when empty. */
    static @Nullable String read(@Nullable String cell) {
        if (cell == null) {
            return null;
        }
        var text = Normalizer.normalize(cell, Normalizer.Form.NFC).strip();
        if (QUOTED_FORMULA.matcher(text).find()) {
            text = text.substring(1);
        }
        return text.isEmpty() ? null : text;
    }

    static boolean hasRefusedCharacter(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c) && c != '\n' && c != '\t') {
                return true;
            }
            if (Character.isHighSurrogate(c)) {
                i++;
                if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
                    return true;
                }
            } else if (Character.isLowSurrogate(c)) {
                return true;
            }
        }
        return false;
    }
}
