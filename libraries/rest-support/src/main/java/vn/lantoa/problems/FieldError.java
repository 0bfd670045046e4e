package vn.lantoa.problems;

import java.util.List;

/**
 * One wrong field of the input.
 *
 * @param pointer JSON pointer into the body ({@code /period/from}), or the name of a query parameter with a leading {@code ?}
 * @param code stable code; its text stands in the message bundles under {@code field.<code>}
 * @param args values for the text
 */
public record FieldError(String pointer, String code, List<Object> args) {
    public static FieldError at(String pointer, String code, Object... args) {
        return new FieldError(pointer, code, List.of(args));
    }
}
