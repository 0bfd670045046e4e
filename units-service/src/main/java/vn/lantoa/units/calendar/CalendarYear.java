package vn.lantoa.units.calendar;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.units.CalendarState;

/**
 * The calendar of one year. It comes with the service, provisional until the decisions of that year are made; from the first
 * time an administrator enters it, it is theirs, and what comes with a later version of the service leaves it alone.
 */
@Entity
public class CalendarYear {
    @Id
    private UUID id;

    private int year;

    @Enumerated(EnumType.STRING)
    private CalendarStatus status;

    private @Nullable String remark;
    private boolean entered;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "calendar_day", joinColumns = @JoinColumn(name = "calendar"))
    @OrderBy("day")
    private List<CalendarDay> days;

    @Version
    private long version;

    private Instant createdAt;
    private Instant updatedAt;

    protected CalendarYear() {}

    static CalendarYear of(UUID id, int year, DecideCalendar content, boolean entered, Instant now) {
        var calendar = new CalendarYear();
        calendar.id = id;
        calendar.year = year;
        calendar.days = new ArrayList<>();
        calendar.createdAt = now;
        calendar.decide(content, entered, now);
        return calendar;
    }

    void decide(DecideCalendar content, boolean byAdministrator, Instant now) {
        content.check(year);
        status = content.status();
        remark = content.remark();
        entered = byAdministrator;
        days.clear();
        days.addAll(sorted(content.days()));
        updatedAt = now;
    }

    /** Whether it says the same already. */
    boolean says(DecideCalendar content) {
        return new DecideCalendar(status, remark, sorted(days))
                .equals(new DecideCalendar(content.status(), content.remark(), sorted(content.days())));
    }

    private static List<CalendarDay> sorted(List<CalendarDay> days) {
        return days.stream().sorted(Comparator.comparing(CalendarDay::day)).toList();
    }

    UUID id() {
        return id;
    }

    boolean isEntered() {
        return entered;
    }

    long version() {
        return version;
    }

    CalendarState state() {
        return new CalendarState(
                id,
                year,
                status.name(),
                remark,
                sorted(days).stream().map(CalendarDay::state).toList());
    }

    CalendarYearView view() {
        return new CalendarYearView(id, year, status, remark, sorted(days), version, createdAt, updatedAt);
    }
}
