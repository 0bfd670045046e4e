package vn.lantoa.client;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** A list over all its pages, each fetched when it is reached. */
public final class Pages {
    private Pages() {}

    /**
     * Every item of the list, in its order.
     *
     * @param fetch asks for the page behind a cursor, such as {@code cursor -> api.listUnits(…cursor(cursor)…)}
     * @param items {@code UnitPage::getItems}
     * @param next {@code UnitPage::getNext}
     */
    public static <P, T> Stream<T> all(
            Function<@Nullable String, P> fetch,
            Function<P, ? extends Collection<T>> items,
            Function<P, @Nullable String> next) {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(new Items<>(fetch, items, next), Spliterator.ORDERED), false);
    }

    private static final class Items<P, T> implements Iterator<T> {
        private final Function<@Nullable String, P> fetch;
        private final Function<P, ? extends Collection<T>> items;
        private final Function<P, @Nullable String> next;
        private final ArrayDeque<T> ready = new ArrayDeque<>();
        private @Nullable String cursor;
        private boolean ended;

        Items(
                Function<@Nullable String, P> fetch,
                Function<P, ? extends Collection<T>> items,
                Function<P, @Nullable String> next) {
            this.fetch = fetch;
            this.items = items;
            this.next = next;
        }

        @Override
        public boolean hasNext() {
            while (ready.isEmpty() && !ended) {
                var page = fetch.apply(cursor);
                ready.addAll(items.apply(page));
                cursor = next.apply(page);
                ended = cursor == null;
            }
            return !ready.isEmpty();
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return ready.remove();
        }
    }
}
