package vn.lantoa.campaigns.registration;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.lantoa.campaigns.campaign.Target;

/** The titles aimed at, the tasks and the measurable targets of a registration. */
record RegistrationContent(List<String> titlesAimedAt, List<String> tasks, List<Target> targets) {

    static RegistrationContent of(
            @Nullable List<String> titlesAimedAt, @Nullable List<String> tasks, @Nullable List<Target> targets) {
        return new RegistrationContent(
                Objects.requireNonNullElse(titlesAimedAt, List.<String>of()).stream()
                        .distinct()
                        .toList(),
                List.copyOf(Objects.requireNonNullElse(tasks, List.of())),
                List.copyOf(Objects.requireNonNullElse(targets, List.of())));
    }

    boolean empty() {
        return titlesAimedAt.isEmpty() && tasks.isEmpty() && targets.isEmpty();
    }
}
