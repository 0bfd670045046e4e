package vn.lantoa.units.reorganisation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Enacts what a preview showed, and nothing else. */
@Schema(description = "The preview that is enacted")
public record EnactPreviewed(
        @Schema(
                description = "`fingerprint` of the preview whose consequences are wanted",
                examples = "6f1ed002ab5595859014ebf0951522d9")
        @NotBlank
        @Size(max = 64)
        String preview) {}
