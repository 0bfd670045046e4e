package vn.lantoa.units.person;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Says that two records are of two persons. */
@Schema(description = "Two records that were looked at and are of two persons")
public record DifferentPersons(
        @NotNull UUID first,
        @NotNull UUID second,

        @Schema(examples = "Hai người trùng họ tên và ngày sinh, quê quán khác nhau") @NotBlank @Size(max = 500)
        String reason) {}
