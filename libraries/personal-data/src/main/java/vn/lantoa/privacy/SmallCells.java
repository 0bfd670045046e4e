package vn.lantoa.privacy;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.OptionalLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Withholds counts of persons that are so small that they tell of one person or a few, for readers who may not see the persons
 * themselves. A table with one small cell is withheld whole and keeps its total alone: withholding as few cells as possible
 * gives them away to whoever knows by which rule they were chosen, and can subtract.
 */
@Singleton
public class SmallCells {
    /** With fewer than three a withheld cell could only be a one. */
    private static final long LEAST = 3;

    private final long threshold;

    SmallCells(@ConfigProperty(name = "lantoa.small-cells.threshold", defaultValue = "5") long threshold) {
        if (threshold < LEAST) {
            throw new IllegalArgumentException("lantoa.small-cells.threshold is at least " + LEAST + ".");
        }
        this.threshold = threshold;
    }

    /**
     * What of a table may be shown.
     *
     * @param cells those that may be shown
     * @param total empty where it is small itself; then no cell is shown either
     */
    public record Shown<K>(Map<K, Long> cells, OptionalLong total) {
        public boolean withholds(K cell) {
            return !cells.containsKey(cell);
        }
    }

    /** Of a table whose total is shown, or can be told from elsewhere. */
    public <K> Shown<K> withTotal(Map<K, Long> cells) {
        long total = cells.values().stream().mapToLong(Long::longValue).sum();
        if (total > 0 && total < threshold) {
            return new Shown<>(Map.of(), OptionalLong.empty());
        }
        boolean small = cells.values().stream().anyMatch(count -> count > 0 && count < threshold);
        return new Shown<>(small ? Map.of() : Map.copyOf(cells), OptionalLong.of(total));
    }
}
