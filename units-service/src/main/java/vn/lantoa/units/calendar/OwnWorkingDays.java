package vn.lantoa.units.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import javax.sql.DataSource;
import vn.lantoa.workingdays.CalendarTable;
import vn.lantoa.workingdays.WorkingCalendar;
import vn.lantoa.workingdays.WorkingDays;

/** This service owns the calendars: no replica. */
@ApplicationScoped
class OwnWorkingDays implements WorkingDays {
    private final WorkingDays own;

    OwnWorkingDays(DataSource database) {
        own = new CalendarTable(database, """
                SELECT y.year, y.status = 'PROVISIONAL' AS provisional, d.day, d.kind = 'SWAPPED_WORK' AS working
                FROM calendar_year y LEFT JOIN calendar_day d ON d.calendar = y.id
                """);
    }

    @Override
    public WorkingCalendar calendar() {
        return own.calendar();
    }

    @Override
    public WorkingCalendar calendar(Connection connection) {
        return own.calendar(connection);
    }
}
