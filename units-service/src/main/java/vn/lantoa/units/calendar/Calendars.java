package vn.lantoa.units.calendar;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import vn.lantoa.problems.NotFound;
import vn.lantoa.sql.Query;

/** Every calendar. */
@ApplicationScoped
class Calendars implements PanacheRepositoryBase<CalendarYear, UUID> {
    private final DataSource database;

    Calendars(DataSource database) {
        this.database = database;
    }

    Optional<CalendarYear> of(int year) {
        return find("year", year).firstResultOptional();
    }

    /** @throws NotFound 404 {@code calendar-year-not-loaded} */
    CalendarYear get(int year) {
        return of(year).orElseThrow(() -> new NotFound("calendar-year-not-loaded", Integer.toString(year)));
    }

    CalendarYears all() {
        return new CalendarYears(Query.of("""
                SELECT y.id, y.year, y.status, (SELECT count(*) FROM calendar_day d WHERE d.calendar = y.id) AS days
                FROM calendar_year y ORDER BY y.year
                """)
                .list(
                        database,
                        row -> new CalendarYearSummary(
                                row.id("id"),
                                row.integer("year"),
                                CalendarStatus.valueOf(row.text("status")),
                                row.integer("days"))));
    }

    /** Days between the two, both included, that differ from the week. */
    List<CalendarDay> exceptions(LocalDate first, LocalDate last) {
        return Query.of("""
                SELECT d.* FROM calendar_day d
                WHERE d.day BETWEEN ? AND ? AND (extract(isodow FROM d.day) < 6 OR d.kind = 'SWAPPED_WORK')
                ORDER BY d.day
                """, first, last)
                .list(
                        database,
                        row -> new CalendarDay(
                                row.day("day"),
                                DayKind.valueOf(row.text("kind")),
                                row.text("name_vi"),
                                row.text("name_en"),
                                row.text("decision"),
                                Confidence.valueOf(row.text("confidence"))));
    }
}
