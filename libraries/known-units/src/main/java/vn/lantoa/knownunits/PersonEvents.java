package vn.lantoa.knownunits;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;
import vn.lantoa.access.MergedPersons;
import vn.lantoa.events.Topic;
import vn.lantoa.outbox.EventHandler;
import vn.lantoa.outbox.ReceivedEvent;

/**
 * Keeps the replica of persons: a name to show, and which record stands for a merged one. Whose grants count for whom
 * follows from it.
 */
@ApplicationScoped
class PersonEvents implements EventHandler {
    private static final String PERSON = "vn.lantoa.units.person.";
    private static final String ERASED = PERSON + "erased.";
    private static final String PUT = """
            INSERT INTO known_person AS known (id, display_name, merged_into, aggregate_version)
            SELECT t.person, s."displayName", s."mergedInto", t.version
            FROM unnest(?::uuid[], ?::text[], ?::bigint[]) AS t (person, state, version),
                 jsonb_to_record(t.state::jsonb) AS s ("displayName" text, "mergedInto" uuid)
            ORDER BY t.person
            ON CONFLICT ON CONSTRAINT known_person_pk DO UPDATE
            SET display_name = EXCLUDED.display_name, merged_into = EXCLUDED.merged_into,
                aggregate_version = EXCLUDED.aggregate_version
            WHERE known.aggregate_version %s EXCLUDED.aggregate_version
            """;
    private static final String PUT_NEWER = PUT.formatted("<");
    private static final String PUT_NOT_OLDER = PUT.formatted("<=");

    private final DataSource dataSource;
    private final KnownUnitsConfig config;
    private final LatestStates latest = new LatestStates();
    private final MergedPersons merged;

    PersonEvents(DataSource dataSource, KnownUnitsConfig config, MergedPersons merged) {
        this.dataSource = dataSource;
        this.config = config;
        this.merged = merged;
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
        if (event.type().startsWith(ERASED)) {
            // at once: a later event of the same batch would take its place among the latest
            merged.erased(event);
        }
        latest.add(event);
    }

    @Override
    public void batchApplied() {
        for (var batch : latest.take()) {
            put(batch);
        }
    }

    private void put(LatestStates.Batch batch) {
        var events = batch.events();
        try (var connection = dataSource.getConnection();
                var put = connection.prepareStatement(batch.announcements() ? PUT_NOT_OLDER : PUT_NEWER)) {
            var persons = events.stream().map(ReceivedEvent::subject).toArray();
            var states = events.stream().map(event -> event.state().toString()).toArray();
            var versions = events.stream().map(ReceivedEvent::aggregateVersion).toArray();
            put.setArray(1, connection.createArrayOf("uuid", persons));
            put.setArray(2, connection.createArrayOf("text", states));
            put.setArray(3, connection.createArrayOf("bigint", versions));
            put.executeUpdate();
        } catch (SQLException e) {
            throw new ReplicaException("cannot put persons", e);
        }
        events.forEach(merged::hear);
    }
}
