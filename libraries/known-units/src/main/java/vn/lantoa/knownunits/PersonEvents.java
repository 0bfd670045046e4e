package vn.lantoa.knownunits;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;
import vn.lantoa.events.Topic;
import vn.lantoa.outbox.EventHandler;
import vn.lantoa.outbox.ReceivedEvent;

/** Keeps the replica of persons: a name to show, nothing else. */
@ApplicationScoped
class PersonEvents implements EventHandler {
    private static final String PERSON = "vn.lantoa.units.person.";
    private static final String PUT = """
            INSERT INTO known_person AS known (id, display_name, merged_into, aggregate_version)
            SELECT ?, s."displayName", s."mergedInto", ?
            FROM jsonb_to_record(?::jsonb) AS s ("displayName" text, "mergedInto" uuid)
            ON CONFLICT ON CONSTRAINT known_person_pk DO UPDATE
            SET display_name = EXCLUDED.display_name, merged_into = EXCLUDED.merged_into,
                aggregate_version = EXCLUDED.aggregate_version
            WHERE known.aggregate_version %s EXCLUDED.aggregate_version
            """;
    private static final String PUT_NEWER = PUT.formatted("<");
    private static final String PUT_NOT_OLDER = PUT.formatted("<=");

    private final DataSource dataSource;
    private final KnownUnitsConfig config;

    PersonEvents(DataSource dataSource, KnownUnitsConfig config) {
        this.dataSource = dataSource;
        this.config = config;
    }

    @Override
    public String name() {
        return "known-persons";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.PERSON);
    }

    @Override
    public boolean active() {
        return config.enabled();
    }

    @Override
    public void apply(ReceivedEvent event) {
        if (!event.type().startsWith(PERSON)) {
            return;
        }
        try (var connection = dataSource.getConnection();
                var put = connection.prepareStatement(event.announcement() ? PUT_NOT_OLDER : PUT_NEWER)) {
            put.setObject(1, event.subject());
            put.setLong(2, event.aggregateVersion());
            put.setString(3, event.state().toString());
            put.executeUpdate();
        } catch (SQLException e) {
            throw new ReplicaException("cannot put person " + event.subject(), e);
        }
    }
}
