package vn.lantoa.units.relative;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.units.RelativeState;
import vn.lantoa.problems.Conflict;
import vn.lantoa.problems.FieldError;
import vn.lantoa.problems.Invalid;

/**
 * That somebody is somebody's relative, declared by the person or by an office. It ends once, never in the past: what it kept
 * somebody from was kept from them rightly. Once one of both is erased it says nothing any more.
 */
@Entity
public class DeclaredRelative {
    @Id
    private UUID id;

    private @Nullable UUID person;
    private @Nullable UUID relative;
    private @Nullable String kind;
    private @Nullable LocalDate validFrom;
    private @Nullable LocalDate validTo;
    private boolean byPerson;
    private @Nullable UUID declaredBy;
    private @Nullable UUID endedBy;
    private byte @Nullable [] endReason;
    private @Nullable Instant erasedAt;

    @Version
    private long version;

    private Instant createdAt;
    private Instant updatedAt;

    protected DeclaredRelative() {}

    /** Who is related to whom, in the eyes of whom. */
    record Pair(UUID person, UUID relative, String kind) {}

    static DeclaredRelative declare(
            UUID id, Pair pair, LocalDate from, boolean byPerson, @Nullable UUID by, Instant now) {
        var declared = new DeclaredRelative();
        declared.id = id;
        declared.person = pair.person();
        declared.relative = pair.relative();
        declared.kind = pair.kind();
        declared.validFrom = from;
        declared.byPerson = byPerson;
        declared.declaredBy = by;
        declared.createdAt = now;
        declared.updatedAt = now;
        return declared;
    }

    /** One that has not begun ends on its first day, and so never holds. */
    void end(LocalDate day, LocalDate today, byte[] reason, @Nullable UUID by, Instant now) {
        if (validTo != null) {
            throw new Conflict("relative-ended", validTo);
        }
        var from = Objects.requireNonNull(validFrom);
        var earliest = from.isAfter(today) ? from : today;
        if (day.isBefore(earliest)) {
            throw new Invalid(
                    "relative-ends-too-early", FieldError.at("/validTo", "relative-ends-too-early", earliest));
        }
        validTo = day;
        endReason = reason;
        endedBy = by;
        updatedAt = now;
    }

    void erase(Instant now) {
        person = null;
        relative = null;
        kind = null;
        validFrom = null;
        validTo = null;
        declaredBy = null;
        endedBy = null;
        endReason = null;
        erasedAt = now;
        updatedAt = now;
    }

    UUID id() {
        return id;
    }

    /** Whose declaration it is. */
    UUID person() {
        return Objects.requireNonNull(person);
    }

    UUID relative() {
        return Objects.requireNonNull(relative);
    }

    boolean byPerson() {
        return byPerson;
    }

    boolean erased() {
        return erasedAt != null;
    }

    long version() {
        return version;
    }

    RelativeState state() {
        return new RelativeState(id, person, relative, validFrom, validTo);
    }

    RelativeSnapshot snapshot(@Nullable String reason) {
        return new RelativeSnapshot(
                relative(), Objects.requireNonNull(kind), Objects.requireNonNull(validFrom), validTo, reason);
    }
}
