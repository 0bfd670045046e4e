package vn.lantoa.units.bulk;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A column of a kind of file. What a cell may hold is read from the command record of the API, so that file and API never
 * differ: {@code NotNull}, {@code NotBlank}, {@code Size}, {@code Pattern} and the type of the component.
 *
 * @param name as the API names the field
 * @param heading as people read it
 * @param codeList whose codes may stand here, as {@code /code-lists} names it
 * @param note what the sheet of explanations says
 */
public record Column(
        String name,
        String heading,
        ColumnType type,
        boolean required,
        int shortest,
        int longest,
        java.util.regex.@Nullable Pattern pattern,
        @Nullable String codeList,
        String note,
        String example) {
    private static final int LONGEST = 1_000;

    /** A column with the rules of a component of the API's command. */
    public static Column of(Class<? extends Record> command, String component, String heading) {
        var found = Arrays.stream(command.getRecordComponents())
                .filter(each -> each.getName().equals(component))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(command.getSimpleName() + "." + component));
        var accessor = found.getAccessor();
        var size = accessor.getAnnotation(Size.class);
        var pattern = accessor.getAnnotation(Pattern.class);
        return new Column(
                component,
                heading,
                typeOf(found),
                has(accessor, NotNull.class) || has(accessor, NotBlank.class),
                size == null ? 0 : size.min(),
                size == null ? LONGEST : size.max(),
                pattern == null ? null : java.util.regex.Pattern.compile(pattern.regexp()),
                null,
                "",
                "");
    }

    /** A column of files only, such as a code by which another thing is found. */
    public static Column text(String name, String heading) {
        return new Column(name, heading, ColumnType.TEXT, false, 0, LONGEST, null, null, "", "");
    }

    public static Column id(String name, String heading) {
        return new Column(name, heading, ColumnType.ID, false, 0, LONGEST, null, null, "", "");
    }

    public static Column flag(String name, String heading) {
        return new Column(name, heading, ColumnType.FLAG, false, 0, LONGEST, null, null, "", "");
    }

    public static Column day(String name, String heading) {
        return new Column(name, heading, ColumnType.DAY, false, 0, LONGEST, null, null, "", "");
    }

    /** A point of time, as exports write it. */
    public static Column instant(String name, String heading) {
        return new Column(name, heading, ColumnType.INSTANT, false, 0, LONGEST, null, null, "", "");
    }

    private static ColumnType typeOf(RecordComponent component) {
        Class<?> type = component.getType();
        if (type == LocalDate.class) {
            return ColumnType.DAY;
        }
        if (type == Boolean.class || type == boolean.class) {
            return ColumnType.FLAG;
        }
        if (type == Instant.class) {
            return ColumnType.INSTANT;
        }
        return type == UUID.class ? ColumnType.ID : ColumnType.TEXT;
    }

    private static boolean has(Method accessor, Class<? extends Annotation> annotation) {
        return accessor.isAnnotationPresent(annotation);
    }

    public Column codes(String list) {
        return new Column(name, heading, ColumnType.CODE, required, shortest, longest, pattern, list, note, example);
    }

    /** Under another name than the API's, where a file holds two of them. */
    public Column named(String other) {
        return new Column(other, heading, type, required, shortest, longest, pattern, codeList, note, example);
    }

    /** Nothing can stand here without it. */
    public Column needed() {
        return new Column(name, heading, type, true, shortest, longest, pattern, codeList, note, example);
    }

    public Column upTo(int characters) {
        return new Column(name, heading, type, required, shortest, characters, pattern, codeList, note, example);
    }

    public Column optional() {
        return new Column(name, heading, type, false, shortest, longest, pattern, codeList, note, example);
    }

    public Column noted(String text) {
        return new Column(name, heading, type, required, shortest, longest, pattern, codeList, text, example);
    }

    public Column like(String value) {
        return new Column(name, heading, type, required, shortest, longest, pattern, codeList, note, value);
    }
}
