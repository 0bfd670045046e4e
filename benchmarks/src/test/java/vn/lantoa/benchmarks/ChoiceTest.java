package vn.lantoa.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChoiceTest {
    @Test
    void withoutNamesEverythingOfOursIsChosen() {
        var choice = choice();
        assertThat(names(choice)).containsExactlyElementsOf(namesOf(Main.SCENARIOS));
        assertThat(choice.quick()).isFalse();
        assertThat(choice.list()).isFalse();
        assertThat(choice.unknown()).isEmpty();
    }

    @Test
    void scaleChoosesWhatIsMeasuredOnTheDataAtScale() {
        assertThat(choice("--scale").scenarios())
                .isNotEmpty()
                .allMatch(Scenario::atScale)
                .hasSize((int) Main.SCENARIOS.stream().filter(Scenario::atScale).count());
        assertThat(names(choice("--scale", "--peers"))).doesNotContain("POSTGRAPHILE");
    }

    /** One change of platforms is enough. */
    @Test
    void whatIsMeasuredAtScaleComesLast() {
        var first =
                Main.SCENARIOS.stream().filter(Scenario::atScale).findFirst().orElseThrow();
        assertThat(Main.SCENARIOS.subList(Main.SCENARIOS.indexOf(first), Main.SCENARIOS.size()))
                .allMatch(Scenario::atScale);
    }

    @Test
    void namesMayBeWrittenSmall() {
        assertThat(names(choice("bm2", "--quick"))).containsExactly("BM2");
        assertThat(choice("bm2", "--quick").quick()).isTrue();
    }

    @Test
    void peersAddsThoseThatStandBesideWhatIsNamed() {
        assertThat(names(choice("BM2", "--peers"))).containsExactly("BM2", "POSTGRAPHILE");
        assertThat(names(choice("BM7", "--peers"))).containsExactly("BM7", "DEBEZIUM");
        assertThat(names(choice("BM11", "--peers"))).containsExactly("BM11");
        assertThat(names(choice("--peers")))
                .containsExactlyElementsOf(Stream.concat(namesOf(Main.SCENARIOS).stream(), namesOf(Main.PEERS).stream())
                        .toList());
    }

    @Test
    void aPeerMayBeNamedAlone() {
        assertThat(names(choice("debezium"))).containsExactly("DEBEZIUM");
    }

    @Test
    void whatThereIsNotIsNamed() {
        assertThat(choice("BM1", "BM99").unknown()).contains("BM99");
        assertThat(choice("--fast").unknown()).contains("--fast");
    }

    @Test
    void peersStandBesideScenariosThatThereAre() {
        for (var peer : Main.PEERS) {
            assertThat(namesOf(Main.SCENARIOS)).containsAll(peer.besides());
        }
    }

    @Test
    void onlyDebeziumReadsTheLogOfChanges() {
        assertThat(Main.PEERS.stream().filter(Scenario::readsChangeLog).map(Scenario::name))
                .containsExactly("DEBEZIUM");
        assertThat(Main.SCENARIOS).noneMatch(Scenario::readsChangeLog);
    }

    private static Choice choice(String... words) {
        return Choice.of(List.of(words), Main.SCENARIOS, Main.PEERS);
    }

    private static List<String> names(Choice choice) {
        return namesOf(choice.scenarios());
    }

    private static List<String> namesOf(List<Scenario> scenarios) {
        return scenarios.stream().map(Scenario::name).toList();
    }
}
