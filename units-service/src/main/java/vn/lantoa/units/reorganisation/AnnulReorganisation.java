package vn.lantoa.units.reorganisation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** By what a reorganisation that has not come into force is annulled. */
@Schema(description = "The document that annuls an enacted reorganisation before its day")
public record AnnulReorganisation(
        @Schema(examples = "1702/NQ-UBTVQH15") @NotBlank @Size(max = 100)
        String document,

        @Schema(examples = "Ban hành nhầm phụ lục") @Nullable @Size(min = 1, max = 1000)
        String reason) {}
