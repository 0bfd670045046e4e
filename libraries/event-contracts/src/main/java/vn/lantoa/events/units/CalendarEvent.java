package vn.lantoa.events.units;

import vn.lantoa.events.DomainEvent;

/** What happens to the calendar of a year. */
public sealed interface CalendarEvent extends DomainEvent permits CalendarDecided {
    @Override
    CalendarState state();
}
