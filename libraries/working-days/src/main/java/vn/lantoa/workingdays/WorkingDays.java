package vn.lantoa.workingdays;

import java.sql.Connection;

/** Every calendar that this service knows. */
public interface WorkingDays {
    /** As it is now; one statement. */
    WorkingCalendar calendar();

    /** The same on a connection in the hands of the caller. */
    WorkingCalendar calendar(Connection connection);
}
