package vn.lantoa.units.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import vn.lantoa.access.Caller;
import vn.lantoa.audit.Audit;
import vn.lantoa.events.Act;
import vn.lantoa.events.units.CalendarDecided;
import vn.lantoa.events.units.CalendarState;
import vn.lantoa.outbox.Outbox;
import vn.lantoa.rest.Ids;

/** Writes calendars down, with audit and event. */
@ApplicationScoped
class KeepCalendars {
    static final String ACTION = "calendar.decide";

    private final Calendars calendars;
    private final Audit audit;
    private final Outbox outbox;
    private final Caller caller;
    private final Clock clock;

    KeepCalendars(Calendars calendars, Audit audit, Outbox outbox, Caller caller, Clock clock) {
        this.calendars = calendars;
        this.audit = audit;
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
    }

    /** What an administrator enters. */
    @Transactional(Transactional.TxType.MANDATORY)
    CalendarYear enter(int year, @Nullable CalendarYear held, DecideCalendar content) {
        var before = held == null ? null : held.state();
        var calendar = put(year, held, content, true);
        announce(
                before,
                calendar,
                new Act(ACTION, clock.instant(), caller.person().orElse(null), null));
        return calendar;
    }

    /** What comes with the service. */
    @Transactional(Transactional.TxType.MANDATORY)
    void load(int year, @Nullable CalendarYear held, DecideCalendar content) {
        var before = held == null ? null : held.state();
        announce(before, put(year, held, content, false), new Act(ACTION, clock.instant(), null, null));
    }

    private CalendarYear put(int year, @Nullable CalendarYear held, DecideCalendar content, boolean entered) {
        if (held == null) {
            var calendar = CalendarYear.of(Ids.next(), year, content, entered, clock.instant());
            calendars.persistAndFlush(calendar);
            return calendar;
        }
        held.decide(content, entered, clock.instant());
        calendars.flush();
        return held;
    }

    private void announce(@Nullable CalendarState before, CalendarYear calendar, Act act) {
        audit.record(ACTION, "calendar", calendar.id(), before, calendar.state());
        outbox.publish(new CalendarDecided(calendar.id(), act, calendar.state()));
    }
}
