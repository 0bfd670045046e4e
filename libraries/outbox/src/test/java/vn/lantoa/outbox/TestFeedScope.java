package vn.lantoa.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** What the caller of a test may see. */
@ApplicationScoped
class TestFeedScope implements FeedScope {
    private final Set<UUID> units = ConcurrentHashMap.newKeySet();

    void cover(UUID unit) {
        units.add(unit);
    }

    @Override
    public boolean everywhere() {
        return false;
    }

    @Override
    public Set<UUID> covered(Set<UUID> asked) {
        return asked.stream().filter(units::contains).collect(Collectors.toSet());
    }
}
