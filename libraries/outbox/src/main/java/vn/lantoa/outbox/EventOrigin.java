package vn.lantoa.outbox;

import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.rest.RequestInfo;

/** What made an event happen: the event being handled, or the request being answered. */
@ApplicationScoped
class EventOrigin {
    /** The event that a handler is applying. */
    private static final ScopedValue<Handled> HANDLED_EVENT = ScopedValue.newInstance();

    private record Handled(UUID id, @Nullable String traceparent) {}

    private final Instance<RequestInfo> request;

    EventOrigin(Instance<RequestInfo> request) {
        this.request = request;
    }

    /** What happens meanwhile follows from the event. */
    static void handling(UUID event, @Nullable String traceparent, Runnable work) {
        ScopedValue.where(HANDLED_EVENT, new Handled(event, traceparent)).run(work);
    }

    @Nullable
    UUID causation() {
        if (HANDLED_EVENT.isBound()) {
            return HANDLED_EVENT.get().id();
        }
        return inRequest() ? request.get().requestId() : null;
    }

    @Nullable
    String traceparent() {
        if (HANDLED_EVENT.isBound()) {
            return HANDLED_EVENT.get().traceparent();
        }
        return inRequest() ? request.get().traceparent() : null;
    }

    private boolean inRequest() {
        var container = Arc.container();
        return container != null && container.requestContext().isActive();
    }
}
