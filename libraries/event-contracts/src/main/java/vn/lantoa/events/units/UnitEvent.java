package vn.lantoa.events.units;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.DomainEvent;

/** What happens to a unit. */
public sealed interface UnitEvent extends DomainEvent
        permits UnitRegistered,
                UnitCorrected,
                UnitEstablished,
                UnitEnded,
                UnitReplaced,
                UnitChanged,
                UnitAnnulled,
                UnitRestored,
                UnitBegan,
                UnitLapsed {
    @Override
    UnitState state();

    @Override
    default @Nullable UUID scopeUnit() {
        return state().id();
    }
}
