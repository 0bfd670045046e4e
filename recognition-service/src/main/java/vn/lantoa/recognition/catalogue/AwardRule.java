package vn.lantoa.recognition.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.lantoa.recognition.rules.Rule;
import vn.lantoa.recognition.rules.RuleReader;

/** One variant of an award's criteria, for achievements of a period. */
public record AwardRule(
        UUID id,
        String variant,
        List<RecipientKind> recipients,
        List<String> categories,
        String legalRef,
        Confidence confidence,
        Validity period,
        JsonNode criteria,
        JsonNode parameters,
        VoteRule vote,
        Rule rule) {

    /** Kinds of commendation that may not serve as a base here. */
    public Set<String> excludedCategories() {
        var excluded = new HashSet<String>();
        parameters.path("excludePriorAwards").path("values").forEach(value -> excluded.add(value.asText()));
        return excluded;
    }

    /** Whether facts of predecessors count for a reorganised unit. */
    public boolean countsPredecessors() {
        return RuleReader.enabled(parameters, "countPredecessors");
    }

    boolean appliesTo(RecipientKind recipient, @org.jspecify.annotations.Nullable String category) {
        return recipients.contains(recipient)
                && (categories.isEmpty() || (category != null && categories.contains(category)));
    }
}
