package vn.lantoa.units.person;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.privacy.PersonalData;

/** Another name of a person: a former one, or one used beside the present one. */
@Schema(description = "Another name of a person")
public record OtherName(
        @PersonalData("OTHER_NAME") @Schema(examples = "Nông Thị Hoan") @NotBlank @Size(max = 200)
        String name,

        @Schema(description = "FORMER or ALIAS", examples = "FORMER") @NotNull
        OtherNameKind kind,

        @Schema(examples = "1980-05-19") @Nullable LocalDate validFrom,

        @Schema(description = "Exclusive: the day after the last", examples = "2003-02-01") @Nullable
        LocalDate validTo) {}
