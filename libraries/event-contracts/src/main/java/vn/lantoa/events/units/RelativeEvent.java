package vn.lantoa.events.units;

import vn.lantoa.events.DomainEvent;

/** What happens to the declaration of a relative. */
public sealed interface RelativeEvent extends DomainEvent permits RelativeDeclared, RelativeEnded, RelativeErased {
    @Override
    RelativeState state();
}
