package vn.lantoa.campaigns.registration;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lantoa.campaigns.campaign.Target;

/** What a merge patch may change in a draft or a returned registration. */
public record ReviseRegistration(
        @Size(max = 10) @Nullable List<@NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{1,39}") String> titlesAimedAt,
        @Size(max = 50) @Nullable List<@NotBlank @Size(max = 500) String> tasks,
        @Size(max = 50) @Nullable List<@NotNull @Valid Target> targets) {

    static ReviseRegistration of(RegistrationContent content) {
        return new ReviseRegistration(content.titlesAimedAt(), content.tasks(), content.targets());
    }

    RegistrationContent content() {
        return RegistrationContent.of(titlesAimedAt, tasks, targets);
    }
}
