package vn.lantoa.recognition.registration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import javax.sql.DataSource;
import vn.lantoa.events.campaigns.RegistrationState;
import vn.lantoa.outbox.ReceivedEvent;
import vn.lantoa.sql.Query;

/** The replica of registrations: the newest state of each, nothing else. */
@ApplicationScoped
class KnownRegistrations {
    private final DataSource database;
    private final ObjectMapper mapper;

    KnownRegistrations(DataSource database, ObjectMapper mapper) {
        this.database = database;
        this.mapper = mapper.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /** Puts the state unless it is older than what is known. */
    void put(ReceivedEvent event) {
        var state = state(event);
        Query.of(
                        """
                        INSERT INTO known_registration AS known (id, aggregate_version, campaign, unit, person, year, status,
                            titles_aimed_at, outcome)
                        VALUES (?, ?, ?, ?, ?::uuid, ?, ?, ?, ?)
                        ON CONFLICT (id) DO UPDATE SET aggregate_version = excluded.aggregate_version,
                            campaign = excluded.campaign, unit = excluded.unit, person = excluded.person,
                            year = excluded.year, status = excluded.status, titles_aimed_at = excluded.titles_aimed_at,
                            outcome = excluded.outcome
                        WHERE known.aggregate_version < excluded.aggregate_version
                           OR (known.aggregate_version = excluded.aggregate_version AND ?)""",
                        state.id(),
                        event.aggregateVersion(),
                        state.campaign(),
                        state.unit(),
                        state.person(),
                        state.year(),
                        state.status(),
                        state.titlesAimedAt().toArray(String[]::new),
                        state.outcome(),
                        event.announcement())
                .change(database);
    }

    private RegistrationState state(ReceivedEvent event) {
        try {
            return mapper.treeToValue(event.state(), RegistrationState.class);
        } catch (JsonProcessingException poison) {
            throw new IllegalArgumentException(poison);
        }
    }
}
