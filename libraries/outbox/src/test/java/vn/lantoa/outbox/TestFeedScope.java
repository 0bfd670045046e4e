package vn.lantoa.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import vn.lantoa.sql.Query;

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
    public Query units() {
        return Query.of("SELECT unnest(?::uuid[]) AS id", (Object) units.toArray(UUID[]::new));
    }
}
