package vn.lantoa.recognition.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for every rule and every set of facts. */
class RulePropertiesTest {
    private static final String TEXT = RuleTest.TEXT;

    /** Rules that ask for good things only: no block, no discipline, no upper bound. */
    private static final List<String> ASKING = List.of(
            "{fact: rating, op: \">=\", value: HTT" + TEXT,
            "{fact: rating, op: \"==\", value: HTXS" + TEXT,
            "{fact: award, anyOf: [LDTT]" + TEXT,
            "{fact: awardCount, anyOf: [CSTDCS], lastYears: 3, consecutive: true, min: 3" + TEXT,
            "{fact: awardCount, anyOf: [CSTDCS], lastYears: 3, min: 2, absent: UNKNOWN" + TEXT,
            "{fact: ratingCount, op: \"==\", value: HTXS, lastYears: 2, consecutive: true, min: 2" + TEXT,
            "{fact: initiative, scopeAtLeast: TINH, lastYears: 2, min: 1" + TEXT,
            "{fact: share, of: LDTT, op: \">=\", value: \"7/10\"" + TEXT,
            "{fact: memberCount, of: LDTT, op: \">=\", value: 3" + TEXT,
            "{fact: statement, code: UNITED" + TEXT,
            "{fact: judgement" + TEXT);

    @Property(tries = 400)
    void aGoodFactNeverTakesAMetRuleAway(
            @ForAll("rules") String yaml, @ForAll("facts") List<Fact> facts, @ForAll("fact") Fact more) {
        var rule = RuleTest.rule(yaml);
        var before = RuleTest.judge(rule, facts).verdict();
        var added = new ArrayList<>(facts);
        added.add(more);

        if (before == Verdict.MET) {
            assertThat(RuleTest.judge(rule, added).verdict()).isEqualTo(Verdict.MET);
        }
    }

    @Property(tries = 400)
    void theOrderOfFactsChangesNothing(
            @ForAll("rules") String yaml, @ForAll("facts") List<Fact> facts, @ForAll long seed) {
        var rule = RuleTest.rule(yaml);
        var shuffled = new ArrayList<>(facts);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(RuleTest.judge(rule, shuffled)).isEqualTo(RuleTest.judge(rule, facts));
    }

    @Property(tries = 200)
    void nothingKnownIsNeverMet(@ForAll("rules") String yaml) {
        assertThat(RuleTest.judge(RuleTest.rule(yaml)).verdict()).isNotEqualTo(Verdict.MET);
    }

    @Property(tries = 400)
    void theVerdictOfATreeIsThatOfItsParts(@ForAll("rules") String yaml, @ForAll("facts") List<Fact> facts) {
        var found = RuleTest.judge(RuleTest.rule(yaml), facts);
        var parts = found.parts().stream().map(Finding::verdict).toList();

        if (found.rule().equals("all")) {
            assertThat(found.verdict())
                    .isEqualTo(parts.stream().min(Verdict::compareTo).orElse(Verdict.MET));
        }
        if (found.rule().equals("any")) {
            assertThat(found.verdict())
                    .isEqualTo(parts.stream().max(Verdict::compareTo).orElse(Verdict.NOT_MET));
        }
    }

    @Property
    void fractionsCompareLikeTheirCrossProducts(
            @ForAll @IntRange(max = 5000) int a,
            @ForAll @IntRange(min = 1, max = 5000) int b,
            @ForAll @IntRange(max = 5000) int c,
            @ForAll @IntRange(min = 1, max = 5000) int d) {
        assertThat(Integer.signum(new Fraction(a, b).compareTo(new Fraction(c, d))))
                .isEqualTo(Long.signum((long) a * d - (long) c * b));
    }

    @Provide
    Arbitrary<String> rules() {
        var leaf = Arbitraries.of(ASKING);
        return Arbitraries.lazyOf(
                () -> leaf,
                () -> leaf,
                () -> Combinators.combine(
                                Arbitraries.of("all", "any"),
                                rules().list().ofMinSize(1).ofMaxSize(3))
                        .as((kind, parts) -> "{" + kind + ": [" + String.join(", ", parts) + "]}"));
    }

    @Provide
    Arbitrary<List<Fact>> facts() {
        return fact().list().ofMaxSize(8);
    }

    @Provide
    Arbitrary<Fact> fact() {
        var year = Arbitraries.integers().between(2021, 2025);
        Arbitrary<Fact> rating = Combinators.combine(year, Arbitraries.of("KHT", "HT", "HTT", "HTXS"))
                .as((ofYear, value) -> new Fact.Rating(UUID.randomUUID(), ofYear, value, "QĐ", false));
        Arbitrary<Fact> award = Combinators.combine(year, Arbitraries.of("LDTT", "CSTDCS"))
                .as((ofYear, code) -> new Fact.AwardHeld(UUID.randomUUID(), code, ofYear, null, "QĐ", false));
        Arbitrary<Fact> initiative = Combinators.combine(year, Arbitraries.of("CO_SO", "TINH"))
                .as((ofYear, scope) -> new Fact.Initiative(UUID.randomUUID(), ofYear, scope, "QĐ", false));
        Arbitrary<Fact> composition = Combinators.combine(
                        year,
                        Arbitraries.integers().between(1, 12),
                        Arbitraries.integers().between(0, 12))
                .as((ofYear, members, ldtt) -> new Fact.Composition(
                        UUID.randomUUID(), ofYear, members, Map.of("LDTT", Math.min(members, ldtt)), "BC", false));
        Arbitrary<Fact> statement = Arbitraries.of("UNITED", "SPIRIT").map(Fact.Statement::new);
        return Arbitraries.oneOf(rating, award, initiative, composition, statement);
    }
}
