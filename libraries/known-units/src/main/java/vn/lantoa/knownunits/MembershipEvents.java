package vn.lantoa.knownunits;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;
import vn.lantoa.events.Topic;
import vn.lantoa.outbox.EventHandler;
import vn.lantoa.outbox.ReceivedEvent;

/** Keeps the replica of memberships. */
@ApplicationScoped
class MembershipEvents implements EventHandler {
    private static final String MEMBERSHIP = "vn.lantoa.units.membership.";
    private static final String ANNULLED = MEMBERSHIP + "annulled.";
    private static final String PUT = """
            INSERT INTO known_membership AS known
                (id, person, unit, line, kind, valid_from, valid_to, annulled, aggregate_version)
            SELECT ?, s.person, s.unit, s.line, s.kind, s."validFrom", s."validTo", ?, ?
            FROM jsonb_to_record(?::jsonb)
                AS s (person uuid, unit uuid, line text, kind text, "validFrom" date, "validTo" date)
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
        try (var connection = dataSource.getConnection();
                var put = connection.prepareStatement(event.announcement() ? PUT_NOT_OLDER : PUT_NEWER)) {
            put.setObject(1, event.subject());
            put.setBoolean(2, event.type().startsWith(ANNULLED));
            put.setLong(3, event.aggregateVersion());
            put.setString(4, event.state().toString());
            put.executeUpdate();
        } catch (SQLException e) {
            throw new ReplicaException("cannot put membership " + event.subject(), e);
        }
    }
}
