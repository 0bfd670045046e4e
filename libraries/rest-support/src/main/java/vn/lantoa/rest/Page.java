package vn.lantoa.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list in a stable order.
 *
 * @param items what it holds, at most the limit asked for
 * @param next opaque cursor of the next page, null on the last
 * @param total number of all items, only where {@code ?total=true} asked for it
 */
public record Page<T>(
        List<T> items,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String next,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long total) {

    /** Of rows read with one more than the limit: the extra row only tells that there is a next page. */
    public static <T> Page<T> of(List<T> rowsPlusOne, int limit, Function<T, Cursor> key, @Nullable Long total) {
        if (rowsPlusOne.size() <= limit) {
            return new Page<>(rowsPlusOne, null, total);
        }
        var items = rowsPlusOne.subList(0, limit);
        return new Page<>(List.copyOf(items), key.apply(items.getLast()).encoded(), total);
    }

    /** The same page of something else. */
    public <R> Page<R> map(Function<? super T, ? extends R> other) {
        return new Page<>(items.stream().<R>map(other).toList(), next, total);
    }
}
