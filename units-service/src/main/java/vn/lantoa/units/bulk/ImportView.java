package vn.lantoa.units.bulk;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.rest.Versioned;

/** An import: what was found in the file, and how far it is. */
@Schema(description = "An import of a file")
public record ImportView(
        UUID id,
        @Schema(examples = "persons") String kind,
        ImportMode mode,
        FileFormat format,
        ImportStatus status,

        @Schema(description = "Size of the file in bytes", examples = "18432")
        long bytes,

        @Schema(description = "Rows of the file; known once it is validated", examples = "1000")
        int rows,

        @Schema(description = "Rows that can be or were written, and were not there before", examples = "990")
        int fresh,

        @Schema(description = "Rows that say what the register holds already", examples = "7")
        int unchanged,

        @Schema(description = "Rows with errors", examples = "3")
        int wrong,

        @Schema(description = "Rows that are written and seen by others", examples = "0")
        int written,

        @Schema(description = "Rows that the present step has been through", examples = "1000")
        int done,

        @Schema(description = "Whether it was asked to stop and has not yet") @Nullable
        Boolean stopping,

        @Schema(description = "Code of the problem that ended it or sent it back", examples = "import-outdated")
        @Nullable
        String problem,

        long version,
        Instant createdAt,
        Instant updatedAt)
        implements Versioned {
    /** Progress changes without the version. */
    @Override
    public String variant() {
        return done + "-" + (stopping != null);
    }
}
