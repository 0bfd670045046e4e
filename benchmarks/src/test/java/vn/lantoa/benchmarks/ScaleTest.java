package vn.lantoa.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScaleTest {
    @Test
    void thereAreAHundredThousandUnitsAndMore() {
        assertThat(Scale.FIRST_RESULT + Scale.REFORMS / 2).isBetween(100_000, 103_000);
        assertThat(Scale.leaf(Scale.OFFICES, Scale.LEAVES)).isEqualTo(Scale.FIRST_RESULT - 1);
    }

    @Test
    void theReorganisationsFillTwentyYears() {
        assertThat(Scale.dayOf(1)).isEqualTo(LocalDate.of(2006, 7, 4));
        assertThat(Scale.dayOf(Scale.REFORMS)).isBetween(LocalDate.of(2026, 6, 1), LocalDate.of(2026, 7, 1));
        assertThat(Scale.officeOf(Scale.REFORMS)).isLessThanOrEqualTo(Scale.OFFICES);
    }

    @Test
    void aCodePassesToTheResultOnTheDay() {
        var day = Scale.dayOf(5);
        assertThat(Scale.bearer(5, day.minusDays(1))).isEqualTo(Scale.unit(Scale.leaf(10, 1)));
        assertThat(Scale.bearer(5, day)).isEqualTo(Scale.unit(Scale.FIRST_RESULT + 5));
    }

    @Test
    void daysAndNodesAreTheSameInEveryRun() {
        var one = Scale.days(3);
        var other = Scale.days(3);
        assertThat(IntStream.range(0, 50).mapToObj(i -> one.get()))
                .containsExactlyElementsOf(
                        IntStream.range(0, 50).mapToObj(i -> other.get()).toList())
                .allMatch(day -> !day.isBefore(Scale.BEGIN));
    }

    @Test
    void aNameIsSpeltInEveryWayPeopleDo() {
        var spellings = Names.spellings("Đặng Hòa Thuỷ");
        assertThat(spellings)
                .contains("Đặng Hòa Thuỷ", "Đặng Hoà Thuỷ", "Đặng Hòa Thủy", "ĐẶNG HÒA THUỶ", "đặng hòa thuỷ")
                .contains("dang hoa thuy", "DANG HOA THUY")
                .contains(Normalizer.normalize("Đặng Hòa Thuỷ", Normalizer.Form.NFD));
        assertThat(spellings).allMatch(each -> Names.bare(each).equals("dang hoa thuy"));
    }

    @Test
    void markedNamesHaveFourWords() {
        assertThat(Names.MARKED).allMatch(name -> name.split(" ").length == 4);
        assertThat(Names.FORMER).allMatch(name -> name.split(" ").length == 4);
        assertThat(Names.parts("A B C D")).containsExactly("A B", "B C", "C D", "D", "A B C D");
    }
}
