package vn.lantoa.recognition.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a rule names itself: the article and a sentence in both languages. */
public record Text(
        @Nullable String legalRef,
        @Nullable String vi,
        @Nullable String en) {
    public static final Text NONE = new Text(null, null, null);

    Finding finding(
            String rule, Verdict verdict, List<? extends Fact> facts, List<Missing> missing, List<Finding> parts) {
        return new Finding(
                rule, legalRef, vi, en, verdict, facts.stream().map(Fact::used).toList(), missing, parts);
    }

    Finding met(String rule, List<? extends Fact> facts) {
        return finding(rule, Verdict.MET, facts, List.of(), List.of());
    }

    Finding notMet(String rule, List<? extends Fact> facts) {
        return finding(rule, Verdict.NOT_MET, facts, List.of(), List.of());
    }

    Finding lacking(String rule, Verdict verdict, List<? extends Fact> facts, Missing... missing) {
        return finding(rule, verdict, facts, List.of(missing), List.of());
    }
}
