package vn.lantoa.campaigns.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import vn.lantoa.problems.Invalid;

class PeriodTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Test
    void theEndComesAfterTheStart() {
        assertThatThrownBy(() -> new Period(TODAY, TODAY)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> new Period(TODAY, TODAY.minusDays(1))).isInstanceOf(Invalid.class);
    }

    @Test
    void theEndIsNotPartOfIt() {
        var period = new Period(LocalDate.of(2021, 1, 1), LocalDate.of(2026, 1, 1));

        assertThat(period.touches(2020)).isFalse();
        assertThat(period.touches(2021)).isTrue();
        assertThat(period.touches(2025)).isTrue();
        assertThat(period.touches(2026)).isFalse();
    }

    @Test
    void anUnknownBoundIsOpen() {
        assertThat(Period.OPEN.touches(1950)).isTrue();
        assertThat(new Period(null, LocalDate.of(2026, 1, 1)).touches(1950)).isTrue();
        assertThat(new Period(LocalDate.of(2026, 1, 1), null).touches(2150)).isTrue();
    }

    @Test
    void theOrganiserIsLookedForOnADayOfThePeriod() {
        assertThat(Period.OPEN.nearestTo(TODAY)).isEqualTo(TODAY);
        assertThat(new Period(LocalDate.of(2021, 1, 1), LocalDate.of(2026, 1, 1)).nearestTo(TODAY))
                .isEqualTo(LocalDate.of(2025, 12, 31));
        assertThat(new Period(LocalDate.of(2021, 1, 1), null).nearestTo(TODAY)).isEqualTo(LocalDate.of(2021, 1, 1));
        assertThat(new Period(LocalDate.of(2027, 1, 1), null).nearestTo(TODAY)).isEqualTo(TODAY);
    }
}
