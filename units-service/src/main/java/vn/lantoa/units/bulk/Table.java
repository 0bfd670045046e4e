package vn.lantoa.units.bulk;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a file, read one by one. */
interface Table extends Closeable {
    /** The next row that is not empty, null behind the last. @throws UnreadableFile when the file is broken here */
    @Nullable
    Line next() throws IOException;

    /**
     * A row as it stands in the file.
     *
     * @param number of the sheet, the first being 1
     */
    record Line(int number, List<@Nullable String> cells) {}
}
