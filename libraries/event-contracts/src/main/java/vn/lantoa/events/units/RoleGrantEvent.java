package vn.lantoa.events.units;

import vn.lantoa.events.DomainEvent;

/** What happens to a grant. */
public sealed interface RoleGrantEvent extends DomainEvent permits RoleGranted, RoleGrantEnded {
    @Override
    RoleGrantState state();
}
