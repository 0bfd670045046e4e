package vn.lantoa.units.codelist;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A text in both languages. */
public record Label(
        @Schema(examples = "Phường") String vi,
        @Schema(examples = "Ward") String en) {}
