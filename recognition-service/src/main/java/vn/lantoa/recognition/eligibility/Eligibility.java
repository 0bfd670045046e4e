package vn.lantoa.recognition.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lantoa.recognition.catalogue.AwardRule;
import vn.lantoa.recognition.catalogue.AwardType;
import vn.lantoa.recognition.catalogue.Catalogue;
import vn.lantoa.recognition.rules.CaseFile;
import vn.lantoa.recognition.rules.Fact;
import vn.lantoa.recognition.rules.Finding;
import vn.lantoa.recognition.rules.Missing;
import vn.lantoa.recognition.rules.Verdict;

/** Judges a subject by the rules that hold for the year of the achievement. It explains, it never decides. */
@ApplicationScoped
public class Eligibility {
    private final FactSheet facts;
    private final Catalogue catalogue;

    Eligibility(FactSheet facts, Catalogue catalogue) {
        this.facts = facts;
        this.catalogue = catalogue;
    }

    /** @param on the day of judging: what stands in the way on that day */
    public Judgement judge(AwardType award, @Nullable String category, Subject subject, int year, LocalDate on) {
        var rules = award.rulesFor(subject.recipient(), category, year);
        var known = facts.of(subject);
        var findings = rules.stream().map(rule -> judge(rule, known, year, on)).toList();
        var vote = rules.stream()
                .filter(rule -> findings.get(rules.indexOf(rule)).verdict() == Verdict.MET)
                .findFirst()
                .or(() -> rules.stream().findFirst())
                .map(AwardRule::vote)
                .orElse(null);
        return new Judgement(
                whole(award, findings, year),
                award.ruleSet(),
                rules.stream().map(AwardRule::id).toList(),
                known,
                vote);
    }

    private Finding judge(AwardRule rule, List<Fact> known, int year, LocalDate on) {
        var file =
                new CaseFile(year, on, known, catalogue.scales(), rule.excludedCategories(), rule.countsPredecessors());
        var found = rule.rule().judge(file);
        return new Finding(
                rule.variant(),
                rule.legalRef(),
                found.textVi(),
                found.textEn(),
                found.verdict(),
                found.facts(),
                found.missing(),
                found.parts().isEmpty() ? List.of(found) : found.parts());
    }

    private static Finding whole(AwardType award, List<Finding> variants, int year) {
        if (variants.size() == 1) {
            return variants.getFirst();
        }
        var verdict =
                variants.stream().map(Finding::verdict).reduce(Verdict::or).orElse(Verdict.UNKNOWN);
        List<Missing> missing = variants.isEmpty() ? List.of(new Missing("rule", year, award.code())) : List.of();
        return new Finding(
                "any", award.legalRef(), award.nameVi(), award.nameEn(), verdict, List.of(), missing, variants);
    }
}
