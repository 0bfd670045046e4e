package vn.lantoa.events.units;

import vn.lantoa.events.DomainEvent;

/** What happens to a reorganisation. */
public sealed interface ReorganisationEvent extends DomainEvent
        permits ReorganisationDrafted, ReorganisationEnacted, ReorganisationTookEffect, ReorganisationAnnulled {
    @Override
    ReorganisationState state();
}
