package vn.lantoa.recognition.decision;

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
import vn.lantoa.events.Act;
import vn.lantoa.events.recognition.DecisionDrafted;
import vn.lantoa.events.recognition.DecisionEvent;
import vn.lantoa.events.recognition.DecisionSigned;
import vn.lantoa.events.recognition.DecisionState;
import vn.lantoa.problems.Conflict;

/**
 * A body decides on nominations for one award. A decision is drafted and signed once, by somebody whose post had the
 * authority on the day of signature; from then on it stays as it is.
 */
@Entity
public class Decision {
    @Id
    private UUID id;

    private UUID issuer;
    private String issuerName;
    private String awardType;
    private @Nullable String content;

    @Enumerated(EnumType.STRING)
    private DecisionStatus status;

    private @Nullable String number;
    private @Nullable LocalDate signedOn;
    private @Nullable String place;
    private @Nullable UUID signer;
    private @Nullable String signerPost;
    private @Nullable UUID authority;
    private @Nullable String legalRef;
    private boolean sample;
    private UUID createdBy;
    private Instant createdAt;
    private Instant updatedAt;

    @Version
    private int version;

    protected Decision() {}

    static Decision draft(UUID id, DraftDecision command, String issuerName, UUID by, Instant now) {
        var decision = new Decision();
        decision.id = id;
        decision.issuer = command.issuer();
        decision.issuerName = issuerName;
        decision.awardType = command.awardType();
        decision.content = command.content();
        decision.status = DecisionStatus.DRAFT;
        decision.sample = Boolean.TRUE.equals(command.sample());
        decision.createdBy = by;
        decision.createdAt = now;
        decision.updatedAt = now;
        return decision;
    }

    DecisionEvent drafted(List<UUID> nominations) {
        return new DecisionDrafted(id, new Act("draft", createdAt, createdBy, null), state(nominations));
    }

    DecisionEvent sign(
            SignDecision command, Authority held, String issuerNameThen, List<UUID> nominations, Instant now) {
        mustBeDraft();
        status = DecisionStatus.SIGNED;
        number = command.number();
        signedOn = command.signedOn();
        place = command.place();
        signer = held.signer();
        signerPost = held.post();
        authority = held.rule();
        legalRef = held.legalRef();
        issuerName = issuerNameThen;
        updatedAt = now;
        return new DecisionSigned(id, new Act("sign", now, held.signer(), null), state(nominations));
    }

    void mustBeDraft() {
        if (status != DecisionStatus.DRAFT) {
            throw new Conflict("decision-signed", String.valueOf(number));
        }
    }

    DecisionState state(List<UUID> nominations) {
        return new DecisionState(id, number, issuer, status.name(), signedOn, nominations, sample);
    }

    DecisionView view(List<UUID> nominations, List<GrantedAward> awards) {
        return new DecisionView(
                id,
                version,
                issuer,
                issuerName,
                awardType,
                status,
                number,
                signedOn,
                place,
                signer,
                signerPost,
                legalRef,
                content,
                sample,
                sample ? "SAMPLE" : null,
                nominations,
                awards,
                createdAt,
                updatedAt);
    }

    UUID id() {
        return id;
    }

    UUID issuer() {
        return issuer;
    }

    String issuerName() {
        return issuerName;
    }

    String awardType() {
        return awardType;
    }

    DecisionStatus status() {
        return status;
    }

    boolean sample() {
        return sample;
    }

    int version() {
        return version;
    }
}
