package vn.lantoa.recognition.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class WorkingDaysTest {
    private final Deadlines deadlines = new Deadlines();
    private final WorkingDays calendar = deadlines.calendar();

    @Test
    void weekendsAndHolidaysDoNotCount() {
        assertThat(calendar.isWorkingDay(LocalDate.of(2026, 11, 20))).isTrue();
        assertThat(calendar.isWorkingDay(LocalDate.of(2026, 11, 21))).isFalse();
        assertThat(calendar.isWorkingDay(LocalDate.of(2030, 9, 2))).isFalse();
        assertThat(calendar.isWorkingDay(LocalDate.of(2026, 2, 18))).isFalse();
    }

    @Test
    void fiveDaysFromFridayEndOnFriday() {
        var friday = LocalDate.of(2026, 11, 13);
        assertThat(friday).isAfterOrEqualTo(calendar.lastStartBefore(LocalDate.of(2026, 11, 20), 5));
        assertThat(friday).isBefore(calendar.lastStartBefore(LocalDate.of(2026, 11, 23), 5));
    }

    @Test
    void nothingBecomesLateOverTheNewYear() {
        var dayBefore = LocalDate.of(2026, 2, 13);
        assertThat(dayBefore).isAfterOrEqualTo(calendar.lastStartBefore(LocalDate.of(2026, 2, 23), 1));
        assertThat(dayBefore).isBefore(calendar.lastStartBefore(LocalDate.of(2026, 2, 24), 1));
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
}
