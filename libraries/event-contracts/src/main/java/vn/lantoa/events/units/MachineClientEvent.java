package vn.lantoa.events.units;

import vn.lantoa.events.DomainEvent;

/** What happens to a machine client. */
public sealed interface MachineClientEvent extends DomainEvent
        permits MachineClientRegistered, MachineClientChanged, MachineClientRevoked {
    @Override
    MachineClientState state();
}
