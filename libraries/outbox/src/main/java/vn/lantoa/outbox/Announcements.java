package vn.lantoa.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.Act;
import vn.lantoa.problems.FieldError;
import vn.lantoa.problems.Invalid;
import vn.lantoa.problems.NotFound;

/**
 * Says again what aggregates are, so that replicas can be made anew. Each one in a transaction of its own: it holds up
 * changes of that one aggregate for a moment, and never waits while it holds another.
 */
@ApplicationScoped
class Announcements {
    private static final Logger LOG = Logger.getLogger(Announcements.class);
    private static final UUID BEFORE_EVERY_ID = new UUID(0, 0);

    private final Instance<Announcer> announcers;
    private final Outbox outbox;
    private final Transactions transactions;
    private final DataSource dataSource;
    private final Clock clock;

    Announcements(
            Instance<Announcer> announcers,
            Outbox outbox,
            Transactions transactions,
            DataSource dataSource,
            Clock clock) {
        this.announcers = announcers;
        this.outbox = outbox;
        this.transactions = transactions;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /** @throws NotFound 404 {@code nothing-to-announce} when there is none of that id */
    AnnouncementView one(String kind, UUID id) {
        if (!announce(of(kind), id)) {
            throw new NotFound("nothing-to-announce", kind, id);
        }
        LOG.infof("Announced again: %s %s", kind, id);
        return new AnnouncementView(kind, 1, null);
    }

    AnnouncementView next(String kind, @Nullable UUID after, int limit) {
        var announcer = of(kind);
        var ids = idsAfter(announcer.table(), after == null ? BEFORE_EVERY_ID : after, limit + 1);
        var now = ids.size() > limit ? ids.subList(0, limit) : ids;
        int announced = 0;
        for (UUID id : now) {
            if (announce(announcer, id)) {
                announced++;
            }
        }
        LOG.infof("Announced again: %d of kind %s", announced, kind);
        return new AnnouncementView(kind, announced, now.size() < ids.size() ? now.getLast() : null);
    }

    private Announcer of(String kind) {
        return announcers.stream()
                .filter(announcer -> announcer.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new Invalid(
                        "unknown-announcement-kind", FieldError.at("/kind", "unknown-value", knownKinds())));
    }

    private String knownKinds() {
        return String.join(
                ", ", announcers.stream().map(Announcer::kind).sorted().toList());
    }

    private boolean announce(Announcer announcer, UUID id) {
        var found = new AtomicBoolean();
        transactions.runApart(() -> {
            outbox.hold(id);
            announcer
                    .current(id, new Act("announce", clock.instant(), null, null))
                    .ifPresent(event -> {
                        outbox.announce(event);
                        found.set(true);
                    });
        });
        return found.get();
    }

    private List<UUID> idsAfter(String table, UUID after, int limit) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT id FROM %s WHERE id > ? ORDER BY id LIMIT ?".formatted(table))) {
            statement.setObject(1, after);
            statement.setInt(2, limit);
            try (ResultSet result = statement.executeQuery()) {
                var ids = new ArrayList<UUID>();
                while (result.next()) {
                    ids.add(result.getObject(1, UUID.class));
                }
                return ids;
            }
        } catch (SQLException e) {
            throw new OutboxFailure(e);
        }
    }
}
