package vn.lantoa.campaigns.registration;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.access.Caller;
import vn.lantoa.campaigns.duty.Duties;
import vn.lantoa.problems.NotFound;

/** Who may do what with a registration. */
@ApplicationScoped
class RegistrationRights {
    private final Caller caller;
    private final Duties duties;

    RegistrationRights(Caller caller, Duties duties) {
        this.caller = caller;
        this.duties = duties;
    }

    /**
     * A person registers for themself; for the unit or for somebody else of it, only who may also read its registrations.
     *
     * @return the person who acts
     */
    UUID requireWriter(String permission, UUID unit, @Nullable UUID person) {
        caller.require(permission, unit);
        var by = caller.requirePerson();
        if (person == null || !caller.is(person)) {
            duties.check(permission);
            caller.require("registration.read", unit);
        }
        return by;
    }

    /** As above, of a registration that there is. */
    UUID requireWriter(String permission, Registration registration) {
        requireReadable(registration);
        return requireWriter(permission, registration.unit(), registration.person());
    }

    /** One's own is what concerns oneself. Whoever may not see it learns nothing of it, even if they once wrote it down. */
    void requireReadable(Registration registration) {
        var mine = caller.person().isPresent()
                && registration.concerns(caller::is)
                && caller.showsOwn("registration.read", registration.unit());
        if (!mine && !caller.may("registration.read", registration.unit())) {
            throw new NotFound("registration-not-found", registration.id());
        }
    }

    /**
     * For acts of judgement: the permission must cover the unit, and no duty that the caller holds on this registration
     * may exclude the act.
     *
     * @return the person who acts
     */
    UUID requireJudge(String permission, Registration registration) {
        requireReadable(registration);
        caller.require(permission, registration.unit());
        duties.check(
                permission, new Duties.Dossier(registration.id(), registration.person(), registration.draftedBy()));
        return caller.requirePerson();
    }
}
