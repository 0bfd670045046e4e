package vn.lantoa.events.recognition;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.DomainEvent;

/** The life of a nomination. */
public sealed interface NominationEvent extends DomainEvent
        permits NominationDrafted,
                NominationSubmitted,
                NominationReceived,
                NominationReturned,
                NominationRejected,
                NominationAccepted,
                NominationWithdrawn,
                NominationVoted,
                NominationDecided {
    @Override
    NominationState state();

    @Override
    default @Nullable UUID scopeUnit() {
        return state().proposingUnit();
    }
}
