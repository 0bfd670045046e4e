package vn.lantoa.units.unit;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Enters a unit that exists (or existed) into the register. */
@Schema(description = "A unit to enter into the register")
public record RegisterUnit(
        @Schema(description = "UUIDv7; made by the service unless given") @Nullable
        UUID id,

        @Schema(examples = "Phường Thục Phán") @NotBlank @Size(max = 300)
        String name,

        @Schema(examples = "Thục Phán") @Nullable @Size(min = 1, max = 100)
        String shortName,

        @Schema(description = "Code list unit-kinds", examples = "WARD") @NotNull @Pattern(regexp = Codes.CODE)
        String kind,

        @Schema(description = "Code list sectors", examples = "STATE") @NotNull @Pattern(regexp = Codes.CODE)
        String sector,

        @Schema(description = "First day; unknown when absent", examples = "2025-07-01") @Nullable
        LocalDate validFrom,

        @Schema(description = "Exclusive: the day after the last") @Nullable
        LocalDate validTo,

        @Schema(description = "Why it began") @Nullable @Valid
        Grounds begin,

        @Schema(description = "Why it ended; only with validTo") @Nullable @Valid
        Grounds end,

        @Nullable @Size(max = 50) List<@Valid @NotNull GivenIdentifier> identifiers,
        @Nullable @Size(max = 50) List<@Valid @NotNull GivenPlacement> placements,

        @Schema(
                description = "Where the record needs a note, such as data that is only a sample",
                examples = "SAMPLE: số hiệu chưa có nguồn")
        @Nullable
        @Size(min = 1, max = 1000)
        String remark) {}
