package vn.lantoa.campaigns.codelist;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A text in both languages. */
public record Label(
        @Schema(examples = "Cuộc vận động") String vi,
        @Schema(examples = "Drive") String en) {}
