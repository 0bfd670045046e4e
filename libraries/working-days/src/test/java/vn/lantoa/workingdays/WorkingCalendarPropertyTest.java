package vn.lantoa.workingdays;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** The laws of the arithmetic, over calendars with days off and worked rest days anywhere. */
class WorkingCalendarPropertyTest {
    private static final int FIRST = 2020;
    private static final int LAST = 2032;

    @Provide
    Arbitrary<WorkingCalendar> calendars() {
        return Arbitraries.integers().between(0, 1_000_000).map(WorkingCalendarPropertyTest::calendar);
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(0, 730).map(LocalDate.of(2025, 1, 1)::plusDays);
    }

    @Property(tries = 300)
    void addingOneAfterTheOtherIsAddingTheSum(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("days") LocalDate day,
            @ForAll @IntRange(min = -200, max = 200) int a,
            @ForAll @IntRange(min = -200, max = 200) int b) {
        Assume.that(Integer.signum(a) * Integer.signum(b) >= 0 || calendar.isWorkingDay(day));
        assertThat(calendar.add(calendar.add(day, a), b)).isEqualTo(calendar.add(day, a + b));
    }

    @Property(tries = 300)
    void countingUndoesAdding(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("days") LocalDate day,
            @ForAll @IntRange(min = -250, max = 250) int n) {
        assertThat(calendar.count(day, calendar.add(day, n))).isEqualTo(n);
    }

    @Property(tries = 300)
    void addingUndoesCountingToAWorkingDay(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("days") LocalDate from,
            @ForAll("days") LocalDate to) {
        Assume.that(calendar.isWorkingDay(to) && !from.equals(to));
        assertThat(calendar.add(from, calendar.count(from, to))).isEqualTo(to);
    }

    @Property(tries = 300)
    void laterStaysLaterAndMoreIsLater(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("days") LocalDate day,
            @ForAll @IntRange(max = 60) int later,
            @ForAll @IntRange(min = -200, max = 200) int n) {
        assertThat(calendar.add(day.plusDays(later), n)).isAfterOrEqualTo(calendar.add(day, n));
        assertThat(calendar.add(day, n + 1)).isAfter(calendar.add(day, n));
        assertThat(n == 0 || calendar.isWorkingDay(calendar.add(day, n))).isTrue();
    }

    @Property(tries = 200)
    void wholeWaysAreTheSumOfTheirParts(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("days") LocalDate one,
            @ForAll("days") LocalDate two,
            @ForAll("days") LocalDate three) {
        var sorted = List.of(one, two, three).stream().sorted().toList();
        assertThat(calendar.count(sorted.get(0), sorted.get(1)) + calendar.count(sorted.get(1), sorted.get(2)))
                .isEqualTo(calendar.count(sorted.get(0), sorted.get(2)));
    }

    private static WorkingCalendar calendar(int seed) {
        var random = new Random(seed);
        return WorkingCalendar.of(IntStream.rangeClosed(FIRST, LAST)
                .mapToObj(year -> {
                    var off = new HashSet<LocalDate>();
                    var worked = new HashSet<LocalDate>();
                    for (int i = 0; i < 40; i++) {
                        var day = LocalDate.ofYearDay(year, 1 + random.nextInt(365));
                        (WorkingCalendar.isWeeklyRest(day) && random.nextBoolean() ? worked : off).add(day);
                    }
                    return new CalendarYear(year, random.nextBoolean(), off, worked);
                })
                .toList());
    }
}
