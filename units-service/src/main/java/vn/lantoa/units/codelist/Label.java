package vn.lantoa.units.codelist;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A text in both languages. */
public record Label(
        @Schema(examples = "Phường") @NotBlank @Size(max = 200)
        String vi,

        @Schema(examples = "Ward") @NotBlank @Size(max = 200)
        String en) {}
