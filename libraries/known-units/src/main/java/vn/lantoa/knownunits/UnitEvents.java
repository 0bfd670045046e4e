package vn.lantoa.knownunits;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import vn.lantoa.events.Topic;
import vn.lantoa.outbox.EventHandler;
import vn.lantoa.outbox.ReceivedEvent;

/**
 * Keeps the replica of units. Each event brings the whole unit; the closure follows once per batch, for the subtrees whose
 * placement or existence changed. What it remembers between {@link #apply} and {@link #batchApplied} belongs to the thread
 * of the batch's transaction; should that roll back, a leftover costs one needless recomputation and nothing else.
 */
@ApplicationScoped
class UnitEvents implements EventHandler {
    private static final String UNIT = "vn.lantoa.units.unit.";

    private final DataSource dataSource;
    private final KnownUnitsConfig config;
    private final UnitTables tables = new UnitTables();
    private final Closure closure = new Closure("known_unit_placement", "known_unit_closure", "known_unit");
    private final ThreadLocal<Map<String, Set<UUID>>> moved = ThreadLocal.withInitial(TreeMap::new);

    UnitEvents(DataSource dataSource, KnownUnitsConfig config) {
        this.dataSource = dataSource;
        this.config = config;
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
        if (!event.type().startsWith(UNIT)) {
            return;
        }
        try (var connection = dataSource.getConnection()) {
            for (String line : tables.put(connection, event)) {
                moved.get().computeIfAbsent(line, l -> new TreeSet<>()).add(event.subject());
            }
        } catch (SQLException e) {
            throw new ReplicaException("cannot put unit " + event.subject(), e);
        }
    }

    @Override
    public void batchApplied() {
        Map<String, Set<UUID>> affected = moved.get();
        moved.remove();
        if (affected.isEmpty()) {
            return;
        }
        try (var connection = dataSource.getConnection()) {
            affected.forEach((line, units) -> closure.recompute(connection, line, units));
        } catch (SQLException e) {
            throw new ReplicaException("cannot recompute the closure", e);
        }
    }
}
