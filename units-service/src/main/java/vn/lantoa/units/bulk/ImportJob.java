package vn.lantoa.units.bulk;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An import as a worker holds it: nobody else does while the transaction lasts. */
record ImportJob(
        UUID id,
        String kind,
        ImportMode mode,
        FileFormat format,
        ImportStatus status,
        String account,
        @Nullable UUID person,
        @Nullable UUID requestId,
        int rows,
        int position) {}
