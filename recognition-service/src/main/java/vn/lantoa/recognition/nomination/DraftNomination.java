package vn.lantoa.recognition.nomination;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.privacy.PersonalData;

/** Begins a nomination of a collective ({@code unit} alone) or of a person of a unit. */
public record DraftNomination(
        @Nullable UUID id,

        @NotBlank @Size(max = 20) @Schema(examples = "CSTDCS")
        String awardType,

        @Nullable
        @Size(max = 20)
        @Schema(
                description = "Kind of commendation, where the award type has several; else its first",
                examples = "CONG_TRANG")
        String category,

        @Nullable
        @Size(max = 500)
        @Schema(
                description = "Occasion of a commendation; never for an emulation title",
                examples = "Sơ kết 2 năm thực hiện Kết luận số 01-KL/TW")
        String occasion,

        @NotNull @Schema(description = "The collective, or the unit that the person belongs to")
        UUID unit,

        @Nullable @Schema(description = "The person proposed; absent for a collective")
        UUID person,

        @Nullable @Schema(description = "Who proposes: the unit itself (default) or one above it")
        UUID proposingUnit,

        @Min(1945) @Max(2100) @Schema(description = "Year of the achievement", examples = "2024")
        int year,

        @Nullable
        @Size(max = 20)
        @Schema(
                description = "What the head of the unit confirms, by code of the list `statement`",
                examples = "[\"SPIRIT\", \"TAKES_PART\"]")
        List<@NotBlank @Size(max = 20) String> statements,

        @PersonalData("ACHIEVEMENT") @Nullable @Size(max = 5000) @Schema(description = "Summary of the achievement")
        String achievement,

        @Nullable @Schema(description = "Day of the proposal: today, or a day in the past when an old file is entered")
        LocalDate proposedOn) {}
