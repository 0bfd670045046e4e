package vn.lantoa.events.recognition;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.DomainEvent;

/** The life of an award. */
public sealed interface AwardEvent extends DomainEvent permits AwardGranted {
    @Override
    AwardState state();

    @Override
    default @Nullable UUID scopeUnit() {
        return state().unit();
    }
}
