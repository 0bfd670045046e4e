package vn.lantoa.units.bulk;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the rows of an export one by one. */
@FunctionalInterface
public interface RowSink {
    /** @param values in the order of the kind's columns */
    void row(List<? extends @Nullable String> values) throws IOException;
}
