package vn.lantoa.recognition.catalogue;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A title or form with its rules and authorities.
 *
 * @param ruleSet file and version it was read from, such as {@code emulation-titles@1}
 */
public record AwardType(
        String code,
        String nameVi,
        String nameEn,
        AwardKind kind,
        String level,
        List<RecipientKind> recipients,
        List<String> categories,
        List<RecipientKind> published,
        String legalRef,
        Confidence confidence,
        @Nullable String noteVi,
        @Nullable String noteEn,
        Validity valid,
        String ruleSet,
        int version,
        List<AwardRule> rules,
        List<AuthorityRule> authorities) {

    /**
     * The variants that hold for an achievement of the year. Where a variant changed within the year, the text in force at
     * its end counts.
     */
    public List<AwardRule> rulesFor(RecipientKind recipient, @Nullable String category, int year) {
        var lastDay = LocalDate.of(year, 12, 31);
        var byVariant = new LinkedHashMap<String, AwardRule>();
        rules.stream()
                .filter(rule ->
                        rule.appliesTo(recipient, category) && rule.period().touches(year))
                .sorted(Comparator.comparing(rule -> rule.period().contains(lastDay)))
                .forEach(rule -> byVariant.put(rule.variant(), rule));
        return List.copyOf(byVariant.values());
    }

    /** Whether the award may be shown to everybody. */
    public boolean publishedFor(RecipientKind recipient) {
        return published.contains(recipient);
    }
}
