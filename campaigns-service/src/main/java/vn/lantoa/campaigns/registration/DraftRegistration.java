package vn.lantoa.campaigns.registration;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.campaigns.campaign.Target;

/** Registers a unit, or a person of it, for a campaign and a year. */
public record DraftRegistration(
        @Schema(description = "UUIDv7 made by the client; made here when absent") @Nullable
        UUID id,

        @NotNull UUID campaign,
        @NotNull UUID unit,

        @Schema(description = "Absent: the unit itself registers") @Nullable
        UUID person,

        @Schema(examples = "2026") @NotNull @Min(1945) @Max(2200)
        Integer year,

        @Schema(
                description = "Day of the registration when it is recorded later; absent: today",
                examples = "2026-01-20")
        @Nullable
        LocalDate registeredOn,

        @Schema(description = "Codes of awards", examples = "[\"LDTT\", \"CSTDCS\"]") @Size(max = 10) @Nullable
        List<@NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{1,39}") String> titlesAimedAt,

        @Schema(examples = "[\"Số hóa 500 hồ sơ khen thưởng\"]") @Size(max = 50) @Nullable
        List<@NotBlank @Size(max = 500) String> tasks,

        @Size(max = 50) @Nullable List<@NotNull @Valid Target> targets) {

    RegistrationContent content() {
        return RegistrationContent.of(titlesAimedAt, tasks, targets);
    }

    LocalDate registeredOnOr(LocalDate today) {
        return Objects.requireNonNullElse(registeredOn, today);
    }
}
