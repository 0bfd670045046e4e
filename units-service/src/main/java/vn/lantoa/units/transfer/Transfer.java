package vn.lantoa.units.transfer;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.units.TransferState;
import vn.lantoa.problems.Conflict;

/** A person is to go over from one unit to another: proposed by one, decided by the other. */
@Entity
public class Transfer {
    @Id
    private UUID id;

    private UUID person;
    private String line;
    private UUID fromUnit;
    private UUID toUnit;
    private LocalDate effectiveOn;

    @Enumerated(EnumType.STRING)
    private TransferSide proposedBy;

    @Enumerated(EnumType.STRING)
    private TransferStatus status;

    private @Nullable String document;
    private @Nullable String remark;
    private @Nullable String reason;
    private @Nullable Instant decidedAt;
    private @Nullable UUID decidedBy;

    @Version
    private long version;

    private Instant createdAt;
    private Instant updatedAt;

    protected Transfer() {}

    static Transfer propose(UUID id, ProposeTransfer command, String line, TransferSide by, Instant now) {
        if (command.from().equals(command.to())) {
            throw new Conflict("transfer-needless");
        }
        var transfer = new Transfer();
        transfer.id = id;
        transfer.person = command.person();
        transfer.line = line;
        transfer.fromUnit = command.from();
        transfer.toUnit = command.to();
        transfer.effectiveOn = command.effectiveOn();
        transfer.proposedBy = by;
        transfer.status = TransferStatus.PROPOSED;
        transfer.document = command.document();
        transfer.remark = command.remark();
        transfer.createdAt = now;
        transfer.updatedAt = now;
        return transfer;
    }

    void accept(@Nullable UUID by, Instant now) {
        decide(TransferStatus.ACCEPTED, by, now);
    }

    void decline(String why, @Nullable UUID by, Instant now) {
        decide(TransferStatus.DECLINED, by, now);
        reason = why;
    }

    void withdraw(@Nullable UUID by, Instant now) {
        decide(TransferStatus.WITHDRAWN, by, now);
    }

    private void decide(TransferStatus decision, @Nullable UUID by, Instant now) {
        requireOpen();
        status = decision;
        decidedBy = by;
        decidedAt = now;
        updatedAt = now;
    }

    /** @throws Conflict 409 {@code transfer-decided} */
    void requireOpen() {
        if (status != TransferStatus.PROPOSED) {
            throw new Conflict("transfer-decided");
        }
    }

    UUID id() {
        return id;
    }

    UUID person() {
        return person;
    }

    String line() {
        return line;
    }

    UUID unit(TransferSide side) {
        return side == TransferSide.FROM ? fromUnit : toUnit;
    }

    LocalDate effectiveOn() {
        return effectiveOn;
    }

    TransferSide proposedBy() {
        return proposedBy;
    }

    @Nullable
    String document() {
        return document;
    }

    long version() {
        return version;
    }

    TransferState state() {
        return new TransferState(
                id, person, line, fromUnit, toUnit, effectiveOn, proposedBy.name(), status.name(), document);
    }

    TransferView view(@Nullable UUID fromNow, @Nullable UUID toNow) {
        return new TransferView(
                id,
                person,
                null,
                line,
                fromUnit,
                toUnit,
                fromNow,
                toNow,
                effectiveOn,
                proposedBy,
                status,
                document,
                remark,
                reason,
                decidedAt,
                decidedBy,
                version,
                createdAt,
                updatedAt);
    }
}
