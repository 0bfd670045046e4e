package vn.lantoa.units.unit;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One unit becoming another. */
public record LineageStep(
        @Schema(description = "1 for the nearest") int generation,
        UUID predecessor,
        @Schema(examples = "Xã Quang Trọng") String predecessorName,
        UUID successor,
        @Schema(examples = "Xã Minh Khai") String successorName,
        @Nullable LocalDate successorValidTo,
        @Schema(examples = "MERGE") String kind,
        @Schema(examples = "WHOLE") String portion,

        @Schema(description = "Share of the predecessor as a fraction, where the document says it", examples = "2/5")
        @Nullable
        String share,

        @Schema(description = "Whether the successor goes on with all the work of the predecessor, which ends")
        boolean heir,

        LocalDate effectiveOn,
        UUID reorganisation,
        String documentNumber) {}
