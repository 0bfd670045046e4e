package vn.lantoa.units.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import vn.lantoa.testsupport.LocalPostgres;

/** However a name is written when it is asked for, whoever bears it is found: every spelling folds to the same words. */
class PersonFoldingPropertyTest {
    private static final List<String> SCRIPTS = List.of(
            "V202611020010__code_lists",
            "V202611020020__units",
            "V202611020040__persons",
            "V202611243010__kinds_of_recipients",
            "V202611243020__person_search",
            "V202611243045__beginnings_faster");
    private static final String INITIALS = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x";
    private static final String VOWELS = "a ă â e ê i o ô ơ u ư y oa oe uy uê ươ iê yê uô";
    private static final String FINALS = " c ch m n ng nh p t i u";
    private static final char[] TONES = {'\u0300', '\u0301', '\u0303', '\u0309', '\u0323', 0};

    private static LocalPostgres postgres;
    private static Connection connection;
    private static PreparedStatement asks;

    @BeforeContainer
    static void theFunctionsOfTheSchema() throws SQLException, IOException {
        postgres = LocalPostgres.start().prepare("units");
        connection = postgres.dataSource("units", "units_owner").getConnection();
        for (var script : SCRIPTS) {
            try (var file = PersonFoldingPropertyTest.class.getResourceAsStream("/db/migration/" + script + ".sql");
                    var statement = connection.createStatement()) {
                statement.execute(
                        new String(file.readAllBytes(), StandardCharsets.UTF_8).replace("${app_role}", "units_app"));
            }
        }
        asks = connection.prepareStatement("SELECT person_beginnings(?) @> person_asked(?)");
    }

    @AfterContainer
    static void closed() throws Exception {
        connection.close();
        postgres.close();
    }

    @Property(tries = 400)
    void everySpellingIsFound(@ForAll("names") List<String> words, @ForAll Random random) throws SQLException {
        var name = Normalizer.normalize(String.join(" ", words), Normalizer.Form.NFC);
        var asked = new ArrayList<>(words);
        Collections.shuffle(asked, random);
        asked.replaceAll(word -> beginning(word, random));
        var text = String.join(random.nextBoolean() ? " " : "  ", asked);
        for (var spelling : spellings(text)) {
            assertThat(found(name, spelling))
                    .as("%s asked for as %s", name, spelling)
                    .isTrue();
        }
    }

    @Property(tries = 200)
    void aWordThatIsNotThereIsNotFound(@ForAll("names") List<String> words) throws SQLException {
        var name = Normalizer.normalize(String.join(" ", words), Normalizer.Form.NFC);
        assertThat(found(name, words.getFirst() + " zw")).isFalse();
    }

    private static String beginning(String word, Random random) {
        var composed = Normalizer.normalize(word, Normalizer.Form.NFC);
        return composed.substring(0, 1 + random.nextInt(composed.length()));
    }

    private static List<String> spellings(String text) {
        var bare = Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('đ', 'd')
                .replace('Đ', 'D');
        return List.of(
                Normalizer.normalize(text, Normalizer.Form.NFC),
                Normalizer.normalize(text, Normalizer.Form.NFD),
                Normalizer.normalize(text, Normalizer.Form.NFC).toUpperCase(Locale.forLanguageTag("vi")),
                bare,
                bare.toUpperCase(Locale.ROOT));
    }

    private static boolean found(String name, String asked) throws SQLException {
        asks.setString(1, name);
        asks.setString(2, asked);
        try (var rows = asks.executeQuery()) {
            rows.next();
            return rows.getBoolean(1);
        }
    }

    /** Two to five syllables; the tone stands on any letter of the vowel, as either school or neither places it. */
    @Provide
    Arbitrary<List<String>> names() {
        var initial = Arbitraries.of(List.of(INITIALS.split(" ")));
        var vowel = Arbitraries.of(List.of(VOWELS.split(" ")));
        var end = Arbitraries.of(List.of(FINALS.split(" ", -1)));
        var tone = Arbitraries.integers().between(0, TONES.length - 1);
        var place = Arbitraries.integers().between(0, 2);
        var syllable = net.jqwik.api.Combinators.combine(initial, vowel, end, tone, place)
                .as((i, v, e, t, p) -> capital(i + toned(v, TONES[t], Math.min(p, v.length() - 1)) + e));
        return syllable.list().ofMinSize(1).ofMaxSize(5);
    }

    private static String toned(String vowel, char tone, int place) {
        return tone == 0 ? vowel : vowel.substring(0, place + 1) + tone + vowel.substring(place + 1);
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
