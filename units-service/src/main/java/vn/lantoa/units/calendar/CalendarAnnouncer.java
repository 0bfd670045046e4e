package vn.lantoa.units.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import vn.lantoa.events.Act;
import vn.lantoa.events.DomainEvent;
import vn.lantoa.events.units.CalendarDecided;
import vn.lantoa.outbox.Announcer;

/** Tells calendars again. */
@ApplicationScoped
class CalendarAnnouncer implements Announcer {
    private final Calendars calendars;

    CalendarAnnouncer(Calendars calendars) {
        this.calendars = calendars;
    }

    @Override
    public String kind() {
        return "calendar";
    }

    @Override
    public String table() {
        return "calendar_year";
    }

    @Override
    public Optional<DomainEvent> current(UUID id, Act announcing) {
        return calendars.findByIdOptional(id).map(year -> new CalendarDecided(id, announcing, year.state()));
    }
}
