package vn.lantoa.knownunits;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import vn.lantoa.events.Topic;
import vn.lantoa.events.units.ReorganisationState;
import vn.lantoa.outbox.EventHandler;
import vn.lantoa.outbox.ReceivedEvent;
import vn.lantoa.sql.Query;

/** Keeps the replica of reorganisations: the newest state wins. On its day, what units left open is written down. */
@ApplicationScoped
class ReorganisationEvents implements EventHandler {
    private static final String REORGANISATION = "vn.lantoa.units.reorganisation.";
    private static final String TOOK_EFFECT = REORGANISATION + "took-effect.v1";
    private static final String PUT = """
            INSERT INTO known_reorganisation AS known (id, aggregate_version, document_number, issued_by,
                effective_on, status, ending, beginning, changing, part)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT ON CONSTRAINT known_reorganisation_pk DO UPDATE
            SET aggregate_version = excluded.aggregate_version, document_number = excluded.document_number,
                issued_by = excluded.issued_by, effective_on = excluded.effective_on, status = excluded.status,
                ending = excluded.ending, beginning = excluded.beginning, changing = excluded.changing
            WHERE known.aggregate_version < excluded.aggregate_version
               OR (known.aggregate_version = excluded.aggregate_version AND ?)
            """;

    private final DataSource database;
    private final KnownUnitsConfig config;
    private final WorkPassesOn passingOn;
    private final ObjectMapper mapper;

    ReorganisationEvents(DataSource database, KnownUnitsConfig config, WorkPassesOn passingOn, ObjectMapper mapper) {
        this.database = database;
        this.config = config;
        this.passingOn = passingOn;
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
    public boolean active() {
        return config.enabled();
    }

    @Override
    public void apply(ReceivedEvent event) {
        if (!event.type().startsWith(REORGANISATION)) {
            return;
        }
        var state = state(event);
        Query.of(
                        PUT,
                        state.id(),
                        event.aggregateVersion(),
                        state.documentNumber(),
                        state.issuedBy(),
                        state.effectiveOn(),
                        state.status(),
                        state.ending().toArray(UUID[]::new),
                        state.beginning().toArray(UUID[]::new),
                        state.changing().toArray(UUID[]::new),
                        state.part(),
                        event.announcement())
                .change(database);
        if (event.type().equals(TOOK_EFFECT)) {
            passingOn.tookEffect(event.subject(), state);
        }
    }

    @Override
    public void batchApplied() {
        passingOn.settle();
    }

    private ReorganisationState state(ReceivedEvent event) {
        try {
            return mapper.treeToValue(event.state(), ReorganisationState.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalArgumentException("not the state of a reorganisation: " + event.id(), unreadable);
        }
    }
}
