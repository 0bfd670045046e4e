package vn.lantoa.units.person;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.privacy.PersonalData;

/** Links an account of the identity provider to a person. */
@Schema(description = "An account to link to a person")
public record LinkAccount(
        @Schema(description = "UUIDv7; made by the service unless given") @Nullable
        UUID id,

        @PersonalData("ACCOUNT") @Schema(examples = "https://dinhdanh.example.vn/lantoa") @NotBlank @Size(max = 300)
        String issuer,

        @PersonalData("ACCOUNT") @Schema(examples = "can-bo-thi-dua") @NotBlank @Size(max = 200)
        String subject,

        @Nullable LocalDate validFrom,

        @Schema(description = "Exclusive: the day after the last") @Nullable
        LocalDate validTo) {}
