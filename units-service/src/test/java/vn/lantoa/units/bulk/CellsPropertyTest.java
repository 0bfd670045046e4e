package vn.lantoa.units.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** No text of the register runs on the machine of whoever opens the file, and none changes on its way there and back. */
class CellsPropertyTest {
    @Property(tries = 500)
    void whatIsWrittenIsReadAsItWasAndNeverRuns(@ForAll("texts") String text) {
        var cell = Cells.written(text);
        assertThat(cell).doesNotMatch("(?s)[=+\\-@\\t\\r\\n＝＋－＠].*");
        assertThat(Cells.read(cell)).isEqualTo(text.isEmpty() ? null : text);
    }

    @Provide
    Arbitrary<String> texts() {
        var start = Arbitraries.strings().withChars("'=+-@＝＋－＠ \"a").ofMaxLength(4);
        var rest = Arbitraries.strings().withChars("Hộ 'Nông\",;=\n1").ofMaxLength(12);
        return Combinators.combine(start, rest)
                .as((one, other) ->
                        Normalizer.normalize(one + other, Normalizer.Form.NFC).strip());
    }
}
