package vn.lantoa.campaigns.codelist;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A code with its labels. */
public record CodeItem(
        @Schema(examples = "DRIVE") String code,
        @Schema(examples = "Cuộc vận động") String vi,
        @Schema(examples = "Drive") String en) {}
