package vn.lantoa.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;

/** The handlers of this service. */
@ApplicationScoped
class Handlers {
    private final List<EventHandler> all;

    @Inject
    Handlers(Instance<EventHandler> beans) {
        this(beans.stream().toList());
    }

    Handlers(List<EventHandler> all) {
        this.all = all;
        if (all.stream().map(EventHandler::name).distinct().count() != all.size()) {
            throw new IllegalStateException("Two event handlers share a name");
        }
    }

    List<EventHandler> active() {
        return all.stream().filter(EventHandler::active).toList();
    }

    EventHandler named(String name) {
        return all.stream()
                .filter(handler -> handler.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No handler named " + name));
    }
}
