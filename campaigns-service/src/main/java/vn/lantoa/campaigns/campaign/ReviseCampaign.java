package vn.lantoa.campaigns.campaign;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a merge patch may change in a draft. */
public record ReviseCampaign(
        @NotBlank @Pattern(regexp = "[A-Z0-9][A-Z0-9./-]{1,31}")
        String code,

        @NotBlank @Size(max = 300) String title,
        @NotBlank @Size(max = 40) String kind,
        @NotBlank @Size(max = 40) String launchLevel,
        @Size(max = 20) @Nullable List<@NotBlank @Size(max = 300) String> legalBasis,
        @Size(max = 4000) @Nullable String objective,
        @Size(max = 50) @Nullable List<@NotNull @Valid Target> targets,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable Boolean requiresRegistration,
        @Size(max = 1000) @Nullable String remark) {

    static ReviseCampaign of(CampaignPlan plan) {
        return new ReviseCampaign(
                plan.code(),
                plan.title(),
                plan.kind(),
                plan.launchLevel(),
                plan.legalBasis(),
                plan.objective(),
                plan.targets(),
                plan.period().startsOn(),
                plan.period().endsOn(),
                plan.requiresRegistration(),
                plan.remark());
    }

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
