package vn.lantoa.campaigns.registration;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.lantoa.access.Caller;
import vn.lantoa.problems.Forbidden;
import vn.lantoa.problems.NotFound;
import vn.lantoa.sql.Query;

/** Who may do what with a registration. */
@ApplicationScoped
class RegistrationRights {
    private final Caller caller;
    private final DataSource database;

    RegistrationRights(Caller caller, DataSource database) {
        this.caller = caller;
        this.database = database;
    }

    /**
     * A person registers for themself; for the unit or for somebody else of it, only who may also read its registrations.
     *
     * @return the person who acts
     */
    UUID requireWriter(String permission, UUID unit, @Nullable UUID person) {
        caller.require(permission, unit);
        var by = caller.requirePerson();
        if (!by.equals(person)) {
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
        var mine = caller.person().filter(registration::concerns).isPresent()
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
        var by = caller.requirePerson();
        var held = dutiesOf(by, registration);
        if (!held.isEmpty()) {
            Query.of(
                            "SELECT held FROM duty_exclusion WHERE excluded = ? AND held = ANY (?)",
                            permission,
                            held.toArray(String[]::new))
                    .first(database, row -> row.text("held"))
                    .ifPresent(excluding -> {
                        throw new Forbidden("duties-exclude-each-other", excluding, permission);
                    });
        }
        return by;
    }

    private static Set<String> dutiesOf(UUID person, Registration registration) {
        var held = new HashSet<String>();
        if (registration.concerns(person)) {
            held.add("registration.subject");
        }
        if (registration.wasSubmittedBy(person)) {
            held.add("registration.submit");
        }
        if (registration.wasDraftedBy(person)) {
            held.add("registration.draft");
        }
        return held;
    }
}
