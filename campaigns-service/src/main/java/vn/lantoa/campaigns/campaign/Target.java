package vn.lantoa.campaigns.campaign;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A target that can be measured. */
public record Target(
        @Schema(examples = "Hộ thoát nghèo trong năm") @NotBlank @Size(max = 300)
        String name,

        @Schema(examples = "hộ") @NotBlank @Size(max = 60) String unitOfMeasure,

        @Schema(examples = "25") @NotNull @PositiveOrZero @Digits(integer = 15, fraction = 4)
        BigDecimal value) {}
