package vn.lantoa.units.myrecord;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.problems.Conflict;

/**
 * What a person asks the register to mend in the own record. It is open until an officer accepts it, having mended the
 * record, or declines it; or until the person withdraws it. Wish and answer lie sealed under the person's key.
 */
@Entity
public class CorrectionRequest {
    @Id
    private UUID id;

    private UUID person;

    @Enumerated(EnumType.STRING)
    private CorrectionRequestStatus status;

    private byte[] wish;
    private byte @Nullable [] answer;
    private @Nullable UUID answeredBy;

    @Version
    private long version;

    private Instant createdAt;
    private Instant updatedAt;

    protected CorrectionRequest() {}

    static CorrectionRequest make(UUID id, UUID person, byte[] wish, Instant now) {
        var request = new CorrectionRequest();
        request.id = id;
        request.person = person;
        request.status = CorrectionRequestStatus.OPEN;
        request.wish = wish;
        request.createdAt = now;
        request.updatedAt = now;
        return request;
    }

    void answer(CorrectionRequestStatus outcome, byte[] text, @Nullable UUID by, Instant now) {
        requireOpen();
        status = outcome;
        answer = text;
        answeredBy = by;
        updatedAt = now;
    }

    void withdraw(Instant now) {
        requireOpen();
        status = CorrectionRequestStatus.WITHDRAWN;
        updatedAt = now;
    }

    private void requireOpen() {
        if (status != CorrectionRequestStatus.OPEN) {
            throw new Conflict("correction-request-closed", status);
        }
    }

    UUID id() {
        return id;
    }

    UUID person() {
        return person;
    }

    CorrectionRequestStatus status() {
        return status;
    }

    byte[] wish() {
        return wish;
    }

    byte @Nullable [] answer() {
        return answer;
    }

    @Nullable
    UUID answeredBy() {
        return answeredBy;
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
