package vn.lantoa.events.recognition;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.DomainEvent;

/** The life of a decision. */
public sealed interface DecisionEvent extends DomainEvent permits DecisionDrafted, DecisionSigned {
    @Override
    DecisionState state();

    @Override
    default @Nullable UUID scopeUnit() {
        return state().issuer();
    }
}
