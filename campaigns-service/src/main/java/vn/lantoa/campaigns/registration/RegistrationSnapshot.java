package vn.lantoa.campaigns.registration;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.campaigns.campaign.Target;
import vn.lantoa.privacy.Personal;
import vn.lantoa.privacy.PersonalData;

/** What the audit trail keeps of a registration: the content of a person's only as ciphertext under the person's key. */
sealed interface RegistrationSnapshot {
    /** Of a unit's registration. */
    record OfUnit(UUID campaign, UUID unit, int year, String status, RegistrationContent content, int version)
            implements RegistrationSnapshot {}

    /** Of a person's registration. */
    record OfPerson(
            UUID campaign,
            UUID unit,
            UUID person,
            int year,
            String status,
            List<String> titlesAimedAt,
            @PersonalData("ACHIEVEMENT") @Personal List<String> tasks,
            @PersonalData("ACHIEVEMENT") @Personal List<Target> targets,
            @PersonalData("ACHIEVEMENT") @Personal @Nullable String returnReason,
            int version)
            implements RegistrationSnapshot {}

    static RegistrationSnapshot of(Registration registration) {
        var content = registration.content();
        var person = registration.person();
        return person == null
                ? new OfUnit(
                        registration.campaign(),
                        registration.unit(),
                        registration.year(),
                        registration.status().name(),
                        content,
                        registration.version())
                : new OfPerson(
                        registration.campaign(),
                        registration.unit(),
                        person,
                        registration.year(),
                        registration.status().name(),
                        content.titlesAimedAt(),
                        content.tasks(),
                        content.targets(),
                        registration.returnReason(),
                        registration.version());
    }
}
