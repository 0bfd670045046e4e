package vn.lantoa.knownunits;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.lantoa.outbox.ReceivedEvent;

/**
 * The states that a batch brings, the latest of each aggregate. It belongs to the thread of the batch's transaction; should
 * that roll back before they are taken, they are told again, and writing one twice changes nothing.
 */
final class LatestStates {
    private final ThreadLocal<Map<UUID, ReceivedEvent>> states = ThreadLocal.withInitial(LinkedHashMap::new);

    /** Events that are written alike: announcements also over the very version that they repeat. */
    record Batch(boolean announcements, Collection<ReceivedEvent> events) {}

    void add(ReceivedEvent event) {
        states.get().merge(event.subject(), event, LatestStates::later);
    }

    List<Batch> take() {
        var news = new ArrayList<ReceivedEvent>();
        var announcements = new ArrayList<ReceivedEvent>();
        states.get().values().forEach(event -> (event.announcement() ? announcements : news).add(event));
        states.remove();
        var batches = new ArrayList<Batch>();
        if (!news.isEmpty()) {
            batches.add(new Batch(false, news));
        }
        if (!announcements.isEmpty()) {
            batches.add(new Batch(true, announcements));
        }
        return batches;
    }

    private static ReceivedEvent later(ReceivedEvent known, ReceivedEvent told) {
        return told.aggregateVersion() > known.aggregateVersion()
                        || (told.announcement() && told.aggregateVersion() == known.aggregateVersion())
                ? told
                : known;
    }
}
