package vn.lantoa.campaigns.reorganisation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import vn.lantoa.events.Topic;
import vn.lantoa.events.units.ReorganisationState;
import vn.lantoa.outbox.EventHandler;
import vn.lantoa.outbox.ReceivedEvent;

/** Keeps the replica of reorganisations: the newest state wins. On its day, what units left open is written down. */
@ApplicationScoped
class ReorganisationEvents implements EventHandler {
    private static final String PUT = """
            INSERT INTO known_reorganisation
                (id, aggregate_version, document_number, issued_by, effective_on, status, ending, beginning,
                 changing, part)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?10, ?11)
            ON CONFLICT (id, part) DO UPDATE SET
                aggregate_version = excluded.aggregate_version, document_number = excluded.document_number,
                issued_by = excluded.issued_by, effective_on = excluded.effective_on, status = excluded.status,
                ending = excluded.ending, beginning = excluded.beginning, changing = excluded.changing
            WHERE excluded.aggregate_version > known_reorganisation.aggregate_version
               OR (?9 AND excluded.aggregate_version = known_reorganisation.aggregate_version)""";

    private final EntityManager entities;
    private final ObjectMapper mapper;
    private final WorkPassesOn passingOn;

    ReorganisationEvents(EntityManager entities, ObjectMapper mapper, WorkPassesOn passingOn) {
        this.passingOn = passingOn;
        this.entities = entities;
        this.mapper = mapper;
    }

    @Override
    public String name() {
        return "reorganisations";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.REORGANISATION);
    }

    @Override
    public void apply(ReceivedEvent event) {
        var state = stateOf(event);
        entities.createNativeQuery(PUT)
                .setParameter(1, state.id())
                .setParameter(2, event.aggregateVersion())
                .setParameter(3, state.documentNumber())
                .setParameter(4, state.issuedBy())
                .setParameter(5, state.effectiveOn())
                .setParameter(6, state.status())
                .setParameter(7, state.ending().toArray(UUID[]::new))
                .setParameter(8, state.beginning().toArray(UUID[]::new))
                .setParameter(9, event.announcement())
                .setParameter(10, changing(state))
                .setParameter(11, state.part())
                .executeUpdate();
        if (event.type().equals(WorkPassesOn.TOOK_EFFECT)) {
            passingOn.tookEffect(state);
        }
    }

    /** Events of the time before it was told say nothing of it. */
    private static UUID[] changing(ReorganisationState state) {
        return Stream.ofNullable(state.changing()).flatMap(List::stream).toArray(UUID[]::new);
    }

    private ReorganisationState stateOf(ReceivedEvent event) {
        try {
            return mapper.treeToValue(event.state(), ReorganisationState.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalArgumentException("not the state of a reorganisation: " + event.id(), unreadable);
        }
    }
}
