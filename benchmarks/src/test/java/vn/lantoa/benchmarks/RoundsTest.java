package vn.lantoa.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Iterator;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class RoundsTest {
    @Test
    void theMedianIsTheMiddleOrTheMeanOfTheMiddleTwo() {
        assertThat(Rounds.median(List.of(9.0, 1.0, 5.0))).isEqualTo(5);
        assertThat(Rounds.median(List.of(4.0, 1.0, 2.0, 100.0))).isEqualTo(3);
    }

    @Test
    void ratiosAreOfTheSameRound() {
        var rounds = rounds(List.of(100.0, 50.0, 30.0), List.of(200.0, 200.0, 100.0));
        assertThat(rounds.ratios()).containsExactly(0.5, 0.25, 0.3);
        assertThat(rounds.medianRatio()).isEqualTo(0.3, within(1e-9));
        assertThat(rounds.spread()).isEqualTo("0.25–0.50");
    }

    @Test
    void aGoalIsMetByTheMedianRatio() {
        var rounds = rounds(List.of(100.0, 50.0, 30.0), List.of(200.0, 200.0, 100.0));
        assertThat(Figure.atLeast("BM1", "reads", rounds, "bare SQL", 0.3).met())
                .isTrue();
        assertThat(Figure.atLeast("BM1", "reads", rounds, "bare SQL", 0.31).met())
                .isFalse();
        assertThat(Figure.shown("BM1", "reads", rounds, "bare SQL").met()).isTrue();
        assertThat(Figure.atLeast("BM1", "reads", rounds, "bare SQL", 0.3).rounds())
                .hasSize(3);
    }

    @Test
    void failuresOfBothCount() {
        var rounds = new Rounds(List.of(measured(1, 0, "")), List.of(measured(1, 2, "503")));
        assertThat(rounds.failures()).isEqualTo(2);
        assertThat(rounds.firstFailure()).isEqualTo("503");
    }

    private static Rounds rounds(List<Double> ours, List<Double> limit) {
        Iterator<Double> a = ours.iterator();
        Iterator<Double> b = limit.iterator();
        return Rounds.alternate(ours.size(), () -> measured(a.next(), 0, ""), () -> measured(b.next(), 0, ""));
    }

    private static Load.Measured measured(double perSecond, long failures, String first) {
        return new Load.Measured(perSecond, new Histogram(3), failures, first);
    }
}
