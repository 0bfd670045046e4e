package vn.lantoa.units.breach;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.problems.Conflict;
import vn.lantoa.problems.FieldError;
import vn.lantoa.problems.Invalid;

/**
 * Personal data that were lost, seen by somebody who should not, or changed. From the moment it is detected a clock runs:
 * within it the authority is notified, later only with the reason for being late. It is closed once the authority was
 * notified and every step of the checklist is done. It names kinds of data and numbers of persons, no persons.
 */
@Entity
public class DataBreach {
    @Id
    private UUID id;

    private String title;
    private String description;
    private String dataKinds;
    private @Nullable Long affected;
    private @Nullable Instant occurredAt;
    private Instant detectedAt;
    private Instant dueAt;
    private String legalRef;
    private @Nullable Instant notifiedAt;
    private @Nullable String authority;
    private @Nullable String document;
    private @Nullable String lateReason;
    private @Nullable String outcome;
    private @Nullable Instant closedAt;

    @Version
    private long version;

    private Instant createdAt;
    private Instant updatedAt;

    protected DataBreach() {}

    static DataBreach record(UUID id, RecordBreach command, BreachClock clock, Instant now) {
        var breach = new DataBreach();
        breach.id = id;
        breach.title = command.title();
        breach.description = command.description();
        breach.dataKinds = command.dataKinds();
        breach.affected = command.affected();
        breach.occurredAt = past(command.occurredAt(), "/occurredAt", now);
        breach.detectedAt = command.detectedAt();
        past(command.detectedAt(), "/detectedAt", now);
        breach.dueAt = clock.from(command.detectedAt());
        breach.legalRef = clock.legalRef();
        breach.createdAt = now;
        breach.updatedAt = now;
        return breach;
    }

    private static @Nullable Instant past(@Nullable Instant given, String pointer, Instant now) {
        if (given != null && given.isAfter(now)) {
            throw new Invalid("instant-in-future", FieldError.at(pointer, "instant-in-future"));
        }
        return given;
    }

    void stepDone(Instant now) {
        requireOpen();
        updatedAt = now;
    }

    void notified(NotifyAuthority command, Instant now) {
        requireOpen();
        if (notifiedAt != null) {
            throw new Conflict("data-breach-notified", notifiedAt);
        }
        past(command.notifiedAt(), "/notifiedAt", now);
        var at = command.notifiedAt() == null ? now : command.notifiedAt();
        if (at.isAfter(dueAt) && command.lateReason() == null) {
            throw new Invalid("late-reason-missing", FieldError.at("/lateReason", "late-reason-missing"));
        }
        notifiedAt = at;
        authority = command.authority();
        document = command.document();
        lateReason = command.lateReason();
        updatedAt = now;
    }

    void close(String result, long openSteps, Instant now) {
        requireOpen();
        if (notifiedAt == null) {
            throw new Conflict("breach-not-notified", dueAt);
        }
        if (openSteps > 0) {
            throw new Conflict("breach-steps-open", openSteps);
        }
        outcome = result;
        closedAt = now;
        updatedAt = now;
    }

    private void requireOpen() {
        if (closedAt != null) {
            throw new Conflict("data-breach-closed", closedAt);
        }
    }

    /** The clock has run out and the authority does not know. */
    boolean overdue(Instant now) {
        return notifiedAt == null && closedAt == null && dueAt.isBefore(now);
    }

    UUID id() {
        return id;
    }

    String title() {
        return title;
    }

    String description() {
        return description;
    }

    String dataKinds() {
        return dataKinds;
    }

    @Nullable
    Long affected() {
        return affected;
    }

    @Nullable
    Instant occurredAt() {
        return occurredAt;
    }

    Instant detectedAt() {
        return detectedAt;
    }

    Instant dueAt() {
        return dueAt;
    }

    String legalRef() {
        return legalRef;
    }

    @Nullable
    Instant notifiedAt() {
        return notifiedAt;
    }

    @Nullable
    String authority() {
        return authority;
    }

    @Nullable
    String document() {
        return document;
    }

    @Nullable
    String lateReason() {
        return lateReason;
    }

    @Nullable
    String outcome() {
        return outcome;
    }

    @Nullable
    Instant closedAt() {
        return closedAt;
    }

    long version() {
        return version;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}
