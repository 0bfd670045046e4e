package vn.lantoa.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemTextsTest {
    private final ProblemTexts texts = new ProblemTexts();

    @Test
    void everyTextStandsInBothLanguages() {
        assertThat(texts.gaps()).isEmpty();
    }

    @Test
    void everyCodeOfAConstraintHasATitle() {
        assertThat(new ConstraintProblems().all().values())
                .allSatisfy(meaning -> assertThat(texts.codes()).contains(meaning.code()));
    }

    @Test
    void numbersAreWrittenAsTheyAre() {
        assertThat(texts.field("too-large", List.of(2025), Languages.VI)).isEqualTo("Không được quá 2025.");
    }
}
