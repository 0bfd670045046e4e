package vn.lantoa.units.myrecord;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.problems.Conflict;

/**
 * What a person asks about the own data: to have it mended, to see it, to have it erased. It is open until somebody who
 * answers for the data accepts it, having done what was asked, or declines it; or until the person withdraws it. Wish and
 * answer lie sealed under the person's key.
 */
@Entity
@Table(name = "correction_request")
public class DataRequest {
    @Id
    private UUID id;

    private UUID person;

    @Enumerated(EnumType.STRING)
    private DataRequestKind kind;

    @Enumerated(EnumType.STRING)
    private CorrectionRequestStatus status;

    private @Nullable LocalDate dueOn;
    private @Nullable String legalRef;

    private byte[] wish;
    private byte @Nullable [] answer;
    private @Nullable UUID answeredBy;

    @Version
    private long version;

    private Instant createdAt;
    private Instant updatedAt;

    protected DataRequest() {}

    static DataRequest make(
            UUID id,
            UUID person,
            DataRequestKind kind,
            byte[] wish,
            @Nullable LocalDate dueOn,
            @Nullable String legalRef,
            Instant now) {
        var request = new DataRequest();
        request.id = id;
        request.person = person;
        request.kind = kind;
        request.dueOn = dueOn;
        request.legalRef = legalRef;
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
        if (status == CorrectionRequestStatus.OPEN) {
            return;
        }
        if (kind == DataRequestKind.CORRECTION) {
            throw new Conflict("correction-request-closed", status);
        }
        throw new Conflict("data-request-closed", status);
    }

    UUID id() {
        return id;
    }

    UUID person() {
        return person;
    }

    DataRequestKind kind() {
        return kind;
    }

    /** The last day for an answer; absent where the law of the day of asking named none. */
    @Nullable
    LocalDate dueOn() {
        return dueOn;
    }

    @Nullable
    String legalRef() {
        return legalRef;
    }

    boolean overdue(LocalDate today) {
        return status == CorrectionRequestStatus.OPEN && dueOn != null && dueOn.isBefore(today);
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
