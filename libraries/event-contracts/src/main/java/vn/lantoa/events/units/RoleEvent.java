package vn.lantoa.events.units;

import vn.lantoa.events.DomainEvent;

/** What happens to a role. */
public sealed interface RoleEvent extends DomainEvent permits RoleDefined {
    @Override
    RoleState state();
}
