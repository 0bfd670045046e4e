package vn.lantoa.recognition.eligibility;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.recognition.catalogue.VoteRule;
import vn.lantoa.recognition.rules.Fact;
import vn.lantoa.recognition.rules.Finding;
import vn.lantoa.recognition.rules.UsedFact;
import vn.lantoa.recognition.rules.Verdict;

/**
 * What the rules of a year said of a subject.
 *
 * @param vote what the council's vote must reach: of the variant that is met, else of the first
 */
public record Judgement(
        Finding finding,
        @Nullable String ruleSet,
        List<UUID> rules,
        List<Fact> facts,
        @Nullable VoteRule vote) {

    public Verdict verdict() {
        return finding.verdict();
    }

    public List<UsedFact> evidence() {
        return facts.stream().map(Fact::used).toList();
    }
}
