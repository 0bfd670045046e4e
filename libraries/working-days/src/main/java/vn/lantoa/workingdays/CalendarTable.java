package vn.lantoa.workingdays;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import vn.lantoa.sql.SqlFailure;

/** Reads calendars out of whatever tables hold them. */
public final class CalendarTable implements WorkingDays {
    private final DataSource database;
    private final String select;

    /** @param select constant of the code, with the columns year, provisional, day and working (both null for a year without days) */
    public CalendarTable(DataSource database, String select) {
        this.database = database;
        this.select = select;
    }

    private record Read(boolean provisional, Set<LocalDate> off, Set<LocalDate> worked) {}

    @Override
    public WorkingCalendar calendar() {
        try (var connection = database.getConnection()) {
            return calendar(connection);
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    @Override
    public WorkingCalendar calendar(Connection connection) {
        var years = new TreeMap<Integer, Read>();
        try (var statement = connection.prepareStatement(select);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                boolean provisional = rows.getBoolean("provisional");
                var year = years.computeIfAbsent(
                        rows.getInt("year"), _ -> new Read(provisional, new HashSet<>(), new HashSet<>()));
                var day = rows.getObject("day", LocalDate.class);
                if (day != null) {
                    (rows.getBoolean("working") ? year.worked() : year.off()).add(day);
                }
            }
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
        return WorkingCalendar.of(years.entrySet().stream()
                .map(read -> new CalendarYear(
                        read.getKey(),
                        read.getValue().provisional(),
                        Set.copyOf(read.getValue().off()),
                        Set.copyOf(read.getValue().worked())))
                .toList());
    }
}
