package vn.lantoa.recognition.impact;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import vn.lantoa.events.Topic;
import vn.lantoa.events.units.ReorganisationState;
import vn.lantoa.outbox.EventHandler;
import vn.lantoa.outbox.ReceivedEvent;
import vn.lantoa.sql.Query;

/** Keeps the replica of reorganisations: the newest state wins. On its day, what units left open is written down. */
@ApplicationScoped
class ReorganisationEvents implements EventHandler {
    private final DataSource database;
    private final ObjectMapper mapper;
    private final WorkPassesOn passingOn;

    ReorganisationEvents(DataSource database, ObjectMapper mapper, WorkPassesOn passingOn) {
        this.passingOn = passingOn;
        this.database = database;
        this.mapper = mapper.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
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
        if (!event.type().startsWith("vn.lantoa.units.reorganisation.")) {
            return;
        }
        var state = state(event);
        Query.of(
                        """
                        INSERT INTO known_reorganisation AS known (id, aggregate_version, document_number, issued_by,
                            effective_on, status, ending, beginning, changing, part)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (id, part) DO UPDATE SET aggregate_version = excluded.aggregate_version,
                            document_number = excluded.document_number, issued_by = excluded.issued_by,
                            effective_on = excluded.effective_on, status = excluded.status,
                            ending = excluded.ending, beginning = excluded.beginning,
                            changing = excluded.changing
                        WHERE known.aggregate_version < excluded.aggregate_version
                           OR (known.aggregate_version = excluded.aggregate_version AND ?)""",
                        state.id(),
                        event.aggregateVersion(),
                        state.documentNumber(),
                        state.issuedBy(),
                        state.effectiveOn(),
                        state.status(),
                        state.ending().toArray(UUID[]::new),
                        state.beginning().toArray(UUID[]::new),
                        changing(state),
                        state.part(),
                        event.announcement())
                .change(database);
        if (event.type().equals(WorkPassesOn.TOOK_EFFECT)) {
            passingOn.tookEffect(state);
        }
    }

    /** Events of the time before it was told say nothing of it. */
    private static UUID[] changing(ReorganisationState state) {
        return Stream.ofNullable(state.changing()).flatMap(List::stream).toArray(UUID[]::new);
    }

    private ReorganisationState state(ReceivedEvent event) {
        try {
            return mapper.treeToValue(event.state(), ReorganisationState.class);
        } catch (JsonProcessingException poison) {
            throw new IllegalArgumentException(poison);
        }
    }
}
