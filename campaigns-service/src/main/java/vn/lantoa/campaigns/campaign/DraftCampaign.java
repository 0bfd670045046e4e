package vn.lantoa.campaigns.campaign;

import jakarta.validation.Valid;
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

/** Drafts a campaign of an organising unit. */
public record DraftCampaign(
        @Schema(description = "UUIDv7 made by the client; made here when absent") @Nullable
        UUID id,

        @Schema(examples = "PT-2026-001") @NotBlank @Pattern(regexp = "[A-Z0-9][A-Z0-9./-]{1,31}")
        String code,

        @Schema(examples = "Cả nước chung sức xây dựng nông thôn mới") @NotBlank @Size(max = 300)
        String title,

        @Schema(description = "Of the code list `campaign-kinds`", examples = "THEMATIC") @NotBlank @Size(max = 40)
        String kind,

        @Schema(description = "Of the code list `launch-levels`", examples = "PROVINCE") @NotBlank @Size(max = 40)
        String launchLevel,

        @Schema(description = "The organising unit") @NotNull
        UUID organiser,

        @Schema(examples = "[\"Chỉ thị 05-CT/TW (2016-05-15)\"]") @Size(max = 20) @Nullable
        List<@NotBlank @Size(max = 300) String> legalBasis,

        @Schema(examples = "Nâng cao đời sống vật chất và tinh thần của người dân nông thôn")
        @Size(max = 4000)
        @Nullable
        String objective,

        @Size(max = 50) @Nullable List<@NotNull @Valid Target> targets,

        @Schema(description = "First day; absent: unknown", examples = "2026-01-01") @Nullable
        LocalDate startsOn,

        @Schema(description = "First day after the campaign (exclusive); absent: open", examples = "2031-01-01")
        @Nullable
        LocalDate endsOn,

        @Schema(description = "Whether only who registered is considered at the year's end") @Nullable
        Boolean requiresRegistration,

        @Schema(examples = "SAMPLE: ngày phát động không có trong nguồn") @Size(max = 1000) @Nullable
        String remark) {

    CampaignPlan plan() {
        return new CampaignPlan(
                code,
                title,
                kind,
                launchLevel,
                Objects.requireNonNullElse(legalBasis, List.of()),
                objective,
                Objects.requireNonNullElse(targets, List.of()),
                new Period(startsOn, endsOn),
                Boolean.TRUE.equals(requiresRegistration),
                remark);
    }
}
