package vn.lantoa.benchmarks;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The shape of the data at scale: a province, 10 units of some 10,000 each below it, 20 of some 500 below each of these, 24
 * offices, 20 leaves; 2,000 reorganisations over 20 years, each in an office of its own. By the number of the
 * reorganisation, modulo four: twice three leaves merge into a new one which takes over the code of the first, then a leaf
 * is dissolved into its neighbour, then the office is renamed, given another code and moved with all its leaves.
 */
final class Scale {
    static final List<String> TABLES =
            List.of("unit", "unit_version", "unit_closure", "reorganisation", "person", "membership");

    static final int WIDEST = 10;
    static final int WIDE = 200;
    static final int OFFICES = 4800;
    static final int LEAVES = 20;
    static final int FIRST_WIDE = WIDEST + 1;
    static final int FIRST_OFFICE = FIRST_WIDE + WIDE;
    static final int FIRST_LEAF = FIRST_OFFICE + OFFICES;
    static final int FIRST_RESULT = FIRST_LEAF + OFFICES * LEAVES;
    static final int REFORMS = 2000;
    static final LocalDate BEGIN = LocalDate.of(2006, 1, 1);
    static final LocalDate FIRST_REFORM = LocalDate.of(2006, 7, 1);

    /** The first of the persons with names that stand nowhere else. */
    static final int FIRST_MARKED = 5_000_001;

    private final int persons;

    Scale(boolean quick) {
        persons = quick ? 100_000 : 1_000_000;
    }

    int persons() {
        return persons;
    }

    /** The id of the n-th unit. */
    static UUID unit(int n) {
        return Numbered.id("0190", n);
    }

    /** The number of a leaf: the m-th, from 1, of the office k, from 1. */
    static int leaf(int office, int m) {
        return FIRST_LEAF + (office - 1) * LEAVES + m - 1;
    }

    /** The number of an office, from 1. */
    static int office(int k) {
        return FIRST_OFFICE + k - 1;
    }

    static UUID person(int n) {
        return Numbered.id("0191", n);
    }

    /** The electronic identifier that a unit got when it began; what a merger makes took over that of its first source. */
    static String code(int n) {
        return "H14.%d.%d".formatted(n / 1000, n % 1000);
    }

    /** The office in which a reorganisation happened; those with an uneven number are as they always were. */
    static int officeOf(int reform) {
        return 2 * reform;
    }

    static LocalDate dayOf(int reform) {
        return FIRST_REFORM.plusDays(reform * 73L / 20);
    }

    /** Who bore the code of a merger's first source on a day. */
    static UUID bearer(int reform, LocalDate day) {
        return unit(day.isBefore(dayOf(reform)) ? leaf(officeOf(reform), 1) : FIRST_RESULT + reform);
    }

    /** Days of all the years, the same in every run. */
    static Supplier<LocalDate> days(long seed) {
        var random = new Random(seed);
        long all = ChronoUnit.DAYS.between(BEGIN, FIRST_REFORM.plusYears(20));
        return () -> BEGIN.plusDays(random.nextLong(all));
    }

    /** Nodes of some 10,000 units. */
    static Supplier<UUID> widest(long seed) {
        var random = new Random(seed);
        return () -> unit(1 + random.nextInt(WIDEST));
    }

    /** Nodes of some 500 units. */
    static Supplier<UUID> wide(long seed) {
        var random = new Random(seed);
        return () -> unit(FIRST_WIDE + random.nextInt(WIDE));
    }
}
