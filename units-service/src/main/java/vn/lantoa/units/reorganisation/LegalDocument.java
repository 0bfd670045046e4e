package vn.lantoa.units.reorganisation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The document by which a reorganisation happens. */
public record LegalDocument(
        @Schema(examples = "1657/NQ-UBTVQH15") @NotBlank @Size(max = 100)
        String number,

        @Schema(examples = "Ủy ban Thường vụ Quốc hội") @NotBlank @Size(max = 300)
        String issuedBy,

        @Schema(examples = "2025-06-16") @NotNull LocalDate signedOn) {}
