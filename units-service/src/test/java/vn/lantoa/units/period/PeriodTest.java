package vn.lantoa.units.period;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PeriodTest {
    private static final LocalDate START = LocalDate.of(2025, 1, 1);

    @Property
    void periodsOverlapWhenSomeDayIsInBoth(@ForAll("periods") Period one, @ForAll("periods") Period other) {
        var common = START.minusDays(5)
                .datesUntil(START.plusDays(45))
                .anyMatch(day -> one.contains(day) && other.contains(day));
        assertThat(one.overlaps(other)).isEqualTo(common).isEqualTo(other.overlaps(one));
    }

    @Property
    void aPeriodContainsAnotherWhenItContainsEachOfItsDays(
            @ForAll("periods") Period one, @ForAll("periods") Period other) {
        var each = START.minusDays(5)
                .datesUntil(START.plusDays(45))
                .filter(other::contains)
                .allMatch(one::contains);
        assertThat(one.contains(other)).isEqualTo(each);
    }

    @Property
    void aPeriodReachesADayWhenItHoldsThenOrLater(@ForAll("periods") Period period, @ForAll("days") LocalDate day) {
        var later = day.datesUntil(START.plusDays(60)).anyMatch(period::contains);
        assertThat(period.reaches(day)).isEqualTo(later);
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(0, 39).map(START::plusDays);
    }

    @Provide
    Arbitrary<Period> periods() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 20).injectNull(0.2),
                        Arbitraries.integers().between(21, 39).injectNull(0.2))
                .as((from, to) ->
                        new Period(from == null ? null : START.plusDays(from), to == null ? null : START.plusDays(to)));
    }
}
