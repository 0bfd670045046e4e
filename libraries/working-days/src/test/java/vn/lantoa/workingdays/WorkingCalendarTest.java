package vn.lantoa.workingdays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorkingCalendarTest {
    private final WorkingCalendar calendar = WorkingCalendar.of(List.of(
            new CalendarYear(
                    2025,
                    false,
                    Set.of(LocalDate.of(2025, 4, 30), LocalDate.of(2025, 5, 1), LocalDate.of(2025, 5, 2)),
                    Set.of(LocalDate.of(2025, 4, 26))),
            new CalendarYear(2026, true, Set.of(LocalDate.of(2026, 1, 1)), Set.of())));

    @Test
    void anExchangedSaturdayCountsAndTheDayOffForItDoesNot() {
        var friday = LocalDate.of(2025, 4, 25);
        assertThat(calendar.add(friday, 1)).isEqualTo("2025-04-26");
        assertThat(calendar.add(friday, 4)).isEqualTo("2025-05-05");
        assertThat(calendar.count(friday, LocalDate.of(2025, 5, 5))).isEqualTo(4);
        assertThat(calendar.add(LocalDate.of(2025, 5, 5), -4)).isEqualTo("2025-04-25");
    }

    @Test
    void aYearThatIsNotThereIsNeverGuessed() {
        assertThat(calendar.add(LocalDate.of(2026, 12, 30), 1)).isEqualTo("2026-12-31");
        assertThatThrownBy(() -> calendar.add(LocalDate.of(2026, 12, 30), 2))
                .isInstanceOf(YearNotLoadedException.class)
                .extracting(missing -> ((YearNotLoadedException) missing).year())
                .isEqualTo(2027);
        assertThat(calendar.add(LocalDate.of(2027, 1, 1), -1)).isEqualTo("2026-12-31");
    }

    @Test
    void aWayThroughAProvisionalYearIsProvisional() {
        assertThat(calendar.isProvisional(LocalDate.of(2025, 3, 1), LocalDate.of(2025, 4, 1)))
                .isFalse();
        assertThat(calendar.isProvisional(LocalDate.of(2026, 1, 5), LocalDate.of(2025, 4, 1)))
                .isTrue();
    }
}
