package vn.lantoa.workingdays;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import javax.sql.DataSource;
import vn.lantoa.events.Topic;
import vn.lantoa.outbox.EventHandler;
import vn.lantoa.outbox.ReceivedEvent;
import vn.lantoa.sql.Query;

/** Keeps the replica of calendars. Each event brings the whole year. */
@ApplicationScoped
class CalendarEvents implements EventHandler {
    private static final String CALENDAR = "vn.lantoa.units.calendar.";
    private static final String PUT = """
            INSERT INTO known_calendar_year AS known (id, year, provisional, aggregate_version)
            SELECT ?, s.year, s.status = 'PROVISIONAL', ?
            FROM jsonb_to_record(?::jsonb) AS s (year integer, status text)
            ON CONFLICT ON CONSTRAINT known_calendar_year_pk DO UPDATE
            SET provisional = EXCLUDED.provisional, aggregate_version = EXCLUDED.aggregate_version
            WHERE known.aggregate_version < EXCLUDED.aggregate_version
               OR (known.aggregate_version = EXCLUDED.aggregate_version AND ?)
            """;
    private static final String DAYS = """
            INSERT INTO known_calendar_day (calendar, day, working, name_vi, name_en)
            SELECT ?, d.day, d.working, d."nameVi", d."nameEn"
            FROM jsonb_to_recordset(?::jsonb -> 'days') AS d (day date, working boolean, "nameVi" text, "nameEn" text)
            """;

    private final DataSource database;
    private final WorkingDaysConfig config;

    CalendarEvents(DataSource database, WorkingDaysConfig config) {
        this.database = database;
        this.config = config;
    }

    @Override
    public String name() {
        return "working-days";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.CALENDAR);
    }

    @Override
    public boolean active() {
        return config.enabled();
    }

    @Override
    public void apply(ReceivedEvent event) {
        if (!event.type().startsWith(CALENDAR)) {
            return;
        }
        var id = event.subject();
        var state = event.state().toString();
        if (Query.of(PUT, id, event.aggregateVersion(), state, event.announcement())
                        .change(database)
                > 0) {
            Query.of("DELETE FROM known_calendar_day WHERE calendar = ?", id).change(database);
            Query.of(DAYS, id, state).change(database);
        }
    }
}
