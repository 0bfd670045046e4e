package vn.lantoa.units.myrecord;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import javax.sql.DataSource;
import vn.lantoa.sql.Query;
import vn.lantoa.workingdays.WorkingCalendar;
import vn.lantoa.workingdays.WorkingDays;
import vn.lantoa.workingdays.YearNotLoadedException;

/** How long an answer may take: working days, as the table of terms says for the day of asking. */
@ApplicationScoped
class DataRequestTerms {
    private final WorkingDays calendars;
    private final DataSource database;

    DataRequestTerms(WorkingDays calendars, DataSource database) {
        this.calendars = calendars;
        this.database = database;
    }

    /** The last day, and the rule it comes from. */
    record Due(LocalDate on, String legalRef) {}

    private record Term(int workingDays, String legalRef) {}

    Optional<Due> of(DataRequestKind kind, LocalDate asked) {
        return Query.of(
                        "SELECT working_days, legal_ref FROM data_request_term WHERE kind = ? AND valid @> ?::date",
                        kind,
                        asked)
                .first(database, row -> new Term(row.integer("working_days"), row.text("legal_ref")))
                .map(term -> new Due(last(asked, term.workingDays()), term.legalRef()));
    }

    /** Where the calendar of a year is not there yet, weekends alone count as rest: the earlier day, on the person's side. */
    private LocalDate last(LocalDate asked, int workingDays) {
        try {
            return calendars.calendar().add(asked, workingDays);
        } catch (YearNotLoadedException unknown) {
            var day = asked;
            for (int left = workingDays; left > 0; ) {
                day = day.plusDays(1);
                if (!WorkingCalendar.isWeeklyRest(day)) {
                    left--;
                }
            }
            return day;
        }
    }
}
