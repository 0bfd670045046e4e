package vn.lantoa.workingdays;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import javax.sql.DataSource;

/** What events told, unless the service brings its own: units-service asks the originals. */
@ApplicationScoped
@DefaultBean
class ReplicatedWorkingDays implements WorkingDays {
    private final WorkingDays told;

    ReplicatedWorkingDays(DataSource database) {
        told = new CalendarTable(database, """
                SELECT y.year, y.provisional, d.day, d.working
                FROM known_calendar_year y LEFT JOIN known_calendar_day d ON d.calendar = y.id
                """);
    }

    @Override
    public WorkingCalendar calendar() {
        return told.calendar();
    }

    @Override
    public WorkingCalendar calendar(Connection connection) {
        return told.calendar(connection);
    }
}
