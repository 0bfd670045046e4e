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
 * a whole, for a day in the past or the future. A draft can be dropped; what is enacted can be annulled until its day has come,
 * and is corrected by a further document after it.
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
    private @Nullable Instant annulledAt;
    private @Nullable String annulmentDocument;
    private @Nullable String annulmentReason;

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

    void annul(AnnulReorganisation command, LocalDate today, Instant now) {
        requireToCome(today);
        status = ReorganisationStatus.ANNULLED;
        annulledAt = now;
        annulmentDocument = command.document();
        annulmentReason = command.reason();
        updatedAt = now;
    }

    /** @throws Conflict 409 {@code reorganisation-enacted} or {@code reorganisation-annulled} */
    void requireDraft() {
        refuseAnnulled();
        if (status == ReorganisationStatus.ENACTED) {
            throw new Conflict("reorganisation-enacted", documentNumber);
        }
    }

    /**
     * @throws Conflict 409 {@code reorganisation-not-enacted}, {@code reorganisation-annulled}, or
     *     {@code reorganisation-in-force} once its day has come
     */
    void requireToCome(LocalDate today) {
        refuseAnnulled();
        if (status == ReorganisationStatus.DRAFT) {
            throw new Conflict("reorganisation-not-enacted", documentNumber);
        }
        if (!effectiveOn.isAfter(today)) {
            throw new Conflict("reorganisation-in-force", documentNumber, effectiveOn);
        }
    }

    private void refuseAnnulled() {
        if (status == ReorganisationStatus.ANNULLED) {
            throw new Conflict("reorganisation-annulled", documentNumber);
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
                        .map(NewUnit::requireId)
                        .toList(),
                all.stream()
                        .flatMap(operation -> operation.changing().stream())
                        .distinct()
                        .toList(),
                0);
    }

    ReorganisationView view() {
        return view(operations());
    }

    /** For those who may not draft: which units, but not which persons. */
    ReorganisationView viewWithoutNames() {
        return view(operations().stream().map(Operation::withoutNames).toList());
    }

    private ReorganisationView view(List<Operation> operations) {
        return new ReorganisationView(
                id,
                status,
                document(),
                effectiveOn,
                operations,
                remark,
                enactedAt,
                annulledAt,
                annulmentDocument,
                annulmentReason,
                version,
                createdAt,
                updatedAt);
    }
}
