package vn.lantoa.events.units;

import vn.lantoa.events.DomainEvent;

/** What happens to an account. */
public sealed interface AccountEvent extends DomainEvent permits AccountLinked, AccountUnlinked {
    @Override
    AccountState state();
}
