package vn.lantoa.recognition.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.lantoa.workingdays.CalendarYear;
import vn.lantoa.workingdays.WorkingCalendar;

class DeadlinesTest {
    private final Deadlines deadlines = new Deadlines();
    private final WorkingCalendar calendar = WorkingCalendar.of(List.of(new CalendarYear(
            2026,
            false,
            Set.of(
                    LocalDate.of(2026, 2, 16),
                    LocalDate.of(2026, 2, 17),
                    LocalDate.of(2026, 2, 18),
                    LocalDate.of(2026, 2, 19),
                    LocalDate.of(2026, 2, 20)),
            Set.of())));

    @Test
    void fiveDaysFromFridayEndOnFriday() {
        var friday = LocalDate.of(2026, 11, 13);
        assertThat(friday).isAfterOrEqualTo(lastStartBefore(LocalDate.of(2026, 11, 20), 5));
        assertThat(friday).isBefore(lastStartBefore(LocalDate.of(2026, 11, 23), 5));
    }

    @Test
    void nothingBecomesLateOverTheNewYear() {
        var dayBefore = LocalDate.of(2026, 2, 13);
        assertThat(dayBefore).isAfterOrEqualTo(lastStartBefore(LocalDate.of(2026, 2, 23), 1));
        assertThat(dayBefore).isBefore(lastStartBefore(LocalDate.of(2026, 2, 24), 1));
    }

    @Test
    void aPartOfADayIsADayAndEveryDeadlineHasItsSource() {
        assertThat(deadlines.all())
                .isNotEmpty()
                .allSatisfy(deadline -> assertThat(deadline.legalRef()).isNotBlank())
                .anySatisfy(deadline -> {
                    assertThat(deadline.code()).isEqualTo("BKT_RECEIVE");
                    assertThat(deadline.wholeDays()).isEqualTo(1);
                });
    }

    private LocalDate lastStartBefore(LocalDate today, int workingDays) {
        return NominationGauges.lastStartBefore(calendar, today, workingDays);
    }
}
