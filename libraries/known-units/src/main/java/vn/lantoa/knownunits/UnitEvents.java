package vn.lantoa.knownunits;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import vn.lantoa.events.Topic;
import vn.lantoa.outbox.EventHandler;
import vn.lantoa.outbox.ReceivedEvent;

/**
 * Keeps the replica of units. Each event brings the whole unit; a batch is written at once, and the closure follows for the
 * subtrees whose placement or existence changed, and so do the heirs of units that ended.
 */
@ApplicationScoped
class UnitEvents implements EventHandler {
    private static final String UNIT = "vn.lantoa.units.unit.";
    private static final String LINE = "vn.lantoa.units.line.";
    private static final String LAPSED = UNIT + "lapsed.v1";

    private final DataSource dataSource;
    private final KnownUnitsConfig config;
    private final UnitTables tables = new UnitTables();
    private final Closure closure = new Closure("known_unit_placement", "known_unit_closure", "known_unit");
    private final ConfidentialLines lines = new ConfidentialLines(closure);
    private final Heirs heirs = new Heirs();
    private final LatestStates latest = new LatestStates();
    private final WorkPassesOn passingOn;

    UnitEvents(DataSource dataSource, KnownUnitsConfig config, WorkPassesOn passingOn) {
        this.dataSource = dataSource;
        this.config = config;
        this.passingOn = passingOn;
    }

    @Override
    public String name() {
        return "known-units";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.UNIT);
    }

    @Override
    public boolean active() {
        return config.enabled();
    }

    @Override
    public void apply(ReceivedEvent event) {
        if (event.type().startsWith(LINE)) {
            put(event);
        }
        if (!event.type().startsWith(UNIT)) {
            return;
        }
        if (event.type().equals(LAPSED)) {
            passingOn.lapsed(event);
        }
        latest.add(event);
    }

    @Override
    public void batchApplied() {
        try (var connection = dataSource.getConnection()) {
            var related = new TreeSet<UUID>();
            for (var batch : latest.take()) {
                var moved = tables.put(connection, batch.events(), batch.announcements());
                moved.forEach((line, units) -> closure.recompute(connection, line, units));
                lines.mark(
                        connection,
                        moved.values().stream().flatMap(Set::stream).distinct().toList());
                batch.events().stream()
                        .filter(UnitEvents::hasRelatives)
                        .map(ReceivedEvent::subject)
                        .forEach(related::add);
            }
            if (!related.isEmpty()) {
                heirs.recompute(connection, related);
                passingOn.settle();
            }
        } catch (SQLException e) {
            throw new ReplicaException("cannot put units", e);
        }
    }

    private void put(ReceivedEvent line) {
        try (var connection = dataSource.getConnection()) {
            lines.put(connection, line);
        } catch (SQLException e) {
            throw new ReplicaException("cannot put a line", e);
        }
    }

    private static boolean hasRelatives(ReceivedEvent event) {
        return event.state().hasNonNull("validTo")
                || !event.state().path("predecessors").isEmpty()
                || !event.state().path("successors").isEmpty();
    }
}
