package vn.lantoa.events.units;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.DomainEvent;

/** What happens to a membership on a line that anybody with rights over the unit may know. */
public sealed interface MembershipEvent extends DomainEvent
        permits MembershipStarted, MembershipEnded, MembershipCorrected, MembershipAnnulled {
    @Override
    MembershipState state();

    @Override
    default @Nullable UUID scopeUnit() {
        return state().unit();
    }
}
