package vn.lantoa.recognition.rules;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a rule is asked about: a subject through its facts, the year of the achievement, the day of judging.
 *
 * @param excludedCategories kinds of commendation that may not serve as a base
 * @param countPredecessors whether the facts of predecessors count for a reorganised unit
 */
public record CaseFile(
        int year,
        LocalDate judgedOn,
        List<Fact> facts,
        Scales scales,
        Set<String> excludedCategories,
        boolean countPredecessors) {

    /** The facts that count, in an order of their own, so that the order of recording changes nothing. */
    <T extends Fact> List<T> all(Class<T> kind) {
        return facts.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(fact -> countPredecessors || !fact.inherited())
                .sorted(Comparator.comparing(fact -> fact.used().toString()))
                .toList();
    }

    Stream<Fact.Rating> ratings(int ofYear) {
        return all(Fact.Rating.class).stream().filter(rating -> rating.year() == ofYear);
    }

    Stream<Fact.AwardHeld> awards(List<String> codes, int ofYear) {
        return all(Fact.AwardHeld.class).stream()
                .filter(award -> award.year() == ofYear && codes.contains(award.code()))
                .filter(award -> award.category() == null || !excludedCategories.contains(award.category()));
    }

    Stream<Fact.Initiative> initiatives(String scopeAtLeast, int fromYear) {
        return all(Fact.Initiative.class).stream()
                .filter(initiative -> initiative.year() >= fromYear && initiative.year() <= year)
                .filter(initiative -> scales.compare("initiative-scope", initiative.scope(), scopeAtLeast) >= 0);
    }

    Stream<Fact.Composition> compositions() {
        return all(Fact.Composition.class).stream().filter(composition -> composition.year() == year);
    }
}
