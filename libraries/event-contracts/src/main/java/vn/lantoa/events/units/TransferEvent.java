package vn.lantoa.events.units;

import vn.lantoa.events.DomainEvent;

/** What happens to a transfer. */
public sealed interface TransferEvent extends DomainEvent
        permits TransferProposed, TransferAccepted, TransferDeclined, TransferWithdrawn {
    @Override
    TransferState state();
}
