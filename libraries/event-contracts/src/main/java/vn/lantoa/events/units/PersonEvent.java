package vn.lantoa.events.units;

import vn.lantoa.events.DomainEvent;

/** What happens to a person record. */
public sealed interface PersonEvent extends DomainEvent
        permits PersonRegistered, PersonCorrected, PersonMerged, PersonUnmerged, PersonErased {
    @Override
    PersonState state();
}
