package vn.lantoa.access;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a permission holds today.
 *
 * @param everywhere the whole installation
 * @param roots otherwise the subtrees; empty means nowhere
 */
public record Reach(boolean everywhere, List<Root> roots) {
    /** A subtree on a line (any line when null). */
    public record Root(UUID unit, @Nullable String line) {}

    /** Ids of the roots, for SQL filters: {@code :everywhere OR EXISTS (… closure … ancestor = ANY (:roots))}. */
    public UUID[] rootUnits() {
        return roots.stream().map(Root::unit).distinct().toArray(UUID[]::new);
    }
}
