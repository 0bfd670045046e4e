package vn.lantoa.recognition.rules;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something that is not here: a fact of a kind, of a year, of at least a value. */
public record Missing(
        @Schema(examples = "initiative") String kind,
        @Nullable Integer year,
        @Nullable @Schema(examples = "CO_SO") String value) {}
