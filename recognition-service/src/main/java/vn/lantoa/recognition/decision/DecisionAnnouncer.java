package vn.lantoa.recognition.decision;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import vn.lantoa.events.Act;
import vn.lantoa.events.DomainEvent;
import vn.lantoa.events.recognition.DecisionDrafted;
import vn.lantoa.events.recognition.DecisionSigned;
import vn.lantoa.outbox.Announcer;

/** Tells again what a decision is about and whether it is signed. */
@ApplicationScoped
class DecisionAnnouncer implements Announcer {
    private final Decisions decisions;
    private final DecisionReads reads;

    DecisionAnnouncer(Decisions decisions, DecisionReads reads) {
        this.decisions = decisions;
        this.reads = reads;
    }

    @Override
    public String kind() {
        return "decision";
    }

    @Override
    public String table() {
        return "decision";
    }

    @Override
    public Optional<DomainEvent> current(UUID id, Act announcing) {
        return decisions.findByIdOptional(id).map(decision -> {
            var state = decision.state(reads.nominations(id));
            return switch (decision.status()) {
                case DRAFT -> new DecisionDrafted(id, announcing, state);
                case SIGNED -> new DecisionSigned(id, announcing, state);
            };
        });
    }
}
