package vn.lantoa.observability;

import org.jspecify.annotations.Nullable;

/**
 * What came from outside, as it may stand in a line of the log: nobody ends the line and forges the next one, moves the
 * cursor of whoever reads it, or turns its direction.
 */
final class OneLine {
    private static final String INDENT = "  ";

    private OneLine() {}

    /** A value of a line: everything that is no plain character is written as it is escaped in JSON. */
    static @Nullable Object value(@Nullable Object value) {
        if (value == null || value instanceof Number || value instanceof Boolean || value instanceof Enum<?>) {
            return value;
        }
        var text = value.toString();
        if (text == null) {
            return value;
        }
        var escaped = escaped(text, false);
        return escaped.equals(text) ? value : escaped;
    }

    /** A whole message: its own line ends remain, but what follows one is indented, so that no line begins like a new one. */
    static String message(String text) {
        return escaped(text, true);
    }

    private static String escaped(String text, boolean lines) {
        StringBuilder out = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isHarmful(c) || lines && c == '\n' && text.startsWith(INDENT, i + 1)) {
                if (out != null) {
                    out.append(c);
                }
                continue;
            }
            if (out == null) {
                out = new StringBuilder(text.length() + 16).append(text, 0, i);
            }
            if (lines && c == '\n') {
                out.append('\n').append(INDENT);
            } else if (!(lines && c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n')) {
                out.append(String.format("\\u%04x", (int) c));
            }
        }
        return out == null ? text : out.toString();
    }

    private static boolean isHarmful(char c) {
        return Character.isISOControl(c) && c != '\t'
                || c == '\u2028'
                || c == '\u2029'
                || c >= '\u202a' && c <= '\u202e'
                || c >= '\u2066' && c <= '\u2069';
    }
}
