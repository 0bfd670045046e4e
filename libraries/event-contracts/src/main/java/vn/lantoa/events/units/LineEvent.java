package vn.lantoa.events.units;

import vn.lantoa.events.DomainEvent;

/** What happens to a hierarchy. */
public sealed interface LineEvent extends DomainEvent permits LineDefined {
    @Override
    LineState state();
}
