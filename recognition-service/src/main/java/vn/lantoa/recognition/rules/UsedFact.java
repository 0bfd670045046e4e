package vn.lantoa.recognition.rules;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A fact that a rule used. {@code inherited}: it belongs to a predecessor of the unit. */
public record UsedFact(
        @Nullable UUID id,
        @Schema(examples = "rating") String kind,
        @Nullable Integer year,
        @Schema(examples = "HTXS") String value,

        @Nullable @Schema(examples = "Quyết định số 215/QĐ-SNV")
        String source,

        boolean inherited) {}
