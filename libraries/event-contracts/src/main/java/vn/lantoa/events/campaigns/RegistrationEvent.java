package vn.lantoa.events.campaigns;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.DomainEvent;

/** The life of a registration. */
public sealed interface RegistrationEvent extends DomainEvent
        permits RegistrationDrafted,
                RegistrationSubmitted,
                RegistrationReturned,
                RegistrationConfirmed,
                RegistrationReviewed {
    @Override
    RegistrationState state();

    @Override
    default @Nullable UUID scopeUnit() {
        return state().unit();
    }
}
