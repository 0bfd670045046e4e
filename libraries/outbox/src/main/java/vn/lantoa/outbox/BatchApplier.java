package vn.lantoa.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Applies what was polled in one transaction together with the inbox: all of it and each event once, or nothing. */
@ApplicationScoped
class BatchApplier {
    private final Transactions transactions;
    private final Inbox inbox;
    private final DataSource dataSource;
    private final EventTraces traces;

    BatchApplier(Transactions transactions, Inbox inbox, DataSource dataSource, EventTraces traces) {
        this.transactions = transactions;
        this.inbox = inbox;
        this.dataSource = dataSource;
        this.traces = traces;
    }

    /** @return the events that were new */
    List<ReceivedEvent> apply(EventHandler handler, List<? extends Incoming> batch) throws Exception {
        return apply(handler, batch, () -> {});
    }

    /** With something more to do in the same transaction. */
    List<ReceivedEvent> apply(EventHandler handler, List<? extends Incoming> batch, Runnable more) throws Exception {
        var ids = new LinkedHashSet<UUID>();
        for (Incoming each : batch) {
            switch (each) {
                case Incoming.Event event -> ids.add(event.event().id());
                case Incoming.Undecodable broken -> throw broken.reason();
                case Incoming.Heartbeat ignored -> {}
                case Incoming.Tombstone ignored -> {}
            }
        }
        var applied = new LinkedHashMap<UUID, ReceivedEvent>();
        transactions.run(() -> {
            Set<UUID> fresh = ids.isEmpty() ? Set.of() : inbox.receive(handler.name(), ids);
            Instant heartbeat = applyEach(handler, batch, fresh, applied);
            if (!applied.isEmpty()) {
                handler.batchApplied();
            }
            if (heartbeat != null) {
                handler.heartbeat(heartbeat);
            }
            more.run();
            if (!applied.isEmpty() && batch.size() == 1) {
                checkDeferredConstraints();
            }
        });
        return List.copyOf(applied.values());
    }

    private @Nullable Instant applyEach(
            EventHandler handler, List<? extends Incoming> batch, Set<UUID> fresh, Map<UUID, ReceivedEvent> applied) {
        Instant heartbeat = null;
        for (Incoming each : batch) {
            if (each instanceof Incoming.Heartbeat beat) {
                heartbeat = beat.at();
            } else if (each instanceof Incoming.Event incoming
                    && fresh.contains(incoming.event().id())
                    && applied.putIfAbsent(incoming.event().id(), incoming.event()) == null) {
                traces.handling(handler.name(), incoming, () -> handler.apply(incoming.event()));
            }
        }
        return heartbeat;
    }

    /** So that a single event that breaks one is told from a database that is away. */
    private void checkDeferredConstraints() {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET CONSTRAINTS ALL IMMEDIATE");
        } catch (SQLException e) {
            throw new OutboxFailure(e);
        }
    }
}
