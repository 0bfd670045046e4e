package vn.lantoa.units.reorganisation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.units.ReorganisationState;
import vn.lantoa.problems.Conflict;

/**
 * What one legal document does to units on one day. It is drafted, changed and looked at in previews, then enacted once, as
 * a whole, for a day in the past or the future; a draft can be dropped, what is enacted stays.
 */
@Entity
public class Reorganisation {
    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private ReorganisationStatus status;

    private String documentNumber;
    private String documentIssuedBy;
    private LocalDate documentSignedOn;

    @Column(name = "effective_on")
    private LocalDate effectiveOn;

    private String operations;
    private @Nullable String remark;
    private @Nullable Instant enactedAt;

    @Version
    private long version;

    private Instant createdAt;
    private Instant updatedAt;

    protected Reorganisation() {}

    static Reorganisation draft(UUID id, ChangeReorganisation content, Instant now) {
        var reorganisation = new Reorganisation();
        reorganisation.id = id;
        reorganisation.status = ReorganisationStatus.DRAFT;
        reorganisation.createdAt = now;
        reorganisation.write(content, now);
        return reorganisation;
    }

    void change(ChangeReorganisation content, Instant now) {
        requireDraft();
        write(content, now);
    }

    private void write(ChangeReorganisation content, Instant now) {
        documentNumber = content.document().number();
        documentIssuedBy = content.document().issuedBy();
        documentSignedOn = content.document().signedOn();
        effectiveOn = content.effectiveOn();
        operations = OperationsJson.write(content.operations());
        remark = content.remark();
        updatedAt = now;
    }

    void enact(Instant now) {
        requireDraft();
        status = ReorganisationStatus.ENACTED;
        enactedAt = now;
        updatedAt = now;
    }

    /** @throws Conflict 409 {@code reorganisation-enacted} */
    void requireDraft() {
        if (status != ReorganisationStatus.DRAFT) {
            throw new Conflict("reorganisation-enacted", documentNumber);
        }
    }

    UUID id() {
        return id;
    }

    ReorganisationStatus status() {
        return status;
    }

    long version() {
        return version;
    }

    LocalDate effectiveOn() {
        return effectiveOn;
    }

    LegalDocument document() {
        return new LegalDocument(documentNumber, documentIssuedBy, documentSignedOn);
    }

    List<Operation> operations() {
        return OperationsJson.read(operations);
    }

    ChangeReorganisation content() {
        return new ChangeReorganisation(document(), effectiveOn, operations(), remark);
    }

    ReorganisationState state() {
        var all = operations();
        return new ReorganisationState(
                id,
                documentNumber,
                documentIssuedBy,
                effectiveOn,
                status.name(),
                all.stream().flatMap(operation -> operation.ending().stream()).toList(),
                all.stream()
                        .flatMap(operation -> operation.beginning().stream())
                        .toList());
    }

    ReorganisationView view() {
        return new ReorganisationView(
                id, status, document(), effectiveOn, operations(), remark, enactedAt, version, createdAt, updatedAt);
    }
}
