package vn.lantoa.units.person;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.problems.Conflict;

/**
 * Somebody's data must be kept for the time being: a complaint is open, an inspection or proceedings ask for them. From
 * then on the record cannot be erased, until whoever placed the hold, or another who may, lifts it.
 */
@Entity
public class PersonHold {
    @Id
    private UUID id;

    private UUID person;
    private String document;
    private byte[] reason;
    private @Nullable UUID placedBy;
    private @Nullable Instant liftedAt;
    private @Nullable UUID liftedBy;
    private byte @Nullable [] liftReason;

    @Version
    private long version;

    private Instant createdAt;
    private Instant updatedAt;

    protected PersonHold() {}

    static PersonHold place(UUID id, UUID person, String document, byte[] reason, @Nullable UUID by, Instant now) {
        var hold = new PersonHold();
        hold.id = id;
        hold.person = person;
        hold.document = document;
        hold.reason = reason;
        hold.placedBy = by;
        hold.createdAt = now;
        hold.updatedAt = now;
        return hold;
    }

    void lift(byte[] why, @Nullable UUID by, Instant now) {
        if (liftedAt != null) {
            throw new Conflict("person-hold-lifted", liftedAt);
        }
        liftedAt = now;
        liftedBy = by;
        liftReason = why;
        updatedAt = now;
    }

    UUID id() {
        return id;
    }

    UUID person() {
        return person;
    }

    String document() {
        return document;
    }

    byte[] reason() {
        return reason;
    }

    @Nullable
    UUID placedBy() {
        return placedBy;
    }

    @Nullable
    Instant liftedAt() {
        return liftedAt;
    }

    @Nullable
    UUID liftedBy() {
        return liftedBy;
    }

    byte @Nullable [] liftReason() {
        return liftReason;
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
