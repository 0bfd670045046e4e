package vn.lantoa.events.units;

import vn.lantoa.events.DomainEvent;

/** What happens to a post. */
public sealed interface PostEvent extends DomainEvent permits PostAssigned, PostEnded {
    @Override
    PostState state();
}
