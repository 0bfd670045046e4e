package vn.lantoa.access;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.UUID;
import vn.lantoa.audit.Actor;

/** The caller, as the audit wants to know it. */
@RequestScoped
class CallerActor implements Actor {
    private final CurrentCaller caller;

    CallerActor(CurrentCaller caller) {
        this.caller = caller;
    }

    @Override
    public String account() {
        return caller.account();
    }

    @Override
    public Optional<UUID> person() {
        return caller.viewer().or(caller::named);
    }

    @Override
    public Optional<UUID> actingFor() {
        return caller.viewer().isPresent() ? Optional.empty() : caller.actingFor();
    }
}
