package vn.lantoa.events.campaigns;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.DomainEvent;

/** What a unit answers to a campaign. */
public sealed interface ResponseEvent extends DomainEvent permits CampaignResponded {
    @Override
    ResponseState state();

    @Override
    default @Nullable UUID scopeUnit() {
        return state().unit();
    }
}
