package vn.lantoa.campaigns.registration;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;
import vn.lantoa.events.Act;
import vn.lantoa.problems.NotFound;
import vn.lantoa.rest.Ids;

/** The registrations of the province. */
@ApplicationScoped
public class Registrations implements PanacheRepositoryBase<Registration, UUID> {
    Registration get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new NotFound("registration-not-found", id));
    }

    /** For acts that do not ask for a version: whoever comes second waits for the first. */
    Registration getLocked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> new NotFound("registration-not-found", id));
    }

    /** Adds to the registration's timeline. */
    void remember(UUID registration, Act act) {
        getEntityManager()
                .createNativeQuery("INSERT INTO registration_act (id, registration, act, at, person, reason)"
                        + " VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
                .setParameter(1, Ids.next())
                .setParameter(2, registration)
                .setParameter(3, act.act())
                .setParameter(4, act.at())
                .setParameter(5, act.by())
                .setParameter(6, act.reason())
                .executeUpdate();
    }

    /** Keeps a review beside the registration. */
    void keep(Review review) {
        getEntityManager()
                .createNativeQuery("INSERT INTO registration_review"
                        + " (id, registration, reviewed_on, done, undone, remedy, outcome, reviewer, created_at)"
                        + " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")
                .setParameter(1, review.id())
                .setParameter(2, review.registration())
                .setParameter(3, review.reviewedOn())
                .setParameter(4, review.done().toArray(String[]::new))
                .setParameter(5, review.undone().toArray(String[]::new))
                .setParameter(6, review.remedy())
                .setParameter(7, review.outcome().name())
                .setParameter(8, review.reviewer())
                .setParameter(9, review.at())
                .executeUpdate();
    }
}
