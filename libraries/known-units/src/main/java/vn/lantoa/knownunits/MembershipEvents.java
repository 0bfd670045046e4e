package vn.lantoa.knownunits;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import vn.lantoa.events.Topic;
import vn.lantoa.outbox.EventHandler;
import vn.lantoa.outbox.ReceivedEvent;
import vn.lantoa.sql.Query;

/** Keeps the replica of memberships; a batch is written at once. */
@ApplicationScoped
class MembershipEvents implements EventHandler {
    private static final String MEMBERSHIP = "vn.lantoa.units.membership.";
    private static final String ANNULLED = MEMBERSHIP + "annulled.";
    private static final String PUT = """
            INSERT INTO known_membership AS known
                (id, person, unit, line, kind, valid_from, valid_to, annulled, aggregate_version)
            SELECT t.id, s.person, s.unit, s.line, s.kind, s."validFrom", s."validTo", t.annulled, t.version
            FROM unnest(?::uuid[], ?::text[], ?::boolean[], ?::bigint[]) AS t (id, state, annulled, version),
                 jsonb_to_record(t.state::jsonb)
                     AS s (person uuid, unit uuid, line text, kind text, "validFrom" date, "validTo" date)
            ORDER BY t.id
            ON CONFLICT ON CONSTRAINT known_membership_pk DO UPDATE
            SET person = EXCLUDED.person, unit = EXCLUDED.unit, line = EXCLUDED.line, kind = EXCLUDED.kind,
                valid_from = EXCLUDED.valid_from, valid_to = EXCLUDED.valid_to, annulled = EXCLUDED.annulled,
                aggregate_version = EXCLUDED.aggregate_version
            WHERE known.aggregate_version %s EXCLUDED.aggregate_version
            """;
    private static final String PUT_NEWER = PUT.formatted("<");
    private static final String PUT_NOT_OLDER = PUT.formatted("<=");

    private final DataSource dataSource;
    private final KnownUnitsConfig config;
    private final LatestStates latest = new LatestStates();

    MembershipEvents(DataSource dataSource, KnownUnitsConfig config) {
        this.dataSource = dataSource;
        this.config = config;
    }

    @Override
    public String name() {
        return "known-memberships";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.MEMBERSHIP);
    }

    @Override
    public boolean active() {
        return config.enabled();
    }

    @Override
    public void apply(ReceivedEvent event) {
        if (!event.type().startsWith(MEMBERSHIP)) {
            return;
        }
        latest.add(event);
    }

    @Override
    public void batchApplied() {
        latest.take().forEach(this::put);
    }

    private void put(LatestStates.Batch batch) {
        var events = batch.events();
        Query.of(
                        batch.announcements() ? PUT_NOT_OLDER : PUT_NEWER,
                        events.stream().map(ReceivedEvent::subject).toArray(UUID[]::new),
                        events.stream().map(event -> event.state().toString()).toArray(String[]::new),
                        events.stream()
                                .map(event -> event.type().startsWith(ANNULLED))
                                .toArray(Boolean[]::new),
                        events.stream().map(ReceivedEvent::aggregateVersion).toArray(Long[]::new))
                .change(dataSource);
    }
}
